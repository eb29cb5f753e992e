using NewsDesk.Wire.Reading.Judging;
using NewsDesk.Wire.Reading.Metadata;

namespace NewsDesk.Wire.Reading.Dates;

/// <summary>Finds when a page says, in its data, that it was published and changed.</summary>
internal static class PublishedDate
{
    /// <summary>Zones and times of day alone do not make another date.</summary>
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);

    public static DateTimeOffset? Find(Source.Page page, MetaTags meta, LinkedData linked)
    {
        foreach (var article in linked.Articles)
        {
            if (DateText.ReadIso(LinkedData.TextOf(article, "datePublished") ?? LinkedData.TextOf(article, "dateCreated")) is { } published) return published;
        }

        foreach (var name in new[]
                 {
                     "article:published_time", "og:article:published_time", "og:published_time", "itemprop:datePublished", "article:published",
                     "article.published", "datePublished", "date", "pubdate", "publishdate", "publish_date", "publish-date", "published_time",
                     "published_at", "published-date", "publication_date", "publication-date", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.issued", "dcterms.created", "dcterms.date",
                     "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "bt:pubdate", "cxenseparse:recs:publishtime",
                     "analyticsattributes.articledate", "article_date_original", "original-publication-date", "rnews:datepublished", "shareaholic:article_published_time", "created", "itemprop:dateCreated",
                 })
        {
            if (Read(meta.First(name)) is { } told) return told;
        }

        return Read(meta.FirstNamedLike("publish", "pubdate", "posted"));
    }

    /// <summary>What the data says, else what the page shows.</summary>
    public static DateTimeOffset? Choose(Facts facts, Source.Page page, Scene scene)
    {
        var shown = ShownDate.Find(scene, facts.Language);
        if (facts.Published is not { } told)
            return MachineDate.FindPublished(page.Landmarks.Dates) ?? shown?.Date ?? AddressDate.Find(page.Url) ?? FindOfPage(facts.Linked);

        if (shown is not { IsLine: true } line || !IsAnother(line.Date, told)) return InZoneOfAddress(told, page.Url);

        // Data written anew when a site moved tells the day of the move, while the page goes on to show the article's own.
        if (!line.IsUpdate && (line.IsByTitle || line.IsPublished) && line.Date.Date != facts.Modified?.Date) return line.Date;

        // What only structured data tells, and no reader sees, may be the day of an article that stood here before this one was written.
        return facts.IsPublishedInMeta || !line.IsByTitle || line.Date < told ? told : line.Date;
    }

    /// <summary>
    /// The same moment as its site told the day, where the page's address has the day before or after the one it was in UTC: told in
    /// the nearest zone in which it was that day.
    /// </summary>
    private static DateTimeOffset InZoneOfAddress(DateTimeOffset told, Uri? url)
    {
        if (told.Offset != TimeSpan.Zero || told.TimeOfDay == TimeSpan.Zero || AddressDate.Find(url) is not { } day) return told;
        var hours = day.Date == told.Date.AddDays(-1) ? -(told.Hour + 1) : day.Date == told.Date.AddDays(1) ? 24 - told.Hour : 0;
        return hours is >= -12 and <= 14 ? told.ToOffset(TimeSpan.FromHours(hours)) : told;
    }

    /// <summary>Whether it is another day, and not the same written in figures whose order was mistaken.</summary>
    private static bool IsAnother(DateTimeOffset one, DateTimeOffset other) => (one - other).Duration() > TwoDays && !(one.Year == other.Year && one.Month == other.Day && one.Day == other.Month);

    /// <summary>Whether the page's head tells it to whoever shares or lists the page.</summary>
    public static bool IsInMeta(MetaTags meta) => Read(meta.First("article:published_time", "og:article:published_time", "date", "parsely-pub-date", "sailthru.date")) is not null;

    /// <summary>From what is true of the page as a whole; its system may have made the page long before the article.</summary>
    public static DateTimeOffset? FindOfPage(LinkedData linked) =>
        linked.Things.Where(thing => LinkedData.TypesOf(thing).Any(type => type is "WebPage" or "VideoObject" or "PodcastEpisode" or "Product" or "Review"))
            .Select(thing => DateText.ReadIso(LinkedData.TextOf(thing, "datePublished") ?? LinkedData.TextOf(thing, "uploadDate"))).FirstOrDefault(date => date is not null);

    public static DateTimeOffset? FindModified(MetaTags meta, LinkedData linked) =>
        linked.Articles.Select(article => DateText.ReadIso(LinkedData.TextOf(article, "dateModified"))).FirstOrDefault(date => date is not null)
        ?? Read(meta.First("article:modified_time", "og:updated_time", "itemprop:dateModified", "last-modified", "dcterms.modified"));

    private static DateTimeOffset? Read(string? told) =>
        told is null ? null : DateText.ReadIso(told) ?? (WrittenDate.Find(told, null) is { } written ? written.Date : null);
}
