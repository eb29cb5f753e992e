using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.StoryParts;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Pages.ForMachines;

/// <summary>What pages are, in the words of schema.org.</summary>
public static class LinkedData
{
    // Any letter may stand as it is, but < is written as an escape, so that nothing in a title can end the script element.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A post as a <c>SatiricalArticle</c>, with the reporting that it is based on.</summary>
    public static string Of(Teaser line, IReadOnlyList<OriginalCard> originals, IReadOnlyList<string> cited, Masthead masthead)
    {
        var url = masthead.AbsoluteUrl(line.Path).AbsoluteUri;
        return Written(Thing("SatiricalArticle",
            ("headline", line.Title),
            ("description", line.Standfirst),
            ("genre", "Satire"),
            ("url", url),
            ("mainEntityOfPage", url),
            ("image", masthead.AbsoluteUrl(line.ShareImage).AbsoluteUri),
            ("datePublished", Moment.Iso(line.Post.Published)),
            ("dateModified", Moment.Iso(line.Post.Updated ?? line.Post.Published)),
            ("inLanguage", masthead.Site.Language),
            ("wordCount", line.Post.WordCount),
            ("keywords", line.Post.Tags.Count > 0 ? line.Tags.Select(tag => tag.Said) : null),
            ("isFamilyFriendly", !line.IsStrong || line.Reading.IsClean),
            ("isAccessibleForFree", true),
            ("author", line.Persona is { } persona ? Thing("Person", ("name", persona.Name), ("url", masthead.AbsoluteUrl(Address.OfPersona(persona.Id)).AbsoluteUri)) : null),
            ("publisher", Publisher(masthead)),
            ("isBasedOn", originals.Count > 0 ? originals.Select(Original).ToList() : null),
            ("citation", cited.Count > 0 ? cited : null)));
    }

    /// <summary>A story as a page that collects others' reporting.</summary>
    public static string OfStory(Story story, IReadOnlyList<Coverage> coverage, Masthead masthead)
    {
        var url = masthead.AbsoluteUrl(Address.OfStory(story.Id, story.Title)).AbsoluteUri;
        return Written(Thing("CollectionPage",
            ("name", story.Title),
            ("url", url),
            ("mainEntityOfPage", url),
            ("dateCreated", Moment.Iso(story.Began)),
            ("dateModified", Moment.Iso(story.Latest)),
            ("inLanguage", story.Language),
            ("publisher", Publisher(masthead)),
            ("hasPart", coverage.Select(one => Thing("NewsArticle",
                ("headline", one.Article.Title),
                ("url", one.Article.Url.StartsWith("http", StringComparison.Ordinal) ? one.Article.Url : null),
                ("datePublished", one.Article.Published is { } published ? Moment.Iso(published) : null),
                ("inLanguage", one.Article.Language),
                ("publisher", Thing("Organization", ("name", one.Outlet))))).ToList())));
    }

    private static Dictionary<string, object> Original(OriginalCard original) => Thing("NewsArticle",
        ("headline", original.Title),
        ("url", original.Url),
        ("datePublished", original.Published is { } published ? Moment.Iso(published) : null),
        ("author", original.Author is { } author ? Thing("Person", ("name", author)) : null),
        ("publisher", original.Publisher is { } publisher ? Thing("Organization", ("name", publisher)) : null));

    private static Dictionary<string, object> Publisher(Masthead masthead) =>
        Thing("Organization", ("name", masthead.Site.Publisher ?? masthead.Site.Title), ("url", masthead.SiteUrl.AbsoluteUri));

    private static string Written(Dictionary<string, object> thing) =>
        JsonSerializer.Serialize(thing.Prepend(new("@context", "https://schema.org")).ToDictionary(StringComparer.Ordinal), Options);

    /// <summary>What is not known is left out.</summary>
    private static Dictionary<string, object> Thing(string type, params (string Name, object? Value)[] parts)
    {
        var thing = new Dictionary<string, object>(StringComparer.Ordinal) { ["@type"] = type };
        foreach (var (name, value) in parts)
        {
            if (value is not null) thing[name] = value;
        }

        return thing;
    }
}
