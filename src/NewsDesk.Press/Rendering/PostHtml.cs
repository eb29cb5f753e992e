using Markdig;
using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering;

/// <summary>Prints posts: Markdown in, safe HTML out.</summary>
public static class PostHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Use<SafeLinks>().Build();

    public static RenderedPost Render(Post post, RenderContext context)
    {
        var html = RenderMarkdown(post.Markdown);
        var clean = RenderMarkdown(context.Words.Mask(post.Markdown));
        var text = Markdown.ToPlainText(post.Markdown, Pipeline).Trim();
        var excerpt = post.Summary ?? text;
        return new RenderedPost
        {
            Html = html,
            CleanHtml = clean,
            Text = text,
            CleanText = context.Words.Mask(text),
            Excerpt = excerpt,
            CleanExcerpt = context.Words.Mask(excerpt),
            CleanTitle = context.Words.Mask(post.Title),
            CleanSummary = post.Summary is { } summary ? context.Words.Mask(summary) : null,
        };
    }

    /// <summary>Prints Markdown that stands outside of posts: bios and pages.</summary>
    public static string RenderMarkdown(string markdown) => Markdown.ToHtml(markdown, Pipeline);
}
