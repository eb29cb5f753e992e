using Markdig;
using Markdig.Extensions.Figures;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace NewsDesk.Press.Rendering.Blocks;

/// <summary>Notes which figures between lines of <c>^^^</c> were ended: one that was not holds all that follows it.</summary>
internal sealed class EndedFigureExtension : IMarkdownExtension
{
    private static readonly object EndedKey = new();

    public static bool IsEnded(Figure figure) => figure.ContainsData(EndedKey);

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Replace<FigureBlockParser>(new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Parser : FigureBlockParser
    {
        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            var state = base.TryContinue(processor, block);
            if (state == BlockState.BreakDiscard) block.SetData(EndedKey, true);
            return state;
        }
    }
}
