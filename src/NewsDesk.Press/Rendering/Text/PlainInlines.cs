using System.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;
using NewsDesk.Press.Rendering.Citations;
using NewsDesk.Press.Rendering.Inlines;
using NewsDesk.Press.Rendering.Video;

namespace NewsDesk.Press.Rendering.Text;

/// <summary>What a line says, without what it looks like.</summary>
internal static class PlainInlines
{
    public static string Text(Inline? inline)
    {
        var text = new StringBuilder();
        Append(inline, text, code: null);
        return text.ToString().Trim();
    }

    /// <summary>Takes white space off the end; code that ended in it ends before it.</summary>
    public static void TrimEnd(StringBuilder text, List<Range>? code)
    {
        var end = text.Length;
        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        text.Length = end;
        for (var i = (code?.Count ?? 0) - 1; i >= 0 && code![i].End.Value > end; i--) code[i] = Math.Min(code[i].Start.Value, end)..end;
    }

    /// <param name="inline">What to write, with all that is in it.</param>
    /// <param name="text">Where to.</param>
    /// <param name="code">Where the beginnings and ends of code are noted, if anybody wants to know.</param>
    public static void Append(Inline? inline, StringBuilder text, List<Range>? code)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline span:
                var start = text.Length;
                text.Append(span.Content);
                code?.Add(start..text.Length);
                break;
            case LineBreakInline lineBreak:
                text.Append(lineBreak.IsHard ? '\n' : ' ');
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline auto:
                text.Append(auto.Url);
                break;
            case AbbreviationInline abbreviation:
                text.Append(abbreviation.Abbreviation.Label);
                break;
            case TaskList task:
                text.Append(TaskPrinter.Sign(task));
                break;
            case Citation:
                // A reference has no words; the space before it would stand before the full stop.
                TrimEnd(text, code);
                break;
            case Moment moment:
                text.Append(moment.Written);
                break;
            case LinkInline { IsImage: true }:
                break;
            case ContainerInline container:
                for (var child = container.FirstChild; child is not null; child = child.NextSibling) Append(child, text, code);
                break;
        }
    }
}
