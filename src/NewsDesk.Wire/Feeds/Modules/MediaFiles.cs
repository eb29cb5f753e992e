using NewsDesk.Wire.Feeds.Html;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Modules;

/// <summary>
/// Media RSS, alone or in its groups: files, pictures, and a title, text and categories for items that have none of their own.
/// </summary>
internal sealed class MediaFiles
{
    private readonly FirstBest<string> _image = new();
    private readonly CategoryList _categories = new();

    public EnclosureList Files { get; } = new();

    public string? Image => _image.Value;

    public string? Title { get; private set; }

    public string? Description { get; private set; }

    public IReadOnlyList<string> Categories => _categories.Categories;

    /// <summary>Takes an element of the module, and those in it: a group holds contents, a content its own pictures.</summary>
    public void Take(XmlWalk xml)
    {
        var isGroup = xml.Name is "media:group" or "media:content";
        var depth = xml.Depth;
        TakeOne(xml);
        while (isGroup && xml.NextWithin(depth)) TakeOne(xml);
    }

    private void TakeOne(XmlWalk xml)
    {
        switch (xml.Name)
        {
            case "media:content":
                Files.Add(xml.Base, xml.Attribute("url"), xml.Attribute("type"), xml.Attribute("fileSize"));
                if (IsPicture(xml)) _image.Offer(1, Links.Resolve(xml.Base, xml.Attribute("url")));
                break;
            case "media:thumbnail":
                _image.Offer(0, Links.Resolve(xml.Base, xml.Attribute("url")));
                break;
            case "itunes:image":
                _image.Offer(2, Links.Resolve(xml.Base, xml.Attribute("href") ?? xml.Attribute("url")));
                break;
            case "media:title":
                Title ??= PlainText.OfEither(xml.ReadText());
                break;
            case "media:description":
                Description ??= ReadDescription(xml);
                break;
            case "media:category":
                var label = xml.Attribute("label");
                _categories.Add(label ?? PlainText.OfEither(xml.ReadText()));
                break;
            case "media:keywords" or "itunes:keywords":
                foreach (var keyword in (xml.ReadText() ?? "").Split(',')) _categories.Add(PlainText.OfEither(keyword));
                break;
        }
    }

    /// <summary>Plain text, unless it says that it is HTML.</summary>
    private static string? ReadDescription(XmlWalk xml)
    {
        var isHtml = xml.Attribute("type")?.Contains("html", StringComparison.OrdinalIgnoreCase) == true;
        var address = xml.Base;
        var (text, hasElements) = xml.ReadInner(isMarkup: isHtml);
        return text is null ? null
            : isHtml || hasElements ? AbsoluteLinks.In(text.Trim(), address)
            : HtmlEscape.Text(text.Trim());
    }

    private static bool IsPicture(XmlWalk xml) =>
        xml.Attribute("medium") == "image" || xml.Attribute("type")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;
}
