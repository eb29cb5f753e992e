using System.Text.RegularExpressions;
using NewsDesk.Wire.Stories.Terms;

namespace NewsDesk.Wire.Stories.Telling;

/// <summary>A piece of a headline, and whether it is a word that this outlet alone uses.</summary>
public readonly record struct HeadlinePart(string Text, bool IsOwn);

/// <summary>How an outlet spins the headline: the words in it that nobody else needed to tell the story.</summary>
public static partial class HeadlineSpin
{
    private const int ShortestWord = 3;

    /// <summary>Parts a headline into its own words and the rest.</summary>
    public static IReadOnlyList<HeadlinePart> Parts(string title, IReadOnlyCollection<string> ownWords)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(ownWords);
        var parts = new List<HeadlinePart>();
        var at = 0;
        foreach (var run in WordRuns().EnumerateMatches(title))
        {
            var text = title.Substring(run.Index, run.Length);
            var words = Words.Of(text, 8).Where(word => !CommonWords.Contains(word.Text)).ToList();
            if (words.Count == 0 || !words.TrueForAll(word => ownWords.Contains(Stem.Of(word.Text), StringComparer.Ordinal))) continue;
            if (run.Index > at) parts.Add(new(title[at..run.Index], false));
            parts.Add(new(text, true));
            at = run.Index + run.Length;
        }

        if (at < title.Length) parts.Add(new(title[at..], false));
        return parts;
    }

    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Find(IReadOnlyList<Voice> voices)
    {
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var voice in voices)
        {
            // Another language's words are all its own: that is no spin.
            var others = voices.Where(other => other.Outlet != voice.Outlet && other.Language == voice.Language).ToList();
            if (others.Count == 0) continue;
            List<string> own = [.. voice.Title.Where(stem => stem.Length >= ShortestWord && char.IsLetter(stem[0]) && !others.Exists(other => other.Terms.Contains(stem)))];
            if (own.Count > 0) found[voice.Article.Id] = own;
        }

        return found;
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}\p{N}'’\-]*", RegexOptions.None, 100)]
    private static partial Regex WordRuns();
}
