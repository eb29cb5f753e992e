using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering.Coverage;

/// <summary><c>{{story}}</c> on a line of its own: who else tells the story.</summary>
internal sealed class StoryCoverage(BlockParser parser) : LeafBlock(parser);

internal sealed class StoryCoverageExtension : HtmlObjectRenderer<StoryCoverage>, IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new StoryCoverageParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Add(this);

    protected override void Write(HtmlRenderer renderer, StoryCoverage block)
    {
        var story = ((PostRenderer)renderer).Printing.Context.Story;
        if (story.Count == 0) return;
        renderer.EnsureLine();
        renderer.WriteLine("<ul class=\"story-coverage\">");
        foreach (var article in story) WriteArticle(renderer, article);
        renderer.WriteLine("</ul>");
    }

    private static void WriteArticle(HtmlRenderer renderer, KnownOriginal article)
    {
        if (WebAddress.Find(article.Url) is not { } address) return;
        renderer.Write("<li><a dir=\"auto\" href=\"").WriteEscape(article.ArticlePath ?? address.AbsoluteUri).Write("\">");
        if (article.Title is { } title) renderer.WriteEscape(title).Write("</a>, ");
        else renderer.Write("<span class=\"domain\">").WriteEscape(WebAddress.Domain(address)).Write("</span></a>, ");
        renderer.Write("<span class=\"publisher\" dir=\"auto\">").WriteEscape(article.Publisher ?? WebAddress.Domain(address)).Write("</span>");
        if (article.Published is { } published) renderer.Write(", ").Write(TimeTag.Of(published));
        renderer.WriteLine("</li>");
    }
}

internal sealed class StoryCoverageParser : BlockParser
{
    private const string Name = "story";

    /// <summary>What stands in double braces on a line of its own and is nothing that is known here.</summary>
    public static readonly LineNotes<string> Unknown = new();

    public StoryCoverageParser() => OpeningCharacters = ['{'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        var line = processor.Line.AsSpan().Trim();
        if (line.Length < 4 || !line.StartsWith("{{", StringComparison.Ordinal) || !line.EndsWith("}}", StringComparison.Ordinal)) return BlockState.None;
        var word = line[2..^2].Trim();
        if (!word.Equals(Name, StringComparison.OrdinalIgnoreCase))
        {
            Unknown.Add(processor.Document, processor.LineIndex, word.ToString());
            return BlockState.None;
        }

        processor.NewBlocks.Push(new StoryCoverage(this)
        {
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return BlockState.BreakDiscard;
    }
}
