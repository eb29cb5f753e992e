using NewsDesk.Wire.Reading.Metadata;

namespace NewsDesk.Wire.Reading.Judging;

/// <summary>Of which kinds a page says that it is, in its structured data.</summary>
internal sealed record PageKinds(bool Article, bool Product, bool Forum, bool Collection, bool Service, bool Document)
{
    public static PageKinds Of(Facts facts)
    {
        var types = facts.Linked.Things.SelectMany(LinkedData.TypesOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        bool Any(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (types.Contains(name)) return true;
            }

            return false;
        }

        return new(
            Article: facts.Linked.Articles.Count > 0 || facts.OpenGraphType == "article",
            Product: Any("Product", "Offer", "ProductGroup") || facts.OpenGraphType is "product" or "og:product",
            Forum: Any("DiscussionForumPosting", "QAPage", "Question"),
            Collection: Any("CollectionPage", "ItemList", "Blog", "SearchResultsPage"),
            Service: Any("Service", "LocalBusiness", "SoftwareApplication", "FAQPage"),
            Document: Any("TechArticle", "HowTo", "APIReference"));
    }
}
