using System.Text.RegularExpressions;
using NewsDesk.Wire.Stories.Figures;

namespace NewsDesk.Wire.Stories.Disagreements;

/// <summary>Finds experts by name and trade whom no other article of the story knows.</summary>
internal static partial class NamedExperts
{
    private const int FewestArticles = 3;

    public static IReadOnlyList<OnlyHere> KnownToOne(IReadOnlyList<StoryArticle> articles)
    {
        if (articles.Count < FewestArticles) return [];
        var found = new List<OnlyHere>();
        foreach (var article in articles)
        {
            foreach (var sentence in Sentences.Of(article.Title + "\n" + article.Text))
            {
                if ((Patterns.Find(NameFirst(), sentence) ?? Patterns.Find(TradeFirst(), sentence)) is not { } match) continue;
                var name = match.Groups["name"].Value.TrimEnd('.');
                var alone = articles.All(other => other.Id == article.Id || !Mentions(other, name));
                if (alone && !found.Exists(known => known.What == name)) found.Add(new OnlyHere(name, match.Groups["role"].Value.Trim(), article.Id, sentence));
            }
        }

        return found;
    }

    private static bool Mentions(StoryArticle article, string name)
    {
        var last = name.Split(' ')[^1];
        return article.Title.Contains(last, StringComparison.OrdinalIgnoreCase) || article.Text?.Contains(last, StringComparison.OrdinalIgnoreCase) == true;
    }

    private const string Trades =
        @"analyst|expert|professor|economist|researcher|historian|strategist|consultant|scientist|physicist|scholar|\p{Ll}+ologist|Analystin|Analyst|Experte|Expertin|Forscher|Forscherin|Ökonom|Ökonomin|Professorin|analyste|économiste|chercheur|chercheuse|experto|experta|analista|economista|investigador|investigadora|esperto|esperta";

    /// <summary>Trades of many who are asked as neighbours or victims: experts when it is said where they work.</summary>
    private const string OfAnInstitute = "engineer|lecturer|lawyer|doctor|planner|fellow|adviser|advisor|Ingenieur|Ingenieurin|Dozent|Dozentin";

    private const string Where = @" (at|of|with|from|bei|von|an der|am|chez|de) (the |der |la )?\p{Lu}[\p{L}&'’\-]+( (of |for |für |de |& |and )?\p{Lu}[\p{L}&'’\-]+){0,4}";

    [GeneratedRegex(@"(?<name>\p{Lu}[\p{L}'’\-]+( \p{Lu}[\p{L}.'’\-]+){1,3}), (an?|the|ein|eine|un|une|una) (?<role>[\p{L}\- ]{0,40}?((" + Trades + ")(" + Where + ")?|(" + OfAnInstitute + ")" + Where + "))",
        RegexOptions.ExplicitCapture, Patterns.Milliseconds)]
    private static partial Regex NameFirst();

    [GeneratedRegex(@"\b(?<role>([\p{Ll}\-]{2,20} )?(" + Trades + @")) (?<name>\p{Lu}[\p{L}'’\-]+( \p{Lu}[\p{L}.'’\-]+){1,3})", RegexOptions.ExplicitCapture, Patterns.Milliseconds)]
    private static partial Regex TradeFirst();
}
