using System.Globalization;

namespace NewsDesk.Pages;

/// <summary>Languages as people call them.</summary>
public static class LanguageName
{
    /// <summary>In the order in which people look for them.</summary>
    public static IReadOnlyList<string> Sorted(IEnumerable<string> tags) => [.. tags.OrderBy(Of, StringComparer.InvariantCultureIgnoreCase)];

    /// <summary>The tag itself for a language that nobody has named.</summary>
    public static string Of(string tag)
    {
        try
        {
            return new CultureInfo(tag) is { EnglishName: var name } && !name.StartsWith("Unknown", StringComparison.Ordinal) ? name : tag;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
