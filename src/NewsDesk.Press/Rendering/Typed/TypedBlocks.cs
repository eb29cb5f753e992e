using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using NewsDesk.Markup;

namespace NewsDesk.Press.Rendering.Typed;

/// <summary>
/// Reads blocks of HTML, but those whose first tag would take the rest of the text along: such a line is ordinary text, in which a tag
/// was named.
/// </summary>
internal sealed class TypedBlocksExtension : IMarkdownExtension
{
    /// <summary>What was begun so and never ended.</summary>
    public static readonly LineNotes<TypedFlaw> Unended = new();

    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Replace<HtmlBlockParser>(new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class Parser : HtmlBlockParser
    {
        /// <summary>A line that names a tag is shorter; a longer block is looked at when it is printed.</summary>
        private const int MaxLookedAhead = 4000;

        /// <summary>Of a tag that is looked at by itself first: in a list of ten thousand the text after each need not be read.</summary>
        private const int MaxTag = 200;

        private static readonly object LastKey = new();

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var (start, column) = (processor.Line.Start, processor.Column);
            var state = base.TryOpen(processor);
            if (state == BlockState.None || FindUnended(processor, start, (HtmlBlock)processor.NewBlocks.Peek()) is not { } unended) return state;
            processor.NewBlocks.Pop();
            processor.GoToColumn(column);
            Unended.Add(processor.Document, processor.LineIndex, unended);
            return BlockState.None;
        }

        private static TypedFlaw? FindUnended(BlockProcessor processor, int start, HtmlBlock block)
        {
            var text = processor.Line.Text;
            if (TypedHtml.BeginsPlainly(text.Substring(start, Math.Min(MaxTag, text.Length - start)))) return null;
            // A comment or a script goes on over empty lines, if it ends at all; the others do not.
            var goesOn = block.Type is HtmlBlockType.Comment or HtmlBlockType.ScriptPreOrStyle;
            var ahead = text.AsSpan(start, Math.Min(MaxLookedAhead, text.Length - start));
            var length = ahead.IndexOf(goesOn ? "\n" : "\n\n");
            if (length < 0 && !goesOn && ahead.Length == MaxLookedAhead) return null;
            var piece = (length < 0 ? ahead : ahead[..length]).ToString();
            return TypedHtml.FindFlaws(piece, Classes.Rules, Classes.ForWriters) is [{ At: 0, Trouble: TypedTrouble.Unended } flaw, ..]
                && !(goesOn && LastIndexOf(flaw.End, text, processor.Document) >= start + piece.Length) ? flaw : null;
        }

        /// <summary>Each end is looked for once in a text, however often it is missed.</summary>
        private static int LastIndexOf(string end, string text, MarkdownDocument document)
        {
            if (document.GetData(LastKey) is not Dictionary<string, int> known) document.SetData(LastKey, known = new(StringComparer.Ordinal));
            if (!known.TryGetValue(end, out var last)) known[end] = last = text.LastIndexOf(end, StringComparison.OrdinalIgnoreCase);
            return last;
        }
    }
}
