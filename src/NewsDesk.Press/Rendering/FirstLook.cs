using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace NewsDesk.Press.Rendering;

/// <summary>Lets a parser look at its signs before all those that were there until now.</summary>
internal sealed class FirstLook<TParser> : IMarkdownExtension
    where TParser : InlineParser, new()
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new TParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }
}
