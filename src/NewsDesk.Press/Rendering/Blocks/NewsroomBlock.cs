using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace NewsDesk.Press.Rendering.Blocks;

/// <summary>What stands between <c>::: name words</c> and <c>:::</c>.</summary>
internal abstract class NewsroomBlock(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>The name as the writer wrote it.</summary>
    public string Name { get; set; } = "";

    /// <summary>What the writer wrote after the name; empty when nothing.</summary>
    public string Words { get; set; } = "";

    public bool IsEnded { get; set; }
}

/// <summary>A name that no block has: its text is shown, for nothing a writer wrote is lost.</summary>
internal sealed class UnknownBlock(BlockParser parser) : NewsroomBlock(parser);

/// <summary>One kind of block: tells the parser its name, and writes it.</summary>
internal abstract class NewsroomBlockExtension<TBlock>(string name, Func<BlockParser, TBlock> create) : HtmlObjectRenderer<TBlock>, IMarkdownExtension
    where TBlock : NewsroomBlock
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (pipeline.BlockParsers.Find<NewsroomBlockParser>() is not { } parser)
            pipeline.BlockParsers.Insert(0, parser = new NewsroomBlockParser());
        parser.Learn(name, create);
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Add(this);

    protected sealed override void Write(HtmlRenderer renderer, TBlock block)
    {
        // In a list without blank lines paragraphs have no tags; inside a block they do.
        var isImplicit = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.EnsureLine();
        Write((PostRenderer)renderer, block);
        renderer.EnsureLine();
        renderer.ImplicitParagraph = isImplicit;
    }

    protected abstract void Write(PostRenderer renderer, TBlock block);
}
