using NewsDesk.Wire.Stories.Terms;

namespace NewsDesk.Wire.Stories.Window;

/// <summary>Tells syndicated text by its shingles, runs of words: two sketches of the smallest shingles agree as far as the texts do.</summary>
internal static class NearCopies
{
    private const int ShingleWords = 4;
    private const int SketchSize = 32;
    private const int FewestWords = 25;
    private const int MostWords = 1500;
    private const int FewestTitleWords = 5;

    /// <summary>The share of equal shingles from which a text is a copy; rewrites of one agency report stay below a third.</summary>
    private const double CopyFrom = 0.6;

    /// <summary>Null for a text too short to tell.</summary>
    public static ushort[]? Signature(string? text)
    {
        if (text is null) return null;
        var smallest = new uint[SketchSize];
        Array.Fill(smallest, uint.MaxValue);
        Span<uint> last = stackalloc uint[ShingleWords];
        var words = 0;
        foreach (var word in Words.Of(text, MostWords))
        {
            last[words++ % ShingleWords] = (uint)TermId.Of(word.Text, word.IsNumber);
            if (words < ShingleWords) continue;
            var shingle = 0u;
            for (var i = 0; i < ShingleWords; i++) shingle = Mix(shingle + last[(words + i) % ShingleWords]);
            for (var i = 0; i < SketchSize; i++) smallest[i] = Math.Min(smallest[i], Mix(shingle ^ ((uint)(i + 1) * 0x9e3779b9u)));
        }

        return words < FewestWords ? null : Array.ConvertAll(smallest, hash => (ushort)(hash ^ (hash >> 16)));
    }

    /// <summary>0 for a headline so short that two outlets may well have found it by themselves.</summary>
    public static int TitleHash(string title)
    {
        var words = Words.Of(ArticleTerms.PlainTitle(title), 40).ToList();
        if (words.Count < FewestTitleWords) return 0;
        var hash = 0u;
        foreach (var word in words) hash = Mix(hash + (uint)TermId.Of(word.Text, word.IsNumber));
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
}
