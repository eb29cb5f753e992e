using System.Text.RegularExpressions;

namespace NewsDesk.Wire.Stories.Disagreements;

/// <summary>Asks a pattern within bounds: a sentence that takes it too long says nothing, and the others are read.</summary>
internal static class Patterns
{
    /// <summary>What one question may take; an honest sentence takes a thousandth of it.</summary>
    public const int Milliseconds = 100;

    public static Match? Find(Regex pattern, string text)
    {
        try
        {
            return pattern.Match(text) is { Success: true } match ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    public static IReadOnlyList<Match> All(Regex pattern, string text)
    {
        var found = new List<Match>();
        try
        {
            for (var match = pattern.Match(text); match.Success; match = match.NextMatch()) found.Add(match);
        }
        catch (RegexMatchTimeoutException)
        {
            // What was found before stands.
        }

        return found;
    }
}
