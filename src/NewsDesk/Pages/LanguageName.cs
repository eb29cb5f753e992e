using System.Globalization;

namespace NewsDesk.Pages;

/// <summary>Languages as people call them.</summary>
public static class LanguageName
{
    /// <summary>Without a region. The runtime keeps every culture that it was ever asked for: whatever anybody writes into an address must not be one.</summary>
    private const int LongestTag = 3;

    /// <summary>In the order in which people look for them.</summary>
    public static IReadOnlyList<string> Sorted(IEnumerable<string> tags) => [.. tags.OrderBy(Of, StringComparer.InvariantCultureIgnoreCase)];

    /// <summary>The tag itself for a language that nobody has named.</summary>
    public static string Of(string tag)
    {
        if (tag.Length is 0 or > LongestTag) return tag;
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
