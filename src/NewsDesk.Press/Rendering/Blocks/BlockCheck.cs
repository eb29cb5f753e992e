using Markdig.Extensions.Figures;
using Markdig.Syntax;
using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering.Blocks;

/// <summary>What is wrong with how a block is written.</summary>
internal static class BlockCheck
{
    public static readonly string[] Names = ["aside", "original", "pull", "signoff", "spoiler", "update", "video"];

    public static void Check(Block block, Printing printing)
    {
        switch (block)
        {
            case UnknownBlock unknown:
                var advice = Nearest.Find(unknown.Name, Names) is { } near ? $"did you mean ::: {near}?" : "known are " + string.Join(", ", Names);
                printing.Warn(unknown.Line, $"::: {unknown.Name} is not a block that is known here: {advice}");
                WarnIfOpen(unknown, printing);
                break;
            case NewsroomBlock ours:
                WarnIfOpen(ours, printing);
                break;
            case Figure figure when !EndedFigureExtension.IsEnded(figure):
                var mark = new string(figure.OpeningCharacter, figure.OpeningCharacterCount);
                printing.Warn(figure.Line, $"{mark} is never ended and holds the rest of the text: write a line of {mark} after its last line, perhaps with a caption");
                break;
            case FencedCodeBlock { ClosingFencedCharCount: 0 } code:
                var fence = new string(code.FencedChar, code.OpeningFencedCharCount);
                printing.Warn(code.Line, $"{fence} is never ended, so what follows is shown as code: write a line of {fence} after its last line");
                break;
            case HtmlBlock { Type: HtmlBlockType.ScriptPreOrStyle } html when html.Lines.ToString() is var typed && typed.TrimStart().StartsWith("<pre", StringComparison.OrdinalIgnoreCase)
                && !typed.Contains("</pre", StringComparison.OrdinalIgnoreCase):
                printing.Warn(html.Line, "<pre> is never ended, so what follows is shown as it was typed: write </pre> where it is over");
                break;
        }
    }

    private static void WarnIfOpen(NewsroomBlock block, Printing printing)
    {
        if (!block.IsEnded)
            printing.Warn(block.Line, $"::: {block.Name} is never ended and holds the rest of the text: write a line of ::: after its last line");
    }
}
