using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsDesk.Press.Rendering.Inlines;

/// <summary>Shows a tag typed into the text as text.</summary>
internal sealed class RawBlockPrinter : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock html) => renderer.WriteLeafRawLines(html, writeEndOfLines: true, escape: true);
}

/// <summary>Shows a tag typed into a line as text.</summary>
internal sealed class RawInlinePrinter : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline html) => renderer.WriteEscape(html.Tag);
}
