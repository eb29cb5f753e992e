using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsDesk.Press.Syndication;

/// <summary>Writes a publication as JSON Feed 1.1, with an extension that says what is satire and what it answers.</summary>
public static class JsonFeed
{
    // Letters of every script stand as they are; the answer is never part of a page.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteText("title", publication.Title);
            json.WriteString("home_page_url", publication.Link.AbsoluteUri);
            json.WriteString("feed_url", publication.Self.AbsoluteUri);
            json.WriteText("description", publication.Description);
            json.WriteText("language", publication.Language);
            if ((publication.Pages.Next ?? publication.Pages.OlderArchive) is { } next) json.WriteString("next_url", next.AbsoluteUri);
            if (publication.Icon is { } icon) json.WriteString("icon", icon.AbsoluteUri);
            WriteAuthors(json, new(publication.Title, publication.Link));
            if (publication.Hubs.Count > 0) WriteHubs(json, publication.Hubs);

            json.WriteStartArray("items");
            foreach (var entry in publication.Entries) WriteItem(json, entry);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteHubs(Utf8JsonWriter json, IEnumerable<Uri> hubs)
    {
        json.WriteStartArray("hubs");
        foreach (var hub in hubs)
        {
            json.WriteStartObject();
            json.WriteString("type", "WebSub");
            json.WriteString("url", hub.AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteItem(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteText("id", entry.Id);
        json.WriteString("url", entry.Link.AbsoluteUri);
        json.WriteText("title", entry.Title);
        if (entry.Html is { } html) json.WriteText("content_html", html);
        // An item without a text of its own has at least this one.
        else json.WriteText("content_text", entry.Summary ?? entry.Title);
        if (entry.Summary is { } summary) json.WriteText("summary", summary);
        if (entry.Image is { } image) json.WriteString("image", image.Url.AbsoluteUri);
        json.WriteString("date_published", Moment.Iso(entry.Published));
        if (entry.Changed != entry.Published) json.WriteString("date_modified", Moment.Iso(entry.Changed));
        if (entry.Author is { } author) WriteAuthors(json, author);
        if (entry.Language is { } language) json.WriteText("language", language);
        if (entry.Categories.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (var category in entry.Categories) json.WriteStringValue(FeedText.Legal(category));
            json.WriteEndArray();
        }

        WriteExtension(json, entry);
        json.WriteEndObject();
    }

    private static void WriteExtension(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject("_newsdesk");
        json.WriteBoolean("satire", entry.IsSatire);
        if (entry.Level is { } level) json.WriteString("language_level", level);
        if (entry.From is { } from) WriteOriginal(json, "from", from);
        if (entry.Originals.Count > 0)
        {
            json.WriteStartArray("originals");
            foreach (var original in entry.Originals) WriteOriginal(json, null, original);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteOriginal(Utf8JsonWriter json, string? name, FeedOriginal original)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        json.WriteString("url", original.Url.AbsoluteUri);
        if (original.Title is { } title) json.WriteText("title", title);
        json.WriteEndObject();
    }

    private static void WriteAuthors(Utf8JsonWriter json, FeedAuthor author)
    {
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteText("name", author.Name);
        if (author.Link is { } link) json.WriteString("url", link.AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>Half a character cannot be written in UTF-8, and what XML refuses is no use to JSON's readers either.</summary>
    private static void WriteText(this Utf8JsonWriter json, string name, string text) => json.WriteString(name, FeedText.Legal(text));
}
