using System.Text.RegularExpressions;
using NewsDesk.Wire.Stories.Figures;

namespace NewsDesk.Wire.Stories.Disagreements;

/// <summary>Finds what an article rules out in so many words: no equity investment, no acquisition.</summary>
internal static partial class Denials
{
    public static IReadOnlyList<OnlyHere> Of(IReadOnlyList<StoryArticle> articles)
    {
        var found = new List<OnlyHere>();
        foreach (var article in articles)
        {
            foreach (var sentence in Sentences.Of(article.Title + "\n" + article.Text))
            {
                if (Patterns.Find(NoAndNo(), sentence) is { } match)
                    found.Add(new OnlyHere($"no {match.Groups["one"].Value.Trim()}, no {match.Groups["other"].Value.Trim()}", null, article.Id, sentence));
            }
        }

        // Where several rule out, it is no longer something that only one knows; but then it is no dispute either.
        return found.Select(denial => denial.Article).Distinct(StringComparer.Ordinal).Count() == articles.Count ? [] : found;
    }

    [GeneratedRegex(@"\b[Nn]o (?<one>[\p{L}\- ]{3,30}?)(,| and|, and| or| nor) no (?<other>[\p{L}\-]{3,20}( (investment|stake|merger|deal|sale|takeover|seat))?)", RegexOptions.ExplicitCapture, Patterns.Milliseconds)]
    private static partial Regex NoAndNo();
}
