using Markdig.Parsers;
using NewsDesk.Press.Typesetting;

namespace NewsDesk.Press.Rendering.Blocks;

/// <summary><c>::: aside Title</c>: what stands beside the argument.</summary>
internal sealed class Aside(BlockParser parser) : NewsroomBlock(parser);

internal sealed class AsideExtension() : NewsroomBlockExtension<Aside>("aside", parser => new Aside(parser))
{
    protected override void Write(PostRenderer renderer, Aside block)
    {
        renderer.WriteStart("aside", "aside", block);
        if (block.Words.Length > 0) renderer.Write("<p class=\"aside-title\">").WriteEscape(SetLine.Of(block.Words, renderer.Printing.Marks)).WriteLine("</p>");
        renderer.WriteChildren(block);
        renderer.WriteLine("</aside>");
    }
}
