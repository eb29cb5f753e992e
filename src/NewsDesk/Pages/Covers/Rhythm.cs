using System.Text;

namespace NewsDesk.Pages.Covers;

/// <summary>What a text gives a picture to be drawn from: how long its words are, one after the other, and a number made of all of them.</summary>
public sealed class Rhythm
{
    /// <summary>More words than these are no longer seen in a picture.</summary>
    private const int MostWords = 4096;

    private readonly double[] _lengths;

    public Rhythm(string text)
    {
        var words = text.Split([' ', '\n', '\t'], MostWords + 1, StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToArray();
        _lengths = words.Length == 0 ? [0.5] : [.. words.Select(word => Math.Clamp((word.Length - 1) / 10.0, 0, 1))];
        Seed = Hash(text);
    }

    public uint Seed { get; }

    /// <summary>A number from 0 to 1, the same for the same text and <paramref name="which"/>.</summary>
    public double Pick(int which) => Hash($"{Seed} {which}") / (double)uint.MaxValue;

    /// <summary>How long the words are around a place in the text, which runs from 0 to 1; the place may lie outside and comes round again.</summary>
    public double At(double place, int steps)
    {
        var at = (place - Math.Floor(place)) * steps;
        var step = (int)at;
        var part = at - step;
        var smooth = part * part * (3 - 2 * part);
        return Step(step, steps) * (1 - smooth) + Step(step + 1, steps) * smooth;
    }

    /// <summary>The same without a slope between one step and the next.</summary>
    public double Step(int step, int steps) => _lengths[(int)((long)(step % steps) * _lengths.Length / steps)];

    // FNV-1a, then stirred: the runtime's own hash is another one after every start.
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in Encoding.UTF8.GetBytes(text)) hash = (hash ^ letter) * 16777619u;
        hash ^= hash >> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >> 13;
        hash *= 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
