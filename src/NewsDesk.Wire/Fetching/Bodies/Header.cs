using System.Net.Http.Headers;

namespace NewsDesk.Wire.Fetching.Bodies;

/// <summary>Headers as they were sent, since many are not as the standard would have them.</summary>
internal static class Header
{
    /// <summary>The first of a name; null when there is none.</summary>
    public static string? First(HttpHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out var values)) return null;
        foreach (var value in values) return value;
        return null;
    }
}
