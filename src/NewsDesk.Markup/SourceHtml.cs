using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsDesk.Markup;

/// <summary>Parses HTML from outside within bounds.</summary>
internal static class SourceHtml
{
    private static readonly HtmlParserOptions Options = new()
    {
        DisableElementPositionTracking = true,
        SkipComments = true,
        SkipProcessingInstructions = true,
        SkipScriptText = true,
    };

    /// <summary>
    /// Made once, since a parser that makes its own tables spends nine tenths of a short text's time on it. Nobody acts on attributes as they are
    /// set, for each of each element: nothing here is ever shown.
    /// </summary>
    private static readonly IConfiguration Still = Configuration.Default.Without<IAttributeObserver>();

    /// <summary>The body of a piece of HTML, read as a browser reads what is put into a page.</summary>
    public static INode ParseBody(string html) =>
        // Without these tags a leading script or style would open a head, and white space before the first word be lost.
        new HtmlParser(Options, BrowsingContext.New(Still)).ParseDocument("<!DOCTYPE html><body>" + SourceBounds.Within(html)).Body!;
}
