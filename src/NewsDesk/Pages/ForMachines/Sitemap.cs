using System.Globalization;
using System.Text;
using System.Xml;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Pages.ForMachines;

/// <summary>What there is to read, for search engines: <c>/sitemap.xml</c> leads to one file a month, one of pages, one of news and one of stories.</summary>
public static class Sitemap
{
    private const string Xmlns = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string NewsXmlns = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>A sitemap may hold this many; a month that has more is cut.</summary>
    private const int MostInOne = 50_000;

    private const int ReadAtOnce = 500;

    /// <summary>The freshest and broadest; older ones are found from their posts.</summary>
    private const int MostStories = 2000;

    /// <summary>News is what is younger.</summary>
    private static readonly TimeSpan NewsAge = TimeSpan.FromDays(2);

    [Shows(Subject.Posts, InBothLanguages = false)]
    public static async Task<IResult> GetIndexAsync(Posts posts, Masthead masthead, TimeProvider clock, CancellationToken cancel)
    {
        var months = await posts.CountByMonthAsync(PostFilter.Everything, clock.GetUtcNow(), cancel);
        return Xml("sitemapindex", xml =>
        {
            foreach (var file in months.Select(month => string.Create(CultureInfo.InvariantCulture, $"/sitemap-{month.Year:0000}-{month.Month:00}.xml"))
                .Prepend("/sitemap-stories.xml").Prepend("/sitemap-news.xml").Prepend("/sitemap-pages.xml"))
            {
                xml.WriteStartElement("sitemap", Xmlns);
                xml.WriteElementString("loc", Xmlns, masthead.AbsoluteUrl(file).AbsoluteUri);
                xml.WriteEndElement();
            }
        });
    }

    [Shows(InBothLanguages = false)]
    public static IResult GetPages(Masthead masthead) => Xml("urlset", xml =>
    {
        string[] own = ["/", "/wire", "/stories", "/archive", "/sources", "/feeds"];
        foreach (var path in own.Concat(masthead.Personas.Keys.Order(StringComparer.Ordinal).Select(Address.OfPersona))
            .Concat(masthead.Pages.Keys.Order(StringComparer.Ordinal).Select(Address.OfPage)))
        {
            WriteUrl(xml, masthead.AbsoluteUrl(path), null);
        }
    });

    [Shows(Subject.Posts, InBothLanguages = false)]
    public static async Task<IResult> GetMonthAsync(int year, int month, Posts posts, Masthead masthead, TimeProvider clock, CancellationToken cancel)
    {
        if (Month.Find(year, month) is not { } wanted) return Results.NotFound();
        var lines = await ListSinceAsync(wanted.Begin, wanted.Top, posts, clock, cancel);
        if (lines.Count == 0) return Results.NotFound();
        return Xml("urlset", xml =>
        {
            foreach (var post in lines) WriteUrl(xml, masthead.AbsoluteUrl(Address.OfPost(post.Slug, post.Published)), post.Updated ?? post.Published);
        });
    }

    [Shows(Subject.Posts, InBothLanguages = false)]
    public static async Task<IResult> GetNewsAsync(Posts posts, Masthead masthead, TimeProvider clock, CancellationToken cancel)
    {
        var lines = await ListSinceAsync(clock.GetUtcNow() - NewsAge, null, posts, clock, cancel);
        return Xml("urlset", xml =>
        {
            foreach (var post in lines)
            {
                WriteUrl(xml, masthead.AbsoluteUrl(Address.OfPost(post.Slug, post.Published)), post.Updated ?? post.Published, () =>
                {
                    xml.WriteStartElement("news", "news", NewsXmlns);
                    xml.WriteStartElement("publication", NewsXmlns);
                    xml.WriteElementString("name", NewsXmlns, masthead.Site.Title);
                    xml.WriteElementString("language", NewsXmlns, masthead.Site.Language);
                    xml.WriteEndElement();
                    xml.WriteElementString("publication_date", NewsXmlns, Moment.Iso(post.Published));
                    xml.WriteElementString("title", NewsXmlns, $"{post.CleanTitle ?? post.Title} (satire)");
                    xml.WriteEndElement();
                });
            }
        });
    }

    /// <summary>Those that more than one outlet tells: what one alone tells is its article once more.</summary>
    [Shows(Subject.Stories, InBothLanguages = false)]
    public static async Task<IResult> GetStoriesAsync(Archive.Stories stories, Masthead masthead, CancellationToken cancel)
    {
        var told = new List<Story>();
        for (Place? at = null; told.Count < MostStories;)
        {
            var slice = await stories.ListRankedAsync(at, ReadAtOnce, cancel);
            told.AddRange(slice.Items);
            if (slice.Older is not { } older) break;
            at = older;
        }

        return Xml("urlset", xml =>
        {
            foreach (var story in told) WriteUrl(xml, masthead.AbsoluteUrl(Address.OfStory(story.Id, story.Title)), story.Latest);
        });
    }

    private static async Task<IReadOnlyList<PostLine>> ListSinceAsync(DateTimeOffset begin, Place? from, Posts posts, TimeProvider clock, CancellationToken cancel)
    {
        var lines = new List<PostLine>();
        for (var at = from; lines.Count < MostInOne;)
        {
            var slice = await posts.ListNewestAsync(at, ReadAtOnce, PostFilter.Everything, clock.GetUtcNow(), cancel);
            var young = slice.Items.TakeWhile(post => post.Published >= begin).ToList();
            lines.AddRange(young);
            if (young.Count < slice.Items.Count || slice.Older is not { } older) break;
            at = older;
        }

        return lines;
    }

    private static void WriteUrl(XmlWriter xml, Uri url, DateTimeOffset? changed, Action? writeMore = null)
    {
        xml.WriteStartElement("url", Xmlns);
        xml.WriteElementString("loc", Xmlns, url.AbsoluteUri);
        if (changed is { } time) xml.WriteElementString("lastmod", Xmlns, Moment.Iso(time));
        writeMore?.Invoke();
        xml.WriteEndElement();
    }

    private static IResult Xml(string root, Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement(root, Xmlns);
            write(xml);
            xml.WriteEndElement();
        }

        return Results.Bytes(bytes.ToArray(), "application/xml; charset=utf-8");
    }
}
