using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsDesk.Tests.Markup;

/// <summary>
/// Says what is not clean in a piece of HTML that claims to be. It knows nothing of how the cleaner works: it parses the piece as a
/// page would and looks at what is there.
/// </summary>
internal static partial class CleanCheck
{
    private const int MostDeep = 140;

    private static readonly HashSet<string> Elements = [.. """
        a abbr address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup data dd del details dfn div dl
        dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark meter ol p picture pre progress q rp rt ruby s samp
        section small source span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var video wbr
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    private static readonly HashSet<string> Attributes = [.. """
        abbr align alt aria-label cite class colspan controls datetime decoding dir headers height high href hreflang id lang loading low max
        media min open optimum poster preload referrerpolicy rel reversed role rowspan scope sizes span src srcset start title type valign
        value width
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    private static readonly System.Buffers.SearchValues<char> NotInAddress = System.Buffers.SearchValues.Create(" \t\n\r\\\"<>");

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html);

    /// <summary>Null when all is well, else the first thing that is not.</summary>
    public static string? FirstFault(string html)
    {
        using var document = Parse(html);
        var body = document.Body!;
        if (document.Head!.HasChildNodes || document.DocumentElement.Attributes.Length + body.Attributes.Length > 0) return "reaches out of its place";

        var nodes = new Stack<(INode Node, int Depth)>(body.ChildNodes.Select(node => (node, 1)));
        while (nodes.TryPop(out var next))
        {
            var fault = next.Node switch
            {
                IElement element => FaultOf(element),
                IText text => Forbidden().IsMatch(text.Data) ? "a control character in text" : null,
                _ => $"a {next.Node.NodeType}",
            };
            if (fault is not null) return fault;
            if (next.Depth > MostDeep) return "too deep";
            foreach (var child in next.Node.ChildNodes) nodes.Push((child, next.Depth + 1));
        }

        using var again = Parse(body.InnerHtml);
        return again.Body!.Equals(body) ? null : "another tree when it is written and parsed again";
    }

    private static string? FaultOf(IElement element)
    {
        if (element is not IHtmlElement || !Elements.Contains(element.LocalName)) return $"element {element.LocalName}";
        foreach (var attribute in element.Attributes)
        {
            if (!Attributes.Contains(attribute.Name)) return $"attribute {element.LocalName}[{attribute.Name}]";
            if (Forbidden().IsMatch(attribute.Value)) return $"a control character in {element.LocalName}[{attribute.Name}]";
            var safe = attribute.Name switch
            {
                "href" => IsAddress(attribute.Value, "http", "https", "mailto", "tel"),
                "src" when element.LocalName == "img" && SmallPicture().IsMatch(attribute.Value) => true,
                "src" or "cite" or "poster" => IsAddress(attribute.Value, "http", "https"),
                "srcset" => attribute.Value.Split(", ").All(one => IsAddress(one.Split(' ')[0], "http", "https")),
                "id" => attribute.Value.StartsWith("from-", StringComparison.Ordinal),
                "headers" => attribute.Value.Split(' ').All(id => id.StartsWith("from-", StringComparison.Ordinal)),
                _ => true,
            };
            if (!safe) return $"{element.LocalName}[{attribute.Name}={attribute.Value}]";
        }

        return element.LocalName switch
        {
            "a" when element.GetAttribute("href") is { } href && !href.StartsWith('#') && element.GetAttribute("rel")?.Contains("nofollow ugc noopener", StringComparison.Ordinal) != true => "a link without its rel",
            "img" when element.GetAttribute("loading") != "lazy" || element.GetAttribute("referrerpolicy") != "no-referrer" => "a picture that tells",
            "audio" or "video" when element.GetAttribute("preload") != "none" => "a film that loads at once",
            _ => null,
        };
    }

    private static bool IsAddress(string value, params string[] schemes) =>
        value.AsSpan().IndexOfAny(NotInAddress) < 0
        && Uri.TryCreate(new Uri("https://base.example/"), value, out var url) && schemes.Contains(url.Scheme);

    [GeneratedRegex(@"[\x00-\x08\x0B-\x1F\x7F-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"^data:image/(png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=]*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex SmallPicture();
}
