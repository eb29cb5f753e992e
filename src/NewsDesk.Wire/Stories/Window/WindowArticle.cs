namespace NewsDesk.Wire.Stories.Window;

/// <summary>What the window remembers of an article: no text, only what later articles are compared with.</summary>
internal sealed class WindowArticle
{
    /// <summary>Weights are kept in steps of a fiftieth, the top bit says that the term stood capitalised.</summary>
    private const float Steps = 50;

    private const byte CapitalBit = 0x80;

    private readonly byte[] _weights;

    public WindowArticle(string id, int[] terms, float[] weights, bool[] capitalised)
    {
        Id = id;
        Terms = terms;
        _weights = new byte[terms.Length];
        for (var i = 0; i < terms.Length; i++)
            _weights[i] = (byte)((byte)Math.Min(MathF.Round(weights[i] * Steps), CapitalBit - 1) | (capitalised[i] ? CapitalBit : 0));
    }

    public string Id { get; }

    /// <summary>Slots of the term table, ascending.</summary>
    public int[] Terms { get; }

    /// <summary>Hours since 1970, or not a number when no time is known.</summary>
    public double Hour { get; init; }

    /// <summary>From 0 for what is no longer than a lead to 1 for a long piece.</summary>
    public float Long { get; init; }

    /// <summary>The headline's words as one number, 0 for a headline too short to tell copies by.</summary>
    public int TitleHash { get; init; }

    public ushort[]? Signature { get; init; }

    /// <summary>The address as a number, 0 for none.</summary>
    public long AddressHash { get; init; }

    public string? CopyOf { get; set; }

    /// <summary>An editor put it where it is: the machine does not move it.</summary>
    public bool Pinned { get; set; }

    public StoryProfile Story { get; set; } = null!;

    /// <summary>The story's articles form a chain: it costs less than a list for each of many small stories.</summary>
    public WindowArticle? Older { get; set; }

    public WindowArticle? Newer { get; set; }

    public float WeightAt(int index) => (_weights[index] & ~CapitalBit) / Steps;

    public bool CapitalisedAt(int index) => (_weights[index] & CapitalBit) != 0;
}
