using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering.Blocks;
using NewsDesk.Press.Rendering.Citations;
using NewsDesk.Press.Rendering.Language;
using NewsDesk.Press.Rendering.Originals;
using NewsDesk.Press.Rendering.Text;

namespace NewsDesk.Press.Rendering;

/// <summary>Prints posts: Markdown in, safe HTML out.</summary>
public static class PostHtml
{
    /// <summary>Long enough for a search result and a card, short enough to be read there.</summary>
    private const int MaxExcerpt = 280;

    public static RenderedPost Render(Post post, RenderContext context)
    {
        var printing = new Printing(context, post);
        var document = Parse(post.Markdown, printing);
        var prepared = new Preparation(printing);
        prepared.Walk(document);

        var renderer = new PostRenderer(PostPipeline.Instance, printing);
        var html = Safe(renderer.Part(document), printing);
        var signOff = prepared.SignOff is { } last ? Safe(renderer.Part(last), printing) : null;
        var updates = UpdateList.Html(prepared.Updates);
        var sources = SourceList.Html(printing.Sources.All);
        var originals = CardHtml.Section(printing.Cards.All);

        var words = context.Words;
        var plain = PlainPost.Read(prepared.SignOff is { } end ? [document, end] : [document]);
        var text = plain.Text;
        var excerpt = post.Summary ?? PlainPost.Excerpt(PlainPost.Read(Opening(document)).Text, MaxExcerpt);
        var (count, minutes) = Reading.Count(text);
        var language = LanguageCheck.Level(words, post.Title, post.Summary, text);
        LanguageCheck.Warn(post, context.Persona, language, printing);

        return new RenderedPost
        {
            Html = html,
            CleanHtml = MaskedHtml.Mask(html, words)!,
            SignOffHtml = signOff,
            CleanSignOffHtml = MaskedHtml.Mask(signOff, words),
            UpdatesHtml = updates,
            CleanUpdatesHtml = MaskedHtml.Mask(updates, words),
            SourcesHtml = sources,
            CleanSourcesHtml = MaskedHtml.Mask(sources, words),
            OriginalsHtml = originals,
            CleanOriginalsHtml = MaskedHtml.Mask(originals, words),
            Text = text,
            CleanText = PlainPost.Masked(plain, words),
            Excerpt = excerpt,
            CleanExcerpt = words.Mask(excerpt),
            CleanTitle = words.Mask(post.Title),
            CleanSummary = post.Summary is { } summary ? words.Mask(summary) : null,
            Language = language,
            WordCount = count,
            ReadingMinutes = minutes,
            Contents = printing.Outline.Contents(words),
            Sources = printing.Sources.All,
            Cards = printing.Cards.All,
            Links = printing.Links,
            Images = printing.Images,
            Warnings = printing.Warnings,
        };
    }

    /// <summary>Prints Markdown that stands outside of posts: bios and pages.</summary>
    public static string RenderMarkdown(string markdown)
    {
        var printing = new Printing(RenderContext.Empty, post: null);
        var document = Parse(markdown, printing);
        var prepared = new Preparation(printing);
        prepared.Walk(document);
        var renderer = new PostRenderer(PostPipeline.Instance, printing);
        var html = renderer.Part(document) + (prepared.SignOff is { } last ? renderer.Part(last) : "") + SourceList.Html(printing.Sources.All);
        return Safe(html, printing);
    }

    private static MarkdownDocument Parse(string markdown, Printing printing) => MarkdownParser.Parse(markdown, PostPipeline.Instance);

    private static string Safe(string html, Printing printing) => html;

    /// <summary>The paragraphs that stand first: no headings, tables or cards, which say little in an excerpt.</summary>
    private static IEnumerable<Block> Opening(MarkdownDocument document) => document.OfType<ParagraphBlock>().Take(4);
}
