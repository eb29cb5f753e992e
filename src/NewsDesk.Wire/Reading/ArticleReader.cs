using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Choosing;
using NewsDesk.Wire.Reading.Judging;
using NewsDesk.Wire.Reading.Metadata;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Reading;

/// <summary>Page in, article out: finds the article in a page and leaves the furniture.</summary>
public static class ArticleReader
{
    /// <summary>Reads a page from its bytes as they were served.</summary>
    public static ReadArticle Read(ReadOnlyMemory<byte> page, Uri? url = null, string? contentType = null, ReadingSelectors? selectors = null) =>
        Read(PageEncoding.Decode(page, contentType), url, selectors);

    /// <summary>Reads a page from its source; without an address, the page's own word for where it lives is used.</summary>
    public static ReadArticle Read(string html, Uri? url = null, ReadingSelectors? selectors = null)
    {
        var page = Page.Parse(html, url ?? SavedPage.FindUrl(html), keepAllAttributes: selectors is not null);
        var facts = Facts.Of(page);
        var scene = new Scene(BlockList.Of(page.Document.Body!), facts);
        var choice = Choice.Of(scene);
        facts = facts.WithWhatThePageShows(page, scene);
        return new()
        {
            Title = facts.Title,
            Authors = facts.Authors,
            SiteName = facts.SiteName,
            Published = facts.Published,
            Modified = facts.Modified,
            Language = facts.Language,
            Excerpt = facts.Description,
            Image = facts.Image,
            Canonical = facts.Canonical,
            Text = ArticleText.Of(choice.Kept, facts.Title),
            Html = ArticleMarkup.Of(page, choice.Kept),
        };
    }
}
