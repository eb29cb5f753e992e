using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering.Citations;

/// <summary><c>[@https://…]</c> or <c>[@1]</c>, several in a row being one.</summary>
internal sealed class Citation : LeafInline
{
    public List<string> Targets { get; } = [];

    /// <summary>Filled before printing; a target that is nothing we know is not among them.</summary>
    public List<CitedSource> Sources { get; } = [];
}

internal sealed class CitationExtension : HtmlObjectRenderer<Citation>, IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.InsertBefore<Markdig.Parsers.Inlines.LinkInlineParser>(new CitationParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Add(this);

    protected override void Write(HtmlRenderer renderer, Citation citation)
    {
        if (!renderer.EnableHtmlForInline || citation.Sources.Count == 0) return;
        renderer.Write("<sup class=\"cite\">");
        for (var i = 0; i < citation.Sources.Count; i++)
        {
            var source = citation.Sources[i];
            if (i > 0) renderer.Write(", ");
            renderer.Write("<a href=\"").WriteEscape(source.Url).Write('"');
            if (SourceList.Title(source) is { } title) renderer.Write(" title=\"").WriteEscape(title).Write('"');
            renderer.Write("><span class=\"domain\">").WriteEscape(source.Domain).Write("</span></a>");
        }

        renderer.Write("</sup>");
    }
}

internal sealed class CitationParser : InlineParser
{
    /// <summary>Addresses are not longer, nor are the citations that stand in a row.</summary>
    private const int MaxLength = 2048, MaxInARow = 32;

    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '@') return false;
        var citation = new Citation { Line = processor.LineIndex };
        var rest = slice;
        while (citation.Targets.Count < MaxInARow && TryRead(ref rest, citation.Targets))
        {
            slice = rest;
            while (rest.CurrentChar is ' ') rest.SkipChar();
        }

        if (citation.Targets.Count == 0) return false;
        // The reference hangs on the word before it.
        if (processor.Inline is LiteralInline before) before.Content.TrimEnd();
        citation.Span = new(processor.GetSourcePosition(slice.Start, out var line, out _), processor.GetSourcePosition(slice.Start));
        citation.Line = line;
        processor.Inline = citation;
        return true;
    }

    private static bool TryRead(ref StringSlice slice, List<string> targets)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith("[@", StringComparison.Ordinal)) return false;
        var end = text[..Math.Min(text.Length, MaxLength)].IndexOf(']');
        if (end < 0) return false;
        var read = new List<string>();
        foreach (var part in text[2..end].ToString().Split(["; @", ";@", ", @", ",@"], StringSplitOptions.TrimEntries))
        {
            if (!IsTarget(part)) return false;
            read.Add(part);
        }

        targets.AddRange(read);
        slice.Start += end + 1;
        return true;
    }

    private static bool IsTarget(string part) =>
        part.Length is > 0 and <= 3 && part.All(char.IsAsciiDigit) || WebAddress.Find(part) is not null;
}
