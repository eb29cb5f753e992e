using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using NewsDesk.Press.Rendering.Blocks;
using NewsDesk.Press.Rendering.Inlines;

namespace NewsDesk.Press.Rendering;

/// <summary>Writes the parts of one text as HTML.</summary>
internal sealed class PostRenderer : HtmlRenderer
{
    private readonly StringWriter _writer;

    public PostRenderer(MarkdownPipeline pipeline, Printing printing)
        : base(new StringWriter { NewLine = "\n" })
    {
        _writer = (StringWriter)Writer;
        Printing = printing;
        Pipeline = pipeline;
        ObjectRenderers.Replace<LinkInlineRenderer>(new LinkPrinter());
        ObjectRenderers.Replace<AutolinkInlineRenderer>(new AutolinkPrinter());
        ObjectRenderers.Replace<ParagraphRenderer>(new FigurePrinter());
        pipeline.Setup(this);
        ObjectRenderers.Replace<HtmlTableRenderer>(new TablePrinter());
        ObjectRenderers.Replace<HtmlTaskListRenderer>(new TaskPrinter());
    }

    public Printing Printing { get; }

    public MarkdownPipeline Pipeline { get; }

    /// <summary>Answers what <paramref name="write"/> writes.</summary>
    public string Part(Action<PostRenderer> write)
    {
        var text = _writer.GetStringBuilder();
        text.Clear();
        Reset();
        write(this);
        EnsureLine();
        return text.ToString();
    }

    public string Part(Block block) => Part(renderer => renderer.Write(block));

    /// <summary>A start tag with the block's class, and those that the writer gave it.</summary>
    public void WriteStart(string tag, string name, Block block, string? id = null)
    {
        Write('<').Write(tag);
        if (id is not null) Write(" id=\"").Write(id).Write('"');
        Write(" class=\"").Write(name);
        foreach (var given in block.TryGetAttributes()?.Classes ?? []) Write(' ').Write(given);
        WriteLine("\">");
    }
}
