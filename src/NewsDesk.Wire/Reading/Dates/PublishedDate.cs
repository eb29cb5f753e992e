using NewsDesk.Wire.Reading.Metadata;

namespace NewsDesk.Wire.Reading.Dates;

/// <summary>Finds when a page says, in its data, that it was published and changed.</summary>
internal static class PublishedDate
{
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
                     "published_at", "publication_date", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.issued", "dcterms.created", "dcterms.date",
                     "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "bt:pubdate", "cxenseparse:recs:publishtime",
                     "analyticsattributes.articledate", "article_date_original", "original-publication-date", "rnews:datepublished", "shareaholic:article_published_time", "created", "itemprop:dateCreated",
                 })
        {
            if (Read(meta.First(name)) is { } told) return told;
        }

        return Read(meta.FirstNamedLike("publish", "pubdate", "posted"));
    }

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
