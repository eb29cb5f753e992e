using System.Text.Json;
using NewsDesk.Wire.Feeds.Authors;
using NewsDesk.Wire.Feeds.Dates;
using NewsDesk.Wire.Feeds.Html;

namespace NewsDesk.Wire.Feeds.Json;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeedReader
{
    public static bool LooksLikeJson(ReadOnlySpan<char> text) => text.TrimStart().StartsWith("{");

    public static FeedRead Read(string text, Uri? url)
    {
        using var document = JsonMending.Parse(text);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } root)
            return new FeedRead.NotAFeed("this begins like JSON, but cannot be read as such");
        var version = root.Text("version");
        if (version?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) != true && !root.Has("items", JsonValueKind.Array))
            return new FeedRead.NotAFeed("this is JSON, but no JSON Feed: it has no items");
        return new FeedRead.Read(ReadFeed(root, version, url));
    }

    private static Feed ReadFeed(JsonElement root, string? version, Uri? url)
    {
        var page = Links.Resolve(url, root.Text("home_page_url"));
        var self = Links.Resolve(url, root.Text("feed_url"));
        var address = url ?? (Uri.TryCreate(self ?? page, UriKind.Absolute, out var own) ? own : null);
        return new()
        {
            Format = version is not null && version.TrimEnd('/').EndsWith("1.1", StringComparison.Ordinal) ? "json 1.1" : "json 1.0",
            Title = PlainText.OfText(root.Text("title")),
            Link = page,
            Description = PlainText.OfText(root.Text("description")),
            Language = root.Text("language"),
            Authors = Authors(root, address),
            Items = [.. root.Objects("items").Take(FeedReader.MaxItems).Select(item => ReadItem(item, address))],
            Hints = new()
            {
                Self = self,
                NextPage = Links.Resolve(address, root.Text("next_url")),
                Hubs = [.. root.Objects("hubs").Select(hub => Links.Resolve(address, hub.Text("url"))).OfType<string>()],
            },
        };
    }

    private static FeedItem ReadItem(JsonElement item, Uri? address)
    {
        var plain = item.Text("content_text") is { } text ? HtmlEscape.Text(text) : null;
        var (categories, enclosures) = (new CategoryList(), new EnclosureList());
        foreach (var tag in item.Texts("tags")) categories.Add(tag);
        foreach (var file in item.Objects("attachments"))
            enclosures.Add(address, file.Text("url"), file.Text("mime_type"), file.Number("size_in_bytes"));
        return new()
        {
            Id = item.Text("id"),
            Title = PlainText.OfText(item.Text("title")),
            Link = Links.Resolve(address, item.Text("url")) ?? Links.Resolve(address, item.Text("external_url")),
            Summary = item.Text("summary") is { } summary ? HtmlEscape.Text(summary) : null,
            Content = item.Text("content_html") is { } html ? AbsoluteLinks.In(html, address) : plain,
            Authors = Authors(item, address),
            Published = FeedDate.Parse(item.Text("date_published")),
            Updated = FeedDate.Parse(item.Text("date_modified")),
            Categories = categories.Categories,
            Enclosures = enclosures.Enclosures,
            Image = Links.Resolve(address, item.Text("image") ?? item.Text("banner_image")),
        };
    }

    /// <summary>Version 1.0 has one author, 1.1 a list; many feeds write both.</summary>
    private static IReadOnlyList<FeedAuthor> Authors(JsonElement of, Uri? address)
    {
        var authors = new AuthorList();
        foreach (var author in of.Objects("authors").Concat(of.Objects("author")))
        {
            var (name, link) = (author.Text("name"), Links.Resolve(address, author.Text("url")));
            if (name is not null || link is not null) authors.Add(new(name, null, link));
        }

        foreach (var name in of.Texts("authors").Concat(of.Texts("author"))) authors.Add(AuthorLine.Parse(name));
        return authors.Authors;
    }
}
