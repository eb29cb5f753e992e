using System.Text;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Html;

/// <summary>Makes the links in a piece of HTML absolute and leaves everything else, flaws included, as it was.</summary>
internal static class AbsoluteLinks
{
    public static string In(string html, Uri? address)
    {
        if (address is null || !html.Contains('<')) return html;
        StringBuilder? result = null;
        var copied = 0;
        var tags = new HtmlTags(html);
        while (tags.Next())
        {
            if (tags.Name.IsEmpty || tags.IsEndTag) continue;
            var attributes = new HtmlAttributes(html, tags.AttributesStart, tags.End);
            while (attributes.Next())
            {
                if (!IsLink(attributes.Name)) continue;
                var value = CharacterReferences.Decode(html.AsSpan(attributes.ValueStart..attributes.ValueEnd));
                if (InAttribute(attributes.Name, value, address) is not { } absolute) continue;
                result ??= new(html.Length + 64);
                result.Append(html.AsSpan(copied..attributes.ValueStart));
                if (!attributes.IsQuoted) result.Append('"');
                HtmlEscape.AppendAttribute(result, absolute.Replace("'", "%27", StringComparison.Ordinal));
                if (!attributes.IsQuoted) result.Append('"');
                copied = attributes.ValueEnd;
            }
        }

        return result is null ? html : result.Append(html.AsSpan(copied)).ToString();
    }

    /// <summary>The absolute form of an attribute's value, or null where there is nothing to change.</summary>
    public static string? InAttribute(ReadOnlySpan<char> name, string value, Uri? address) =>
        !IsLink(name) ? null
        : name.Equals("srcset", StringComparison.OrdinalIgnoreCase) ? InSourceSet(value, address)
        : Links.Absolute(address, value);

    private static bool IsLink(ReadOnlySpan<char> name) => name.Length switch
    {
        3 => Is(name, "src"),
        4 => Is(name, "href") || Is(name, "cite"),
        6 => Is(name, "poster") || Is(name, "srcset") || Is(name, "action"),
        8 => Is(name, "longdesc"),
        10 => Is(name, "background") || Is(name, "formaction"),
        _ => false,
    };

    private static bool Is(ReadOnlySpan<char> name, string attribute) => name.Equals(attribute, StringComparison.OrdinalIgnoreCase);

    /// <summary><c>small.jpg 1x, large.jpg 2x</c>: a comma parts candidates only before a space, for addresses hold commas.</summary>
    private static string InSourceSet(string value, Uri? address)
    {
        var candidates = value.Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join(", ", candidates.Select(candidate =>
        {
            var end = candidate.IndexOf(' ', StringComparison.Ordinal);
            var link = end < 0 ? candidate : candidate[..end];
            return (Links.Absolute(address, link) ?? link) + (end < 0 ? "" : candidate[end..]);
        }));
    }
}
