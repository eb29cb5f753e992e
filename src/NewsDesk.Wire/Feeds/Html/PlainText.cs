using System.Text;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Html;

/// <summary>What a reader sees of a title or a description.</summary>
internal static class PlainText
{
    public static string? OfText(string? text) => Collapse(text);

    public static string? OfHtml(string? html) => html is null ? null : Collapse(WithoutTags(html, tag => true));

    /// <summary>
    /// Of a text that may be either: RSS never says which. Only what is surely markup is taken for it, so that
    /// "List&lt;int&gt;" and "1 &lt; 2" stay, and an entity that was escaped twice is read twice.
    /// </summary>
    public static string? OfEither(string? text) => text is null ? null : Collapse(WithoutTags(text, HtmlNames.IsKnown));

    private delegate bool IsTag(ReadOnlySpan<char> name);

    private static string WithoutTags(string html, IsTag isTag)
    {
        if (html.AsSpan().IndexOfAny('<', '&') < 0) return html;
        var text = new StringBuilder(html.Length);
        var copied = 0;
        var tags = new HtmlTags(html);
        while (tags.Next())
        {
            if (!tags.Name.IsEmpty && !isTag(tags.Name)) continue;
            CharacterReferences.AppendDecoded(text, html.AsSpan(copied..tags.Start));
            if (HtmlNames.IsBlock(tags.Name)) text.Append(' ');
            copied = tags.End;
        }

        CharacterReferences.AppendDecoded(text, html.AsSpan(copied));
        return text.ToString();
    }

    private static string? Collapse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (!NeedsCollapsing(text)) return text;
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) && result.Length > 0 && result[^1] != ' ') result.Append(' ');
            else if (!char.IsWhiteSpace(letter) && !char.IsControl(letter)) result.Append(letter);
        }

        return result.ToString().TrimEnd() is { Length: > 0 } line ? line : null;
    }

    private static bool NeedsCollapsing(string text)
    {
        var previous = ' ';
        foreach (var letter in text)
        {
            if (letter == ' ' ? previous == ' ' : char.IsWhiteSpace(letter) || char.IsControl(letter)) return true;
            previous = letter;
        }

        return previous == ' ';
    }
}
