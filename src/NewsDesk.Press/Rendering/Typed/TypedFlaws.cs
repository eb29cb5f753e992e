using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsDesk.Markup;
using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering.Typed;

/// <summary>Mends typed HTML before anything is printed, piece by piece, so that none of it takes the text after it along.</summary>
internal static class TypedFlaws
{
    /// <summary>Between two tags stands text, which what they hold would lose.</summary>
    private const char Text = 'x';

    public static void Mend(MarkdownDocument document, IReadOnlyList<MarkdownObject> nodes, Printing printing)
    {
        foreach (var (line, flaw) in TypedBlocksExtension.UnendedIn(document)) printing.Warn(line, Words(flaw));
        foreach (var block in nodes.OfType<HtmlBlock>()) MendBlock(block, printing);
        foreach (var tags in nodes.OfType<HtmlInline>().Where(tag => !IsInPicture(tag)).GroupBy(Root)) MendText([.. tags], printing);
    }

    private static void MendBlock(HtmlBlock block, Printing printing)
    {
        var html = block.Lines.ToString();
        var flaws = TypedHtml.FindFlaws(html, Classes.Rules, Classes.ForWriters);
        foreach (var flaw in flaws) printing.Warn(block.Line + html.AsSpan(0, flaw.At).Count('\n'), Words(flaw));
        if (flaws.Count > 0) block.Lines = new StringLineGroup(TypedHtml.Mended(html, flaws));
    }

    /// <summary>The tags of one paragraph are one piece.</summary>
    private static void MendText(List<HtmlInline> tags, Printing printing)
    {
        var at = 0;
        var flaws = TypedHtml.FindFlaws(string.Join(Text, tags.Select(tag => tag.Tag)), Classes.Rules, Classes.ForWriters);
        foreach (var tag in tags)
        {
            var mine = flaws.Where(flaw => flaw.At >= at && flaw.At < at + tag.Tag.Length).Select(flaw => flaw with { At = flaw.At - at }).ToList();
            at += tag.Tag.Length + 1;
            foreach (var flaw in mine) printing.Warn(tag.Line, Words(flaw));
            if (mine.Exists(flaw => flaw.Trouble == TypedTrouble.Unended)) tag.ReplaceBy(new LiteralInline(tag.Tag) { Line = tag.Line, Span = tag.Span });
            else tag.Tag = TypedHtml.Mended(tag.Tag, mine);
        }
    }

    private static string Words(TypedFlaw flaw) => flaw.Trouble switch
    {
        TypedTrouble.Unended when flaw.End.Length == 0 => $"{flaw.Name} has no place in a text, so it is shown as it was typed: write it in backticks, or take it out",
        TypedTrouble.Unended => $"{flaw.Name} is never ended in its paragraph, so it is shown as text: write it in backticks, or end it with {flaw.End}",
        TypedTrouble.LeftOut => $"{flaw.Name} is left out with all that is in it: write it in backticks if readers should see it",
        _ => $"class=\"{flaw.Name}\" is left out: " + Classes.Advice(flaw.Name),
    };

    /// <summary>What describes a picture is printed without tags.</summary>
    private static bool IsInPicture(Inline tag)
    {
        for (var around = tag.Parent; around is not null; around = around.Parent)
        {
            if (around is LinkInline { IsImage: true }) return true;
        }

        return false;
    }

    private static ContainerInline? Root(Inline tag)
    {
        var root = tag.Parent;
        while (root?.Parent is { } around) root = around;
        return root;
    }
}
