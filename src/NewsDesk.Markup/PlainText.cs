using AngleSharp.Dom;
using NewsDesk.Markup.Plain;

namespace NewsDesk.Markup;

/// <summary>HTML as text, for people and for counting words.</summary>
public static class PlainText
{
    /// <summary>
    /// Paragraphs and other blocks are parted by a blank line. An item of a list has a line of its own, without a mark; so has a row of
    /// a table, its cells parted by a tab, and what follows a br. Pre stays as it is. Of pictures, film and forms nothing is told.
    /// </summary>
    public static string From(string html) =>
        // Without a tag or a reference it is text already, and most summaries are.
        html.AsSpan().IndexOfAny('<', '&') < 0 ? TextWalk.OfText(html) : From(SourceHtml.ParseBody(html));

    /// <summary>The same for what is in a parsed tree's node.</summary>
    public static string From(INode node) => new TextWalk().Run(node);

    /// <summary>
    /// The beginning of a text in one line of at most <paramref name="maxLength"/> characters (UTF-16), ended with … where it was cut:
    /// after a sentence if one ends late enough, else after a word, else between two characters as a reader sees them.
    /// </summary>
    public static string Excerpt(string text, int maxLength) => Excerpts.Cut(text, maxLength);
}
