using System.Text.RegularExpressions;
using NewsDesk.Wire.Stories.Figures;

namespace NewsDesk.Wire.Stories.Disagreements;

/// <summary>What one party does to another.</summary>
public enum Act
{
    Pays,
    Buys,
    Supplies,
}

/// <summary>Who does what to whom, as one sentence has it; the other side may be left open.</summary>
public sealed record Deed(Act Act, string Who, string? Whom, string Article, string Sentence);

/// <summary>Reads deeds by a few plain patterns; what they do not fit is left alone.</summary>
internal static partial class Deeds
{
    public static IEnumerable<Deed> Of(StoryArticle article)
    {
        foreach (var sentence in Sentences.Of(article.Title + "\n" + article.Text))
        {
            if (Patterns.Find(Pays(), sentence) is { } paid) yield return Make(Act.Pays, paid, article, sentence);
            else if (Patterns.Find(Lets(), sentence) is { } let) yield return Make(Act.Supplies, let, article, sentence);
            else if (Patterns.Find(Buys(), sentence) is { } bought) yield return Make(Act.Buys, bought, article, sentence);
        }
    }

    private static Deed Make(Act act, Match match, StoryArticle article, string sentence) =>
        new(act, Plain(match.Groups["who"].Value), match.Groups["whom"] is { Success: true, Value: var whom } ? Plain(whom) : null, article.Id, sentence);

    /// <summary>A party without what the pattern took along: "a rocket company would", "a start-up with forty".</summary>
    private static string Plain(string party)
    {
        party = party.Trim();
        return char.IsUpper(party[0]) || TakenAlong().Match(party) is not { Success: true, Index: var end } ? party : party[..end];
    }

    private const string Party = @"(\p{Lu}[\p{L}\d&'’\-]*( (& )?\p{Lu}[\p{L}\d&'’\-]*){0,3}|\b(an?|the) (?!former|latter)[\p{L}\-]+( [\p{L}\-]+){0,3})";
    private const string Apposition = @"(, [^,]{2,50},)?";
    private const string Aux = @"( (would|will|has|had|is|to|have|agreed|agrees)){0,4}";
    private const string Sum = @"(up to |about |some |at least )?([$€£¥]|US\$)?[\d.,]+ ?(bn|m|million|billion|trillion)?( (dollars|euros|crowns|florins|pounds))?";

    [GeneratedRegex("(?<who>" + Party + ")" + Apposition + Aux + " (commits?|committed|pays?|paid|hands?|handed|invests?|invested|bets?) ((?<whom>" + Party + ") )?" + Sum + "( (to|in|on) (?<whom>" + Party + @"))?\b",
        RegexOptions.ExplicitCapture, Patterns.Milliseconds)]
    private static partial Regex Pays();

    [GeneratedRegex("(?<who>" + Party + ")" + Apposition + Aux + @" (lets?|letting|rents?( out)?|leases?|suppl(y|ies)|provides?|providing|sells?) ([\p{Ll}\- ]{0,40} to )?(?<whom>" + Party + @")\b",
        RegexOptions.ExplicitCapture, Patterns.Milliseconds)]
    private static partial Regex Lets();

    [GeneratedRegex("(?<who>" + Party + ")" + Apposition + Aux + @" (buys?|bought|acquires?|acquired|acquiring|takes over|swallows|snaps up|snapped up|swallowed) (?<whom>" + Party + @")\b", RegexOptions.ExplicitCapture, Patterns.Milliseconds)]
    private static partial Regex Buys();

    [GeneratedRegex(@" (would|will|has|had|is|to|have|with|of|and|in|for|that|which|who|called|named|from|at|on|by)\b", RegexOptions.ExplicitCapture, Patterns.Milliseconds)]
    private static partial Regex TakenAlong();
}
