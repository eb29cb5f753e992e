using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Metadata;

namespace NewsDesk.Wire.Reading.Dates;

/// <summary>Finds when a page was published and changed: from its data first, then from what it shows.</summary>
internal static class PublishedDate
{
    public static DateTimeOffset? Find(Source.Page page, MetaTags meta, LinkedData linked)
    {
        foreach (var article in linked.Articles)
        {
            if (DateText.ReadIso(LinkedData.TextOf(article, "datePublished") ?? LinkedData.TextOf(article, "dateCreated")) is { } published) return published;
        }

        var named = meta.First("article:published_time", "og:article:published_time", "itemprop:datePublished", "date", "pubdate", "publishdate", "publish_date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "article.published");
        if (DateText.ReadIso(named) is { } told) return told;
        return page.Document.All.Where(element => element.LocalName == "time").Take(1).Select(time => DateText.ReadIso(time.GetAttribute("datetime"))).FirstOrDefault();
    }

    public static DateTimeOffset? FindModified(MetaTags meta, LinkedData linked) =>
        linked.Articles.Select(article => DateText.ReadIso(LinkedData.TextOf(article, "dateModified"))).FirstOrDefault(date => date is not null)
        ?? DateText.ReadIso(meta.First("article:modified_time", "og:updated_time", "itemprop:dateModified", "last-modified", "dcterms.modified"));
}
