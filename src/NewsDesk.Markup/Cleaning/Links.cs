using AngleSharp.Dom;

namespace NewsDesk.Markup.Cleaning;

/// <summary>Where a link goes, and what we say of it to search engines and to the page that it opens.</summary>
internal static class Links
{
    public static void Write(IElement link, CleanContext context, CleanOutput output)
    {
        if (Find(link, context) is not { } address) return;
        var rel = Rel(link, address, context);
        if (!address.StartsWith('#'))
        {
            output.Attribute("href", address);
            if (rel.Length > 0) output.Attribute("rel", rel);
            return;
        }

        var id = context.Rules.SafeId(address[1..]);
        if (context.Base is null)
        {
            output.Attribute("href", "#" + id);
            return;
        }

        // A place that is not in this piece is one of the page that the piece was taken from.
        var elsewhere = Addresses.Link(address, context.Base) ?? "#" + id;
        output.AttributesOfLocalLink(id,
            here: Attribute("href", "#" + id), elsewhere: Attribute("href", elsewhere) + (rel.Length > 0 ? Attribute("rel", rel) : ""));
    }

    /// <summary>The link's safe address; null when it has none, and the link is to be unwrapped.</summary>
    public static string? Find(IElement link, CleanContext context) =>
        link.GetAttribute("href") is not { } href ? null
        : href.AsSpan().TrimStart().StartsWith('#') ? Addresses.Link(href, null)
        : Addresses.Link(href, context.Base);

    private static string Rel(IElement link, string address, CleanContext context)
    {
        var words = context.Rules.LinkRel.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (IsOwn(address, context.Rules.OwnSite)) words.Clear();
        if (link.GetAttribute("rel") is { Length: <= 200 } given)
            words.AddRange(given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(context.Rules.Rels.Contains));
        return string.Join(' ', words.Distinct(StringComparer.Ordinal));
    }

    private static bool IsOwn(string address, Uri? ownSite) =>
        ownSite is not null
        && Uri.TryCreate(ownSite, address, out var url)
        && string.Equals(url.Authority, ownSite.Authority, StringComparison.OrdinalIgnoreCase);

    private static string Attribute(string name, string value)
    {
        var html = new System.Text.StringBuilder();
        html.Append(' ').Append(name).Append("=\"");
        SafeText.Append(html, value);
        return html.Append('"').ToString();
    }
}
