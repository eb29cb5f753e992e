using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using NewsDesk.Wire.Stories.Terms;

namespace NewsDesk.Wire.Stories.Window;

/// <summary>Tells syndicated text by its shingles, runs of words: two sketches of the smallest shingles agree as far as the texts do.</summary>
internal static class NearCopies
{
    private const int ShingleWords = 4;

    /// <summary>Sixteen bits each.</summary>
    public const int SketchSize = 32;

    private const int FewestWords = 25;
    private const int FewestTitleWords = 5, MostTitleWords = 40;

    private static readonly ImmutableArray<uint> Salts = [.. Enumerable.Range(1, SketchSize).Select(number => (uint)number * 0x9e3779b9u)];

    /// <summary>The share of equal shingles from which a text is a copy; rewrites of one agency report stay below a third.</summary>
    private const double CopyFrom = 0.6;

    /// <summary>Null for a text too short to tell.</summary>
    public static ushort[]? Signature(List<Word> words)
    {
        if (words.Count < FewestWords) return null;
        Span<uint> smallest = stackalloc uint[SketchSize];
        smallest.Fill(uint.MaxValue);
        var lanes = MemoryMarshal.Cast<uint, Vector<uint>>(smallest);
        var salts = MemoryMarshal.Cast<uint, Vector<uint>>(Salts.AsSpan());
        Span<uint> last = stackalloc uint[ShingleWords];
        for (var at = 0; at < words.Count;)
        {
            last[at % ShingleWords] = (uint)TermId.Of(words[at].Text, words[at].IsNumber);
            if (++at < ShingleWords) continue;
            var shingle = 0u;
            for (var i = 0; i < ShingleWords; i++) shingle = Mix(shingle + last[(at + i) % ShingleWords]);
            for (var i = 0; i < lanes.Length; i++) lanes[i] = Vector.Min(lanes[i], Mix(new Vector<uint>(shingle) ^ salts[i]));
        }

        var signature = new ushort[SketchSize];
        for (var i = 0; i < SketchSize; i++) signature[i] = (ushort)(smallest[i] ^ (smallest[i] >> 16));
        return signature;
    }

    /// <summary>0 for a headline so short that two outlets may well have found it by themselves.</summary>
    public static int TitleHash(List<Word> title)
    {
        if (title.Count < FewestTitleWords) return 0;
        var hash = 0u;
        for (var i = 0; i < title.Count && i < MostTitleWords; i++) hash = Mix(hash + (uint)TermId.Of(title[i].Text, title[i].IsNumber));
        return hash == 0 ? 1 : (int)hash;
    }

    /// <summary>Texts are compared where both are known; otherwise equal headlines must do.</summary>
    public static bool AreCopies(WindowArticle one, WindowArticle other)
    {
        if (one.Signature is not { } a || other.Signature is not { } b) return one.TitleHash != 0 && one.TitleHash == other.TitleHash;
        var equal = 0;
        for (var i = 0; i < SketchSize; i++)
        {
            if (a[i] == b[i]) equal++;
        }

        return equal >= CopyFrom * SketchSize;
    }

    private static uint Mix(uint x)
    {
        x ^= x >> 16;
        x *= 0x7feb352du;
        x ^= x >> 15;
        x *= 0x846ca68bu;
        return x ^ (x >> 16);
    }

    private static Vector<uint> Mix(Vector<uint> x)
    {
        x ^= x >>> 16;
        x *= new Vector<uint>(0x7feb352du);
        x ^= x >>> 15;
        x *= new Vector<uint>(0x846ca68bu);
        return x ^ (x >>> 16);
    }
}
