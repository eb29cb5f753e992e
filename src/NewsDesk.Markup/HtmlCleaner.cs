using AngleSharp.Dom;
using NewsDesk.Markup.Cleaning;

namespace NewsDesk.Markup;

/// <summary>A piece of HTML once it is harmless, and its text.</summary>
public sealed record CleanedHtml(string Html, string Text);

/// <summary>The one gate for HTML that came from outside.</summary>
public static class HtmlCleaner
{
    /// <summary>
    /// Answers what is harmless of a piece of HTML (or of a page's body), with addresses made absolute against
    /// <paramref name="baseUrl"/>. What it answers, it answers unchanged when asked again, and every parser reads it alike.
    /// </summary>
    public static string Clean(string html, Uri? baseUrl = null, CleanRules? rules = null) =>
        Clean(SourceHtml.ParseBody(html), baseUrl, rules);

    /// <summary>The same, and what <see cref="PlainText"/> tells of it, in one parse: of the video players that become links, nothing.</summary>
    public static CleanedHtml CleanAndTell(string html, Uri? baseUrl = null, CleanRules? rules = null)
    {
        var body = SourceHtml.ParseBody(html);
        return new(Clean(body, baseUrl, rules), PlainText.From(body));
    }

    /// <summary>
    /// Answers what is harmless of the inside of <paramref name="content"/>, which stays as it is; its own tags are not written. What
    /// <paramref name="isWanted"/> refuses is left out with all that it holds.
    /// </summary>
    public static string Clean(INode content, Uri? baseUrl = null, CleanRules? rules = null, Func<INode, bool>? isWanted = null)
    {
        var output = new CleanOutput();
        new Walk(new CleanContext(baseUrl, rules ?? CleanRules.Gathered), output, isWanted).Run(content);
        return output.Finish();
    }
}
