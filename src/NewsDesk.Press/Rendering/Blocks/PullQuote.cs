using Markdig.Parsers;
using NewsDesk.Press.Typesetting;

namespace NewsDesk.Press.Rendering.Blocks;

/// <summary><c>::: pull Who said it</c>: a sentence set large.</summary>
internal sealed class PullQuote(BlockParser parser) : NewsroomBlock(parser);

internal sealed class PullQuoteExtension() : NewsroomBlockExtension<PullQuote>("pull", parser => new PullQuote(parser))
{
    protected override void Write(PostRenderer renderer, PullQuote block)
    {
        renderer.WriteStart("figure", "pull", block);
        renderer.WriteLine("<blockquote>");
        renderer.WriteChildren(block);
        renderer.EnsureLine();
        renderer.WriteLine("</blockquote>");
        if (block.Words.Length > 0) renderer.Write("<figcaption>").WriteEscape(SetLine.Of(block.Words, renderer.Printing.Marks)).WriteLine("</figcaption>");
        renderer.WriteLine("</figure>");
    }
}
