using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace NewsDesk.Tests.Pages.Subscriptions;

/// <summary>
/// What a validator of feeds finds wrong, by RSS 2.0 and the advice of its board, RFC 4287, JSON Feed 1.1 and the modules that we use; written from those texts.
/// </summary>
internal sealed partial class FeedRules
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    private static readonly XNamespace Rhythm = "http://purl.org/rss/1.0/modules/syndication/";

    private static readonly string[] ChannelParts =
        ["title", "link", "description", "language", "copyright", "lastBuildDate", "pubDate", "generator", "docs", "ttl", "image", "item", "category", "managingEditor", "webMaster"];

    private static readonly string[] ItemParts = ["title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source"];

    private static readonly string[] Relations =
        ["alternate", "self", "hub", "via", "related", "enclosure", "first", "previous", "next", "last", "prev-archive", "next-archive", "current"];

    private static readonly string[] Dangerous = ["script", "iframe", "object", "embed", "form", "input", "button", "style", "link", "meta", "base", "frame", "applet"];

    private readonly List<string> _faults = [];
    private readonly string _address;

    private FeedRules(string address) => _address = address;

    /// <param name="address">Where the feed says that it is, whole.</param>
    public static IReadOnlyList<string> Faults(string address, string contentType, byte[] bytes)
    {
        var rules = new FeedRules(address);
        var file = new Uri(address).AbsolutePath.Split('/')[^1];
        rules.Expect(contentType == file switch { "feed.json" => "application/feed+json", "atom.xml" => "application/atom+xml", _ => "application/rss+xml" } + "; charset=utf-8", $"content type {contentType}");
        rules.Expect(!bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble), "a byte order mark");
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        rules.Expect(!text.Any(letter => letter is < ' ' and not ('\n' or '\t' or '\r') or '\uFFFE' or '\uFFFF'), "a control character");
        if (file == "feed.json") rules.CheckJson(text);
        else rules.CheckXml(text);
        return rules._faults;
    }

    private void Expect(bool isSo, string fault)
    {
        if (!isSo) _faults.Add($"{_address}: {fault}");
    }

    private void CheckXml(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Prohibit });
        var root = XDocument.Load(reader).Root!;
        if (root.Name == "rss") CheckRss(root);
        else CheckAtom(root);
    }

    private void CheckRss(XElement rss)
    {
        Expect(rss.Attribute("version")?.Value == "2.0", "no RSS 2.0");
        var channel = rss.Elements().Single();
        foreach (var name in new[] { "title", "link", "description" }) Expect(channel.Elements(name).Count() == 1 && channel.Element(name)!.Value.Length > 0, $"no {name}, or more than one");
        foreach (var part in channel.Elements().Where(part => part.Name.Namespace == XNamespace.None))
            Expect(ChannelParts.Contains(part.Name.LocalName, StringComparer.Ordinal), $"an unknown {part.Name}");
        foreach (var once in channel.Elements().Where(part => part.Name != "item" && part.Name != Atom + "link").GroupBy(part => part.Name)) Expect(once.Count() == 1, $"{once.Key} twice");
        CheckUrl(channel.Element("link")!.Value, "channel link");
        CheckLanguage(channel.Element("language")?.Value);
        if (channel.Element("lastBuildDate") is { } built) CheckRfc822(built.Value);
        if (channel.Element("ttl") is { } ttl) Expect(int.Parse(ttl.Value, CultureInfo.InvariantCulture) > 0, "ttl");
        if (channel.Element(Rhythm + "updatePeriod") is { } period) Expect(period.Value is "hourly" or "daily" or "weekly" or "monthly" or "yearly", "sy:updatePeriod");
        if (channel.Element(Rhythm + "updateFrequency") is { } often) Expect(int.Parse(often.Value, CultureInfo.InvariantCulture) > 0, "sy:updateFrequency");
        if (channel.Element("image") is { } image)
        {
            CheckUrl(image.Element("url")!.Value, "image url");
            Expect(image.Element("title")!.Value == channel.Element("title")!.Value && image.Element("link")!.Value == channel.Element("link")!.Value, "the image's title and link are not the channel's");
        }

        CheckLinks(channel, "application/rss+xml");
        var items = channel.Elements("item").ToList();
        Expect(items.Select(item => item.Element("guid")!.Value).Distinct(StringComparer.Ordinal).Count() == items.Count, "a guid twice");
        foreach (var item in items) CheckItem(item);
    }

    private void CheckItem(XElement item)
    {
        foreach (var part in item.Elements().Where(part => part.Name.Namespace == XNamespace.None))
            Expect(ItemParts.Contains(part.Name.LocalName, StringComparer.Ordinal), $"an unknown {part.Name} in an item");
        foreach (var once in item.Elements().Where(part => part.Name != "category" && part.Name != Atom + "link").GroupBy(part => part.Name)) Expect(once.Count() == 1, $"{once.Key} twice in an item");
        Expect(item.Element("title")?.Value.Length > 0 || item.Element("description")?.Value.Length > 0, "an item without title and description");
        CheckUrl(item.Element("link")!.Value, "item link");
        var guid = item.Element("guid")!;
        Expect(guid.Value.Length > 0 && guid.Attribute("isPermaLink")?.Value is "false", "guid");
        CheckRfc822(item.Element("pubDate")!.Value);
        if (item.Element(Atom + "updated") is { } updated) CheckRfc3339(updated.Value);
        Expect(item.Element(DublinCore + "creator")?.Value is not "", "an empty dc:creator");
        Expect(item.Elements("category").All(category => category.Value.Length > 0), "an empty category");
        foreach (var enclosure in item.Elements("enclosure"))
            Expect(long.TryParse(enclosure.Attribute("length")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _) && enclosure.Attribute("type") is not null, "an enclosure without length or type");
        CheckMedia(item);
        CheckItemLinks(item);
        if (item.Element("description") is { } description) Expect(!description.Value.Contains("<script", StringComparison.OrdinalIgnoreCase), "a script in a description");
        if (item.Element(Content + "encoded") is { } content) CheckHtml(content.Value);
    }

    private void CheckAtom(XElement feed)
    {
        Expect(feed.Name == Atom + "feed", "no Atom");
        CheckLanguage(feed.Attribute(XNamespace.Xml + "lang")?.Value);
        CheckMeta(feed);
        CheckLinks(feed, "application/atom+xml");
        Expect(feed.Elements(Atom + "link").Count(link => link.Attribute("rel")!.Value == "alternate") == 1, "no alternate, or more than one");
        var entries = feed.Elements(Atom + "entry").ToList();
        Expect(entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct(StringComparer.Ordinal).Count() == entries.Count, "an id twice");
        Expect(entries.Count == 0 || DateOf(feed) >= entries.Max(DateOf), "a feed that is older than its entries");
        foreach (var entry in entries)
        {
            CheckMeta(entry);
            CheckMedia(entry);
            CheckItemLinks(entry);
            if (entry.Attribute(XNamespace.Xml + "lang") is { } language) CheckLanguage(language.Value);
            if (entry.Element(Atom + "published") is { } published) CheckRfc3339(published.Value);
            Expect(entry.Elements(Atom + "link").Count(link => link.Attribute("rel")!.Value == "alternate") == 1, "an entry without alternate, or with more than one");
            Expect(entry.Element(Atom + "content") is not null || entry.Element(Atom + "summary") is not null, "an entry without a text");
            Expect(entry.Elements(Atom + "category").All(category => category.Attribute("term")?.Value.Length > 0), "a category without term");
            if (entry.Element(Atom + "content") is not { } content) continue;
            Expect(content.Attribute("type")?.Value == "html", "content that is not html");
            CheckHtml(content.Value);
        }
    }

    private static DateTimeOffset DateOf(XElement of) => DateTimeOffset.Parse(of.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture);

    private void CheckMeta(XElement of)
    {
        foreach (var name in new[] { "id", "title", "updated" }) Expect(of.Elements(Atom + name).Count() == 1 && of.Element(Atom + name)!.Value.Length > 0, $"no {name}, or more than one");
        Expect(Uri.IsWellFormedUriString(of.Element(Atom + "id")!.Value, UriKind.Absolute), $"an id that is no URI: {of.Element(Atom + "id")!.Value}");
        CheckRfc3339(of.Element(Atom + "updated")!.Value);
        foreach (var author in of.Elements(Atom + "author"))
        {
            Expect(author.Element(Atom + "name")?.Value.Length > 0, "an author without a name");
            if (author.Element(Atom + "uri") is { } uri) CheckUrl(uri.Value, "author");
        }

        Expect(of.Name == Atom + "entry" || of.Elements(Atom + "author").Any(), "a feed without an author");
    }

    private void CheckMedia(XElement item)
    {
        if (item.Element(Media + "rating") is { } rating) Expect(rating.Attribute("scheme")?.Value == "urn:simple" && rating.Value is "adult" or "nonadult", "media:rating");
        foreach (var picture in item.Elements(Media + "content"))
        {
            CheckUrl(picture.Attribute("url")!.Value, "media:content");
            Expect(picture.Attribute("type")?.Value.StartsWith("image/", StringComparison.Ordinal) == true && picture.Attribute("medium")?.Value == "image", "media:content without a type");
            if (picture.Attribute("fileSize") is { } bytes) Expect(long.Parse(bytes.Value, CultureInfo.InvariantCulture) > 0, "media:content with a wrong fileSize");
            Expect(int.Parse(picture.Attribute("width")!.Value, CultureInfo.InvariantCulture) > 0 && int.Parse(picture.Attribute("height")!.Value, CultureInfo.InvariantCulture) > 0, "media:content without a size");
        }
    }

    private void CheckLinks(XElement of, string type)
    {
        var links = of.Elements(Atom + "link").ToList();
        Expect(links.Count(link => link.Attribute("rel")?.Value == "self") == 1, "no self, or more than one");
        Expect(links.Single(link => link.Attribute("rel")?.Value == "self").Attribute("href")!.Value == _address, "self is not the address at which it is served");
        foreach (var link in links)
        {
            CheckLink(link);
            if (link.Attribute("rel")!.Value is not ("hub" or "alternate")) Expect(link.Attribute("type")?.Value == type, $"a {link.Attribute("rel")!.Value} of another type");
        }
    }

    private void CheckItemLinks(XElement item)
    {
        foreach (var link in item.Elements(Atom + "link")) CheckLink(link);
    }

    private void CheckLink(XElement link)
    {
        Expect(Relations.Contains(link.Attribute("rel")?.Value, StringComparer.Ordinal), $"an unknown relation {link.Attribute("rel")?.Value}");
        CheckUrl(link.Attribute("href")!.Value, "link");
        Expect(link.Attribute("type") is not { } type || type.Value.Contains('/', StringComparison.Ordinal), "a type that is none");
    }

    private void CheckJson(string text)
    {
        using var json = JsonDocument.Parse(text);
        var feed = json.RootElement;
        Expect(feed.GetProperty("version").GetString() == "https://jsonfeed.org/version/1.1", "no JSON Feed 1.1");
        Expect(feed.GetProperty("title").GetString() is { Length: > 0 }, "no title");
        Expect(feed.GetProperty("feed_url").GetString() == _address, "feed_url is not the address at which it is served");
        CheckUrl(feed.GetProperty("home_page_url").GetString()!, "home_page_url");
        CheckLanguage(feed.GetProperty("language").GetString());
        if (feed.TryGetProperty("next_url", out var next)) Expect(next.GetString() != _address && Uri.IsWellFormedUriString(next.GetString(), UriKind.Absolute), "next_url");
        if (feed.TryGetProperty("hubs", out var hubs))
        {
            foreach (var hub in hubs.EnumerateArray()) Expect(hub.GetProperty("type").GetString() is { Length: > 0 } && Uri.IsWellFormedUriString(hub.GetProperty("url").GetString(), UriKind.Absolute), "a hub");
        }

        var items = feed.GetProperty("items").EnumerateArray().ToList();
        Expect(items.Select(item => item.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count() == items.Count, "an id twice");
        foreach (var item in items) CheckJsonItem(item);
        CheckNoNull(feed);
    }

    private void CheckJsonItem(JsonElement item)
    {
        Expect(item.GetProperty("id").GetString() is { Length: > 0 }, "an item without id");
        CheckUrl(item.GetProperty("url").GetString()!, "url");
        CheckRfc3339(item.GetProperty("date_published").GetString()!);
        if (item.TryGetProperty("date_modified", out var modified)) CheckRfc3339(modified.GetString()!);
        if (item.TryGetProperty("image", out var image)) CheckUrl(image.GetString()!, "image");
        if (item.TryGetProperty("language", out var language)) CheckLanguage(language.GetString());
        if (item.TryGetProperty("tags", out var tags)) Expect(tags.EnumerateArray().All(tag => tag.GetString() is { Length: > 0 }), "a tag");
        var hasHtml = item.TryGetProperty("content_html", out var html);
        Expect(hasHtml || item.TryGetProperty("content_text", out _), "an item without content");
        if (hasHtml) CheckHtml(html.GetString()!);
        Expect(item.EnumerateObject().Where(part => part.Name.StartsWith('_')).All(part => part.Value.ValueKind == JsonValueKind.Object), "an extension that is no object");
    }

    private void CheckNoNull(JsonElement element)
    {
        Expect(element.ValueKind != JsonValueKind.Null, "a null");
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var part in element.EnumerateObject()) CheckNoNull(part.Value);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in element.EnumerateArray()) CheckNoNull(one);
        }
    }

    private void CheckHtml(string html)
    {
        Expect(html.Length > 0, "an empty text");
        var page = new HtmlParser().ParseDocument(html);
        foreach (var element in page.Body!.QuerySelectorAll("*"))
        {
            Expect(!Dangerous.Contains(element.LocalName, StringComparer.Ordinal), $"a <{element.LocalName}> in a text");
            foreach (var attribute in element.Attributes)
            {
                Expect(!attribute.Name.StartsWith("on", StringComparison.Ordinal) && attribute.Name is not "style", $"{attribute.Name} in a text");
                if (attribute.Name is not ("href" or "src" or "cite" or "poster")) continue;
                Expect(Uri.TryCreate(attribute.Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" or "mailto", $"{attribute.Name}=\"{attribute.Value}\" in a text");
            }
        }
    }

    private void CheckUrl(string url, string what) =>
        Expect(Uri.IsWellFormedUriString(url, UriKind.Absolute) && new Uri(url).Scheme is "http" or "https", $"{what} is no whole address: {url}");

    private void CheckLanguage(string? language) => Expect(language is not null && Language().IsMatch(language), $"language {language}");

    private void CheckRfc822(string date) =>
        Expect(DateTimeOffset.TryParseExact(date, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _), $"no date of RFC 822: {date}");

    private void CheckRfc3339(string date) =>
        Expect(DateTimeOffset.TryParseExact(date, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _), $"no date of RFC 3339: {date}");

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Language();
}
