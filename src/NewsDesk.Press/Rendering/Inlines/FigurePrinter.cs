using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsDesk.Press.Typesetting;

namespace NewsDesk.Press.Rendering.Inlines;

/// <summary>Writes paragraphs; one that is nothing but an image with a title is a figure, and the title its caption.</summary>
internal sealed class FigurePrinter : ParagraphRenderer
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (paragraph.Inline?.FirstChild is not LinkInline { IsImage: true, NextSibling: null, Title: { Length: > 0 } caption } image
            || !renderer.EnableHtmlForBlock || renderer.ImplicitParagraph)
        {
            base.Write(renderer, paragraph);
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<figure").WriteAttributes(paragraph).Write('>');
        image.Title = null;
        renderer.Write(image);
        image.Title = caption;
        renderer.Write("<figcaption>").WriteEscape(SetLine.Of(caption, ((PostRenderer)renderer).Printing.Marks)).WriteLine("</figcaption></figure>");
    }
}
