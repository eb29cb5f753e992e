using NewsDesk.Archive;

namespace NewsDesk.Pages.Keeping;

/// <summary>What an answer may show: a kind of thing, or one of them.</summary>
public static class Subject
{
    public const string Posts = "post";
    public const string Articles = "article";
    public const string Stories = "story";

    /// <summary>How sources are named and described.</summary>
    public const string Sources = "source";

    /// <summary>How the visits to sources go.</summary>
    public const string Visits = "visit";

    /// <summary>One of them, when the answer shows no others.</summary>
    public static string One(string kind, long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind} {id}");

    /// <summary>What a change concerns: who shows its kind, and who shows the one.</summary>
    public static IEnumerable<string> Of(Change change) => [change.Subject, One(change.Subject, change.Key)];
}
