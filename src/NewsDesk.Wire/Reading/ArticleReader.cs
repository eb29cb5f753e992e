using System.Text;
using NewsDesk.Markup;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Choosing;
using NewsDesk.Wire.Reading.Judging;
using NewsDesk.Wire.Reading.Metadata;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Reading;

/// <summary>Page in, article out: finds the article in a page and leaves the furniture.</summary>
public static class ArticleReader
{
    /// <summary>In characters, where the page does not describe itself.</summary>
    private const int ExcerptLength = 300;

    /// <summary>Reads a page from its bytes as they were served.</summary>
    public static ReadArticle Read(ReadOnlyMemory<byte> page, Uri? url = null, string? contentType = null, ReadingSelectors? selectors = null) =>
        Read(PageEncoding.Decode(page, contentType), url, selectors);

    /// <summary>
    /// Reads a page from its source; without an address, the page's own word for where it lives is used. Throws an
    /// <see cref="ArgumentException"/> when a selector is none; no page makes it throw.
    /// </summary>
    public static ReadArticle Read(string html, Uri? url = null, ReadingSelectors? selectors = null) =>
        Work(html, url, selectors).Article;

    /// <summary>Reads a page and tells how: which box holds the article, and what was thought of each block.</summary>
    public static Explanation Explain(ReadOnlyMemory<byte> page, Uri? url = null, ReadingSelectors? selectors = null)
    {
        var (article, scene, choice, kept) = Work(PageEncoding.Decode(page, null), url, selectors);
        return Explaining.Tell(article, scene, choice, kept);
    }

    private static (ReadArticle Article, Scene Scene, Choice Choice, IReadOnlyList<Block> Kept) Work(string html, Uri? url, ReadingSelectors? selectors)
    {
        var page = Page.Parse(WellFormed(html), url ?? SavedPage.FindUrl(html), keepAllAttributes: selectors is not null);
        Selected.Remove(page, selectors?.Remove);

        // What the page's data says comes first: the blocks are judged by it, and the title says where the article begins.
        var facts = Facts.Of(page);
        var scene = new Scene(BlockList.Of(page.Document.Body!), facts);
        var choice = Choice.Of(scene);
        facts = facts.WithWhatThePageShows(page, scene);
        var kept = Selected.Content(page, scene, selectors?.Content) ?? WithoutFurniture(choice.Kept, scene, facts);

        var words = kept.Sum(block => block.Words);
        var stored = StoredText.Find(page, facts, words);
        var text = stored?.Text ?? ArticleText.Of(kept);
        return (new()
        {
            Kind = Kinds.Of(facts, scene, kept),
            Title = facts.Title,
            Authors = Selected.Authors(page, selectors?.Author) ?? facts.Authors,
            SiteName = facts.SiteName,
            Published = Selected.Published(page, selectors?.Published, facts.Language) ?? facts.Published,
            Modified = facts.Modified,
            Language = facts.Language,
            Excerpt = facts.Description ?? (text.Length > 0 ? PlainText.Excerpt(text, ExcerptLength) : null),
            Image = facts.Image,
            Canonical = facts.Canonical,
            Text = text,
            Html = stored?.Html ?? ArticleMarkup.Of(page, scene, kept),
        }, scene, choice, kept);
    }

    private static IReadOnlyList<Block> WithoutFurniture(IReadOnlyList<Block> kept, Scene scene, Facts facts)
    {
        // The labels in the furniture's boxes tell where an article ends, and with the boxes gone another line may be its last.
        var lines = FurnitureLines.Trim(Captions.WithTheirLikes(kept, scene), scene, facts);
        var boxes = FurnitureBoxes.Drop(lines, scene);
        return ArticleText.WithoutRepeats(boxes.Count == lines.Count ? lines : FurnitureLines.TrimEnds(boxes, scene, facts), facts.Title);
    }

    /// <summary>Halves of characters would make whoever encodes the text stumble.</summary>
    private static string WellFormed(string html) =>
        html.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(html)) : html;
}
