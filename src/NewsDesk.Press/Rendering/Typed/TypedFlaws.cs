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

    /// <summary>Answers the nodes that are left.</summary>
    public static List<MarkdownObject> Mend(MarkdownDocument document, Printing printing)
    {
        var told = new HashSet<(int Line, string Name)>();
        foreach (var (line, flaw) in TypedBlocksExtension.Unended.In(document))
        {
            told.Add((line, flaw.Name));
            printing.Warn(line, Words(flaw));
        }

        var nodes = document.Descendants().ToList();
        var tags = new List<HtmlInline>();
        foreach (var node in nodes)
        {
            switch (node)
            {
                case HtmlBlock block:
                    MendBlock(block, printing);
                    break;
                case HtmlInline tag when !IsInPicture(tag):
                    tags.Add(tag);
                    break;
                case UnendedTag tag when told.Add((tag.Line, tag.Name)):
                    printing.Warn(tag.Line, Words(new(0, 1, "", TypedTrouble.Unended, tag.Name, tag.Name == "<!--" ? "-->" : ">")));
                    break;
            }
        }

        var isLess = false;
        foreach (var paragraph in tags.GroupBy(Root)) isLess |= MendText([.. paragraph], printing);
        return isLess ? [.. document.Descendants()] : nodes;
    }

    private static void MendBlock(HtmlBlock block, Printing printing)
    {
        var html = block.Lines.ToString();
        var flaws = TypedHtml.FindFlaws(html, Classes.Rules, Classes.ForWriters);
        foreach (var flaw in flaws) printing.Warn(block.Line + html.AsSpan(0, flaw.At).Count('\n'), Words(flaw));
        if (flaws.Count > 0) block.Lines = new StringLineGroup(TypedHtml.Mended(html, flaws));
    }

    /// <summary>The tags of one paragraph are one piece. Answers whether anything was taken out with the words in it.</summary>
    private static bool MendText(List<HtmlInline> tags, Printing printing)
    {
        var (at, next, isLess) = (0, 0, false);
        var flaws = TypedHtml.FindFlaws(string.Join(Text, tags.Select(tag => tag.Tag)), Classes.Rules, Classes.ForWriters);
        for (var i = 0; i < tags.Count; i++)
        {
            var tag = tags[i];
            var mine = new List<TypedFlaw>();
            for (; next < flaws.Count && flaws[next].At < at + tag.Tag.Length; next++) mine.Add(flaws[next] with { At = flaws[next].At - at });
            at += tag.Tag.Length + 1;
            foreach (var flaw in mine) printing.Warn(tag.Line, Words(flaw));
            if (mine.Exists(flaw => flaw.Trouble == TypedTrouble.Unended)) tag.ReplaceBy(new LiteralInline(tag.Tag) { Line = tag.Line, Span = tag.Span });
            else tag.Tag = TypedHtml.Mended(tag.Tag, mine);
            if (mine.Find(flaw => flaw.Trouble == TypedTrouble.LeftOut) is { } dropped && FindEnd(tags, i, dropped.Name[1..^1]) is { } end) isLess |= TakeOut(tag, end);
        }

        return isLess;
    }

    /// <summary>The tag that ends what the one at <paramref name="start"/> begins; null when they do not come in pairs.</summary>
    private static HtmlInline? FindEnd(List<HtmlInline> tags, int start, string name)
    {
        var open = 0;
        foreach (var tag in tags.Skip(start))
        {
            if (IsTag(tag.Tag, "<" + name)) open++;
            else if (IsTag(tag.Tag, "</" + name)) open--;
            if (open == 0) return tag;
        }

        return null;
    }

    private static bool IsTag(string tag, string start) =>
        tag.StartsWith(start, StringComparison.OrdinalIgnoreCase) && tag.Length > start.Length && !char.IsAsciiLetterOrDigit(tag[start.Length]) && tag[start.Length] != '-';

    /// <summary>What the cleaner would take out of the HTML goes from the text too: nobody reads it, so it counts for nothing.</summary>
    private static bool TakeOut(HtmlInline start, HtmlInline end)
    {
        if (start.Parent is null || start.Parent != end.Parent) return false;
        while (start.NextSibling is { } inside && inside != end) inside.Remove();
        end.Remove();
        start.Remove();
        return true;
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
