using System.Text.RegularExpressions;

namespace NewsDesk.Wire.Stories.Disagreements;

/// <summary>What somebody said, in whose words, and where it stands.</summary>
public sealed record Quote(string Text, string Speaker, string Article, string Sentence);

/// <summary>Finds quotes together with their speakers; a quote that names nobody is passed over.</summary>
internal static partial class Quotes
{
    private const int FewestWords = 4;
    private const int Around = 120;

    public static IEnumerable<Quote> Of(StoryArticle article)
    {
        foreach (var paragraph in (article.Title + "\n" + article.Text).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var match in Patterns.All(Quoted(), paragraph))
            {
                var text = match.Groups["text"].Value.Trim().TrimEnd(',', '.');
                if (text.Count(c => c == ' ') < FewestWords - 1) continue;
                var after = paragraph.AsSpan(match.Index + match.Length);
                after = after[..Math.Min(Around, after.Length)];
                var before = paragraph.AsSpan(Math.Max(0, match.Index - Around), Math.Min(Around, match.Index));
                if (Speaker(after.ToString(), before.ToString()) is { } speaker) yield return new Quote(text, speaker, article.Id, paragraph);
            }
        }
    }

    private static string? Speaker(string after, string before)
    {
        if (Patterns.Find(SaidAfter(), after) is { } said) return Name(said.Groups["who"].Value);
        if (Patterns.Find(SaysAfter(), after) is { } says) return Name(says.Groups["who"].Value);
        return Patterns.Find(SaidBefore(), before) is { } earlier ? Name(earlier.Groups["who"].Value) : null;
    }

    /// <summary>A name of two words and more before one word alone: "Lumenor's chief executive, Ines Cavallaro".</summary>
    private static string? Name(string text)
    {
        string? only = null;
        foreach (var match in Patterns.All(Capitals(), text))
        {
            var name = match.Value;
            if (name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal)) continue;
            if (name.Contains(' ', StringComparison.Ordinal)) return name;
            only ??= name;
        }

        return only is "He" or "She" or "They" or "It" or "The" or "Er" or "Sie" or "Il" or "Elle" ? null : only;
    }

    [GeneratedRegex("[\"“„«](?<text>[^\"“”„«»]{12,400})[\"”“»]", RegexOptions.ExplicitCapture, Patterns.Milliseconds)]
    private static partial Regex Quoted();

    [GeneratedRegex("""^,? *(said|says|notes|noted|told|asked|adds|added|explains|explained|warned|sagte|sagt|erklärte|a dit|dit|a déclaré|dijo) +(?<who>[^.;:"“”]{2,90})""",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, Patterns.Milliseconds)]
    private static partial Regex SaidAfter();

    [GeneratedRegex("""^,? *(?<who>[^.;:"“”]{2,60}?) (said|says|notes|noted|adds|added|explained|sagte|sagt)\b""", RegexOptions.ExplicitCapture, Patterns.Milliseconds)]
    private static partial Regex SaysAfter();

    [GeneratedRegex("""(?<who>[^.;:"“”]{2,90}?) (said|says|notes|noted|asked|adds|added|warned|sagte|sagt)[,:]? *$""", RegexOptions.ExplicitCapture, Patterns.Milliseconds)]
    private static partial Regex SaidBefore();

    [GeneratedRegex(@"\p{Lu}[\p{L}'’\-]+( \p{Lu}[\p{L}'’\-]+){0,3}", RegexOptions.ExplicitCapture, Patterns.Milliseconds)]
    private static partial Regex Capitals();
}
