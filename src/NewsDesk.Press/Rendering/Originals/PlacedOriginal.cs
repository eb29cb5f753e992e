using Markdig.Parsers;
using NewsDesk.Press.Rendering.Blocks;

namespace NewsDesk.Press.Rendering.Originals;

/// <summary><c>::: original https://…</c>: a card in the text, with what the writer says about it.</summary>
internal sealed class PlacedOriginal(BlockParser parser) : NewsroomBlock(parser)
{
    /// <summary>Filled before printing; null when the words after the name are no original.</summary>
    public Card? Card { get; set; }
}

internal sealed class PlacedOriginalExtension() : NewsroomBlockExtension<PlacedOriginal>("original", parser => new PlacedOriginal(parser))
{
    protected override void Write(PostRenderer renderer, PlacedOriginal block)
    {
        if (block.Card is not { } card)
        {
            renderer.WriteChildren(block);
            return;
        }

        var note = block.Count > 0 ? new PostRenderer(renderer.Pipeline, renderer.Printing).Part(inside => inside.WriteChildren(block)) : "";
        renderer.WriteLine(CardHtml.Write(card, note).TrimEnd());
    }
}
