using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;
using NewsDesk.Markup;

namespace NewsDesk.Press.Rendering.Typed;

/// <summary>The beginning of a tag or comment that has no end in its paragraph, as <c>&lt;a href="x</c>: text, but hardly meant as such.</summary>
/// <remarks>No literal, because the typesetting looks through all of those for dashes once more.</remarks>
internal sealed class UnendedTag : HtmlEntityInline
{
    public UnendedTag(string text, string name)
    {
        Original = Transcoded = new(text);
        Name = name;
    }

    /// <summary>As <c>&lt;a</c>.</summary>
    public string Name { get; }
}

/// <summary>What begins like a tag or a comment and is none stays as it was typed: nothing in it is a dash or a quote to be set.</summary>
internal sealed class UnendedTagsExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        // Before the typesetting, which knows these signs too; what reads whole tags goes first.
        pipeline.InlineParsers.Insert(0, new CommentSignParser());
        pipeline.InlineParsers.InsertAfter<AutolinkInlineParser>(new UnendedTagParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }
}

/// <summary>The signs of a comment of which one end is missing, or stands in another paragraph.</summary>
internal sealed class CommentSignParser : InlineParser
{
    private const string Start = "<!--", End = "-->";

    public CommentSignParser() => OpeningCharacters = ['<', '-'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (text.StartsWith(Start, StringComparison.Ordinal) && text.LastIndexOf(End, StringComparison.Ordinal) < 0) return UnendedTagParser.Take(processor, ref slice, Start.Length, Start.Length);
        // Behind more hyphens it is a line.
        if (!text.StartsWith(End, StringComparison.Ordinal) || slice.PeekCharExtra(-1) == '-') return false;
        processor.Inline = new HtmlEntityInline { Original = new(End), Transcoded = new(End), Line = processor.LineIndex };
        slice.Start += End.Length;
        return true;
    }
}

/// <summary>Reads a name and its attributes; a name alone is as likely a comparison (<c>x &lt;b</c>), and reads well as it is.</summary>
internal sealed partial class UnendedTagParser : InlineParser
{
    public UnendedTagParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var name = 1;
        while (name < text.Length && char.IsAsciiLetterOrDigit(text[name])) name++;
        if (!TypedHtml.IsElement(text[1..name])) return false;
        var length = name;
        while (AttributeLength(text[length..]) is > 0 and var more) length += more;
        return length > name && Take(processor, ref slice, length, name);
    }

    internal static bool Take(InlineProcessor processor, ref StringSlice slice, int length, int name)
    {
        var text = slice.AsSpan()[..length].ToString();
        processor.GetSourcePosition(slice.Start, out var line, out _);
        processor.Inline = new UnendedTag(text, text[..name]) { Line = line };
        slice.Start += length;
        return true;
    }

    private static int AttributeLength(ReadOnlySpan<char> text)
    {
        foreach (var match in Attribute().EnumerateMatches(text)) return match.Length;
        return 0;
    }

    /// <summary>Of a value whose quotes are not closed, or hold other tags, only the first quote belongs to it.</summary>
    [GeneratedRegex("""^[ \t]+[a-z][a-z0-9:_-]*=(?:"[^"<>\n]*"|'[^'<>\n]*'|["']|[^\s"'<>]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();
}
