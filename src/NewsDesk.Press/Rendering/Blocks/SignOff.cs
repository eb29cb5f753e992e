using Markdig.Parsers;

namespace NewsDesk.Press.Rendering.Blocks;

/// <summary><c>::: signoff</c>: the last word, wherever it stands in the file.</summary>
internal sealed class SignOff(BlockParser parser) : NewsroomBlock(parser);

internal sealed class SignOffExtension() : NewsroomBlockExtension<SignOff>("signoff", parser => new SignOff(parser))
{
    protected override void Write(PostRenderer renderer, SignOff block)
    {
        renderer.WriteStart("div", "signoff", block);
        renderer.WriteChildren(block);
        renderer.WriteLine("</div>");
    }
}
