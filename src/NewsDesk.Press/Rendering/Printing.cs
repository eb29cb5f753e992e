using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering.Citations;
using NewsDesk.Press.Rendering.Headings;
using NewsDesk.Press.Rendering.Originals;

namespace NewsDesk.Press.Rendering;

/// <summary>What is gathered while one text is printed.</summary>
internal sealed class Printing(RenderContext context, Post? post)
{
    public RenderContext Context => context;

    public Post? Post => post;

    public CitedSources Sources { get; } = new(context, post);

    public OriginalCards Cards { get; } = new(context, post);

    public Outline Outline { get; } = new();

    public List<string> Links { get; } = [];

    public List<string> Images { get; } = [];

    public List<Warning> Warnings { get; } = [];

    /// <summary>Whether a tag was typed into the Markdown, so that the result must pass the cleaner.</summary>
    public bool HasRawHtml { get; set; }

    /// <param name="line">Counted from zero in the Markdown, as the parser counts.</param>
    /// <param name="message">What is wrong, and what to write instead.</param>
    public void Warn(int line, string message)
    {
        if (post is not null) Warnings.Add(new(post.Path, post.MarkdownLine + line, message));
    }
}
