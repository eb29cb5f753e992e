using Markdig.Parsers;
using Markdig.Syntax;
using NewsDesk.Markup;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering.Blocks;
using NewsDesk.Press.Rendering.Citations;
using NewsDesk.Press.Rendering.Language;
using NewsDesk.Press.Rendering.Originals;
using NewsDesk.Press.Rendering.Text;
using NewsDesk.Press.Rendering.Typed;
using NewsDesk.Press.Typesetting;

namespace NewsDesk.Press.Rendering;

/// <summary>Prints posts: Markdown in, safe HTML out.</summary>
public static class PostHtml
{
    /// <summary>What the cleaner lets pass in a post: everything that is printed here would pass unchanged.</summary>
    public static CleanRules Rules => Classes.Rules;

    /// <summary>Long enough for a search result and a card, short enough to be read there.</summary>
    private const int MaxExcerpt = 280;

    /// <summary>A short novel; what is longer is no post, and is shown as it was typed.</summary>
    private const int MaxLength = 250_000;

    public static RenderedPost Render(Post post, RenderContext context) => Print(post, context, RenderAs);

    /// <summary>
    /// Rises with each change of what is printed of the same file, so that an index that an older press filled is filled anew.
    /// </summary>
    public const int Edition = 5;

    /// <summary>Prints Markdown that stands outside of posts: bios and pages.</summary>
    public static string RenderMarkdown(string markdown, RenderContext? context = null, bool isClean = false)
    {
        context ??= RenderContext.Empty;
        var text = new Post { Title = "", Slug = "", Path = "", Date = default, Markdown = SourceText.Plain(markdown) };
        var html = Print(text, context, (document, printing) =>
        {
            var prepared = new Preparation(printing);
            prepared.Walk(document);
            var renderer = new PostRenderer(PostPipeline.Instance, printing);
            var body = renderer.Part(document) + SourceList.Html(printing.Sources.All) + (prepared.SignOff is { } last ? renderer.Part(last) : "");
            return Safe(body, printing);
        });
        return isClean ? MaskedHtml.Mask(html, context.Words) : html;
    }

    /// <summary>What nests too deeply for the parser, or is too long for anybody, is printed as it was typed.</summary>
    private static T Print<T>(Post post, RenderContext context, Func<MarkdownDocument, Printing, T> print)
    {
        var problem = $"the text is longer than {MaxLength} letters, so it is shown as it was typed: split it into several posts";
        if (post.Markdown.Length <= MaxLength)
        {
            try
            {
                return print(MarkdownParser.Parse(post.Markdown, PostPipeline.Instance), new Printing(context, post));
            }
            catch (ArgumentException error) when (error.Message.Contains("nested", StringComparison.Ordinal))
            {
                // Markdig has no exception of its own for this, and no other sign of it than its words.
                problem = "quotes, lists or emphasis nest too deeply, so the text is shown as it was typed: take some of them out";
            }
        }

        var printing = new Printing(context, post);
        printing.Warn(0, problem);
        return print(PlainDocument.Of(post.Markdown), printing);
    }

    private static RenderedPost RenderAs(MarkdownDocument document, Printing printing)
    {
        var (post, context) = (printing.Post, printing.Context);
        var prepared = new Preparation(printing);
        prepared.Walk(document);

        var renderer = new PostRenderer(PostPipeline.Instance, printing);
        var html = Safe(renderer.Part(document), printing);
        var signOff = prepared.SignOff is { } last ? Safe(renderer.Part(last), printing) : null;
        var updates = WithoutOddities(UpdateList.Html(prepared.Updates));
        var sources = WithoutOddities(SourceList.Html(printing.Sources.All));
        var originals = WithoutOddities(CardHtml.Section(printing.Cards.All));

        var words = context.Words;
        var plain = PlainPost.Read(prepared.SignOff is { } end ? [document, end] : [document]);
        var text = SourceText.WithoutOddities(plain.Text);
        var (title, summary) = (SetLine.Of(post.Title, printing.Marks), SetLine.OfAny(post.Summary, printing.Marks));
        var excerpt = summary ?? PlainText.Excerpt(PlainPost.Read(Opening(document)).Text, MaxExcerpt);
        var (count, minutes) = Reading.Count(text);
        var (language, word) = LanguageCheck.Strongest(words, post.Title, post.Summary, text);
        LanguageCheck.Warn(post, context.Persona, language, word, printing);

        return new RenderedPost
        {
            Html = html,
            CleanHtml = MaskedHtml.Mask(html, words),
            SignOffHtml = signOff,
            CleanSignOffHtml = signOff is null ? null : MaskedHtml.Mask(signOff, words),
            UpdatesHtml = updates,
            CleanUpdatesHtml = updates is null ? null : MaskedHtml.Mask(updates, words),
            SourcesHtml = sources,
            CleanSourcesHtml = sources is null ? null : MaskedHtml.Mask(sources, words),
            OriginalsHtml = originals,
            CleanOriginalsHtml = originals is null ? null : MaskedHtml.Mask(originals, words),
            Text = text,
            CleanText = SourceText.WithoutOddities(PlainPost.Masked(plain, words)),
            Excerpt = excerpt,
            CleanExcerpt = words.Mask(excerpt),
            Title = title,
            CleanTitle = words.Mask(title),
            Summary = summary,
            CleanSummary = summary is null ? null : words.Mask(summary),
            Language = language,
            WordCount = count,
            ReadingMinutes = minutes,
            Contents = printing.Outline.Contents(words),
            Sources = printing.Sources.All,
            Cards = printing.Cards.All,
            Links = printing.Links,
            Images = printing.Images,
            Image = LeadPicture.Of(post, printing),
            Warnings = [.. printing.Warnings.Distinct().OrderBy(warning => warning.Line)],
        };
    }

    /// <summary>What the press writes of itself is what the cleaner would answer; a test holds it to that.</summary>
    private static string Safe(string html, Printing printing) =>
        printing.NeedsCleaning ? TypedPictures.Sized(HtmlCleaner.Clean(html, rules: Classes.Rules), printing) : SourceText.WithoutOddities(html);

    private static string? WithoutOddities(string? html) => html is null ? null : SourceText.WithoutOddities(html);

    /// <summary>The paragraphs that stand first: no headings, tables or cards, which say little in an excerpt.</summary>
    private static IEnumerable<Block> Opening(MarkdownDocument document) => document.OfType<ParagraphBlock>().Take(4);
}
