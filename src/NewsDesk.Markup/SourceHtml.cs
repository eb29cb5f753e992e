using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsDesk.Markup;

/// <summary>Parses HTML from outside within bounds.</summary>
public static class SourceHtml
{
    private static readonly HtmlParserOptions OfPieces = new()
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

    /// <summary>A whole page as a tree. Walks over it recurse, so <paramref name="options"/> should bound its depth.</summary>
    public static IHtmlDocument ParsePage(string html, HtmlParserOptions options) =>
        new HtmlParser(options, BrowsingContext.New(Still)).ParseDocument(SourceBounds.Within(html));

    /// <summary>The body of a piece of HTML, read as a browser reads what is put into a page.</summary>
    internal static INode ParseBody(string html) =>
        // Without these tags a leading script or style would open a head, and white space before the first word be lost.
        new HtmlParser(OfPieces, BrowsingContext.New(Still)).ParseDocument("<!DOCTYPE html><body>" + SourceBounds.Within(html)).Body!;
}
