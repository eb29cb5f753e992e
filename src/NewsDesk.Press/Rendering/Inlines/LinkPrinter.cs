using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using NewsDesk.Press.Rendering.Headings;

namespace NewsDesk.Press.Rendering.Inlines;

/// <summary>Writes links and images; an address that is not safe leaves only the words.</summary>
internal sealed class LinkPrinter : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var printing = ((PostRenderer)renderer).Printing;
        if (!renderer.EnableHtmlForInline)
            renderer.WriteChildren(link);
        else if (link.IsImage)
            WriteImage(renderer, link, printing);
        else if (SafeAddress.ForLink(link.Url, printing.Context.SiteUrl) is { } address)
            WriteLink(renderer, link, OnThisPage(address, printing.Outline));
        else
            renderer.WriteChildren(link);
    }

    internal static void WriteImage(HtmlRenderer renderer, LinkInline link, Printing printing)
    {
        if (SafeAddress.ForImage(link.Url, printing.Context.SiteUrl) is not { } address)
        {
            WriteAlternative(renderer, link);
            return;
        }

        renderer.Write("<img src=\"").WriteEscapeUrl(address).Write("\" alt=\"");
        WriteAlternative(renderer, link);
        renderer.Write('"');
        if (printing.Context.Images.TryGetValue(address, out var size))
        {
            renderer.Write(" width=\"").Write(size.Width.ToString(CultureInfo.InvariantCulture))
                .Write("\" height=\"").Write(size.Height.ToString(CultureInfo.InvariantCulture)).Write('"');
        }

        WriteTitle(renderer, link);
        renderer.WriteAttributes(link).Write(" loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\">");
    }

    private static void WriteLink(HtmlRenderer renderer, LinkInline link, string address)
    {
        renderer.Write("<a href=\"").WriteEscapeUrl(address).Write('"');
        WriteTitle(renderer, link);
        renderer.WriteAttributes(link).Write('>');
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }

    private static void WriteTitle(HtmlRenderer renderer, LinkInline link)
    {
        if (link.Title is { Length: > 0 } title) renderer.Write(" title=\"").WriteEscape(title).Write('"');
    }

    private static void WriteAlternative(HtmlRenderer renderer, LinkInline link)
    {
        var html = renderer.EnableHtmlForInline;
        renderer.EnableHtmlForInline = false;
        renderer.WriteChildren(link);
        renderer.EnableHtmlForInline = html;
    }

    /// <summary>Writers link to a heading by its words alone; its name has something before them.</summary>
    private static string OnThisPage(string address, Outline outline) =>
        address is ['#', .. var name] && (outline.Has(Outline.IdPrefix + name) || name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$')) && name.Length > 0
            ? "#" + Outline.IdPrefix + name
            : address;
}

/// <summary>Writes addresses in angle brackets.</summary>
internal sealed class AutolinkPrinter : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var printing = ((PostRenderer)renderer).Printing;
        var address = SafeAddress.ForLink(link.IsEmail ? "mailto:" + link.Url : link.Url, printing.Context.SiteUrl);
        if (!renderer.EnableHtmlForInline || address is null)
        {
            renderer.WriteEscape(link.Url);
            return;
        }

        renderer.Write("<a href=\"").WriteEscapeUrl(address).Write('"').WriteAttributes(link).Write('>').WriteEscape(link.Url).Write("</a>");
    }
}
