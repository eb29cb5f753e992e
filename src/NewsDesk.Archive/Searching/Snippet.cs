namespace NewsDesk.Archive.Searching;

/// <summary>Shows where in a text the words stand that were looked for.</summary>
internal static class Snippet
{
    private const int MostWords = 32;
    private const int WordsBefore = 8;

    /// <summary>A longer text is not looked through for a line of two hundred letters.</summary>
    private const int MostWordsRead = 20_000;

    /// <summary>The densest stretch of the text, in parts; nothing found gives its beginning.</summary>
    public static IReadOnlyList<SnippetPart> Of(string text, Query query)
    {
        var words = Words.Of(text, MostWordsRead).ToList();
        if (words.Count == 0) return [];
        var hits = Hits(words, query);
        var first = BestStart(hits, words.Count);
        return Cut(text, words, hits, first, Math.Min(words.Count, first + MostWords));
    }

    /// <summary>A short text, as a title, whole.</summary>
    public static IReadOnlyList<SnippetPart> Whole(string text, Query query)
    {
        var words = Words.Of(text, MostWordsRead).ToList();
        return words.Count == 0 ? [new SnippetPart(text, false)] : Parts(text, words, Hits(words, query), 0, words.Count, 0, text.Length);
    }

    private static bool[] Hits(List<Words.Word> words, Query query)
    {
        string[] folded = [.. words.Select(word => word.Folded)];
        var hits = new bool[words.Count];
        foreach (var term in query.Wanted)
        {
            for (var at = 0; at < folded.Length; at++)
            {
                if (term.StandsAt(folded, at)) Array.Fill(hits, true, at, term.Words.Count);
            }
        }

        return hits;
    }

    private static int BestStart(bool[] hits, int count)
    {
        var inside = 0;
        var best = 0;
        var bestStart = 0;
        for (var at = 0; at < count; at++)
        {
            if (hits[at]) inside++;
            if (at >= MostWords && hits[at - MostWords]) inside--;
            if (inside <= best) continue;
            best = inside;
            bestStart = Math.Max(0, at - MostWords + 1);
        }

        if (best == 0) return 0;
        // The stretch ends with its last hit: move it on, so that its first one has only a little before it.
        var first = Array.IndexOf(hits, true, bestStart);
        return Math.Min(Math.Max(bestStart, first - WordsBefore), Math.Max(0, count - MostWords));
    }

    private static IReadOnlyList<SnippetPart> Cut(string text, List<Words.Word> words, bool[] hits, int first, int end)
    {
        var from = first == 0 ? 0 : words[first].Start;
        var to = end == words.Count ? text.Length : words[end - 1].Start + words[end - 1].Length;
        var parts = Parts(text, words, hits, first, end, from, to);
        return [.. first > 0 ? [new SnippetPart("… ", false)] : Array.Empty<SnippetPart>(), .. parts, .. end < words.Count ? [new SnippetPart(" …", false)] : Array.Empty<SnippetPart>()];
    }

    private static List<SnippetPart> Parts(string text, List<Words.Word> words, bool[] hits, int first, int end, int from, int to)
    {
        var parts = new List<SnippetPart>();
        var at = from;
        for (var i = first; i < end; i++)
        {
            if (!hits[i]) continue;
            var last = i;
            while (last + 1 < end && hits[last + 1]) last++;
            var stop = words[last].Start + words[last].Length;
            if (words[i].Start > at) parts.Add(new SnippetPart(text[at..words[i].Start], false));
            parts.Add(new SnippetPart(text[words[i].Start..stop], true));
            at = stop;
            i = last;
        }

        if (to > at) parts.Add(new SnippetPart(text[at..to], false));
        return parts;
    }
}
