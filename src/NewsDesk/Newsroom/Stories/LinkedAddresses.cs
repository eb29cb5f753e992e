using System.Net;

namespace NewsDesk.Newsroom.Stories;

/// <summary>Reads where a cleaned text links to.</summary>
public static class LinkedAddresses
{
    private const int Most = 50;
    private const string Mark = "href=\"";

    public static IReadOnlyList<string> In(string cleanHtml)
    {
        var links = new List<string>();
        for (var at = cleanHtml.IndexOf(Mark, StringComparison.Ordinal); at >= 0 && links.Count < Most; at = cleanHtml.IndexOf(Mark, at, StringComparison.Ordinal))
        {
            at += Mark.Length;
            var end = cleanHtml.IndexOf('"', at);
            if (end < 0) break;
            if (cleanHtml.AsSpan(at, end - at).StartsWith("http", StringComparison.Ordinal)) links.Add(WebUtility.HtmlDecode(cleanHtml[at..end]));
        }

        return links;
    }
}
