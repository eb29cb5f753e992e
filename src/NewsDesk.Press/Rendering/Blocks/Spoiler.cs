using Markdig.Parsers;
using NewsDesk.Press.Typesetting;

namespace NewsDesk.Press.Rendering.Blocks;

/// <summary><c>::: spoiler What it is about</c>: closed until the reader opens it, by the browser's own means.</summary>
internal sealed class Spoiler(BlockParser parser) : NewsroomBlock(parser);

internal sealed class SpoilerExtension() : NewsroomBlockExtension<Spoiler>("spoiler", parser => new Spoiler(parser))
{
    protected override void Write(PostRenderer renderer, Spoiler block)
    {
        renderer.WriteStart("details", "spoiler", block);
        renderer.Write("<summary>").WriteEscape(block.Words.Length > 0 ? SetLine.Of(block.Words, renderer.Printing.Marks) : "Spoiler").WriteLine("</summary>");
        renderer.WriteChildren(block);
        renderer.WriteLine("</details>");
    }
}
