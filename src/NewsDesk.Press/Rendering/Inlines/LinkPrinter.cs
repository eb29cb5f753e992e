using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace NewsDesk.Press.Rendering.Inlines;

/// <summary>Writes links and images; the words of a link whose address is not safe stay, for the cleaner takes only the address.</summary>
internal sealed class LinkPrinter : HtmlObjectRenderer<LinkInline>
{
    /// <summary>The cleaner takes longer ones away.</summary>
    private const int MaxTitle = 1000;

    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var printing = ((PostRenderer)renderer).Printing;
        if (!renderer.EnableHtmlForInline) renderer.WriteChildren(link);
        else if (link.IsImage) WriteImage(renderer, link, printing);
        else WriteLink(renderer, link, printing);
    }

    private static void WriteImage(HtmlRenderer renderer, LinkInline image, Printing printing)
    {
        var address = printing.Address(image.Url, isLink: false);
        renderer.Write("<img src=\"").WriteEscapeUrl(address).Write("\" alt=\"");
        renderer.EnableHtmlForInline = false;
        renderer.WriteChildren(image);
        renderer.EnableHtmlForInline = true;
        renderer.Write('"');
        if (printing.Context.Pictures.SizeOf(address) is { } size)
        {
            renderer.Write(" width=\"").Write(size.Width.ToString(CultureInfo.InvariantCulture))
                .Write("\" height=\"").Write(size.Height.ToString(CultureInfo.InvariantCulture)).Write('"');
        }

        WriteTitle(renderer, image, printing);
        renderer.WriteAttributes(image).Write(" loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\">");
    }

    private static void WriteLink(HtmlRenderer renderer, LinkInline link, Printing printing)
    {
        renderer.Write("<a href=\"").WriteEscapeUrl(printing.Address(link.Url, isLink: true)).Write('"');
        WriteTitle(renderer, link, printing);
        renderer.WriteAttributes(link).Write('>');
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }

    private static void WriteTitle(HtmlRenderer renderer, LinkInline link, Printing printing)
    {
        if (link.Title is not { Length: > 0 } title) return;
        if (title.Length > MaxTitle) printing.NeedsCleaning = true;
        renderer.Write(" title=\"").WriteEscape(title).Write('"');
    }
}

/// <summary>Writes addresses in angle brackets.</summary>
internal sealed class AutolinkPrinter : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        if (!renderer.EnableHtmlForInline)
        {
            renderer.WriteEscape(link.Url);
            return;
        }

        var address = ((PostRenderer)renderer).Printing.Address(link.IsEmail ? "mailto:" + link.Url : link.Url, isLink: true);
        renderer.Write("<a href=\"").WriteEscapeUrl(address).Write('"').WriteAttributes(link).Write('>').WriteEscape(link.Url).Write("</a>");
    }
}
