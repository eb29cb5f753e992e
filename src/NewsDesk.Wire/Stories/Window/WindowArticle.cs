using NewsDesk.Wire.Stories.Terms;

namespace NewsDesk.Wire.Stories.Window;

/// <summary>What the window remembers of an article: no text, only what later articles are compared with.</summary>
internal sealed class WindowArticle
{
    private readonly byte[] _weights;

    /// <param name="terms">Slots of the term table, ascending.</param>
    /// <param name="weights">As the sketch has them, in the order of the slots.</param>
    public WindowArticle(string id, int[] terms, byte[] weights) => (Id, Terms, _weights) = (id, terms, weights);

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

    public float WeightAt(int index) => StorySketch.WeightOf(_weights[index]);

    /// <summary>The weight in steps.</summary>
    public int StepAt(int index) => _weights[index] & StorySketch.WeightBits;

    public Writing WritingAt(int index) => StorySketch.WritingOf(_weights[index]);
}
