using AngleSharp.Dom;

namespace NewsDesk.Markup.Cleaning;

/// <summary>Where a link goes, and what we say of it to search engines and to the page that it opens.</summary>
internal static class Links
{
    public static void Write(IElement link, CleanContext context, CleanOutput output)
    {
        if (link.GetAttribute("href") is not { } href) return;
        if (Addresses.Place(href) is { } place && !context.Rules.WholeLinks)
        {
            WriteLocal(place, link, context, output);
        }
        else if (context.Addresses.Link(href) is { } address)
        {
            output.Attribute("href", SafeText.Plain(address));
            if (Rel(link, address, context) is { Length: > 0 } rel) output.Attribute("rel", rel);
        }
    }

    /// <summary>Whether the link leads anywhere; one that does not is unwrapped.</summary>
    public static bool IsSafe(IElement link, CleanContext context) =>
        link.GetAttribute("href") is { } href && (Addresses.Place(href) ?? context.Addresses.Link(href)) is not null;

    private static void WriteLocal(string place, IElement link, CleanContext context, CleanOutput output)
    {
        var id = place.Length > 0 ? context.Rules.SafeId(place) : "";
        var here = Attribute("href", "#" + id);
        // A place that is not in this piece is one of the page that the piece was taken from.
        var elsewhere = context.Base is not null && context.Addresses.Link("#" + place) is { } address
            ? Attribute("href", address) + (Rel(link, address, context) is { Length: > 0 } rel ? Attribute("rel", rel) : "")
            : here;
        output.AttributesOfLocalLink(id, here, elsewhere);
    }

    private static string Rel(IElement link, string address, CleanContext context)
    {
        var own = IsOwn(address, context.Rules.OwnSite) ? "" : context.Rules.LinkRel;
        if (link.GetAttribute("rel") is not { Length: <= 200 } given) return own;
        var kept = given.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(context.Rules.Rels.Contains);
        return string.Join(' ', own.Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(kept).Distinct(StringComparer.Ordinal));
    }

    private static bool IsOwn(string address, Uri? ownSite) =>
        ownSite is not null
        && Uri.TryCreate(ownSite, address, out var url)
        && string.Equals(url.Authority, ownSite.Authority, StringComparison.OrdinalIgnoreCase);

    private static string Attribute(string name, string value)
    {
        var html = new System.Text.StringBuilder();
        html.Append(' ').Append(name).Append("=\"");
        SafeText.AppendValue(html, value);
        return html.Append('"').ToString();
    }
}
