using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsDesk.Press.Rendering.Video;

/// <summary>Finds the key moments in a video's block: at the beginning of a line, or in round brackets.</summary>
internal static class Moments
{
    public static void Find(VideoBlock video)
    {
        for (var i = 0; i < video.Count; i++)
        {
            switch (video[i])
            {
                case ParagraphBlock { Inline: { } line } paragraph when StartsWithMoment(line):
                    video[i] = ListOf(paragraph);
                    break;
                case ListBlock list:
                    foreach (var text in list.Descendants<ParagraphBlock>().ToList()) Replace(text.Inline, video.Place);
                    if (list.Descendants<Moment>().Any()) list.GetAttributes().AddClass("moments");
                    continue;
            }

            foreach (var text in video[i].Descendants<ParagraphBlock>().ToList()) Replace(text.Inline, video.Place);
            if (video[i] is ParagraphBlock one) Replace(one.Inline, video.Place);
        }
    }

    private static bool StartsWithMoment(ContainerInline line) => line.FirstChild is LiteralInline first && Moment.Read(first.Content.AsSpan(), out _) is not null;

    /// <summary>Lines of moments without list signs become the list that they are meant to be.</summary>
    private static ListBlock ListOf(ParagraphBlock paragraph)
    {
        var list = new ListBlock(paragraph.Parser!) { BulletType = '-', Line = paragraph.Line };
        list.GetAttributes().AddClass("moments");
        var line = new ContainerInline();
        var inline = paragraph.Inline!.FirstChild;
        while (inline is not null)
        {
            var next = inline.NextSibling;
            inline.Remove();
            if (inline is LineBreakInline)
            {
                Add(line);
                line = new ContainerInline();
            }
            else
            {
                line.AppendChild(inline);
            }

            inline = next;
        }

        Add(line);
        return list;

        void Add(ContainerInline text) => list.Add(new ListItemBlock(paragraph.Parser!) { new ParagraphBlock { Inline = text, Line = paragraph.Line } });
    }

    private static void Replace(ContainerInline? line, VideoPlace? place)
    {
        var isStart = true;
        for (var inline = line?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LiteralInline literal && FindIn(literal, isStart) is { } found)
            {
                Cut(literal, found.At, found.Length, found.Moment);
                found.Moment.Url = place?.At(found.Moment.Start);
                inline = found.Moment;
            }

            isStart = inline is LineBreakInline;
        }
    }

    private static (int At, int Length, Moment Moment)? FindIn(LiteralInline literal, bool isStart)
    {
        var text = literal.Content.AsSpan();
        if (isStart && Moment.Read(text, out var length) is { } first) return (0, length, first);
        for (var at = text.IndexOf('('); at >= 0 && at < text.Length;)
        {
            if (Moment.Read(text[(at + 1)..], out length) is { } moment && at + 1 + length < text.Length && text[at + 1 + length] == ')')
                return (at + 1, length, moment);
            var next = text[(at + 1)..].IndexOf('(');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }

    /// <summary>The literal keeps what stands before the moment; what stands after becomes a literal of its own.</summary>
    private static void Cut(LiteralInline literal, int at, int length, Moment moment)
    {
        var after = literal.Content;
        after.Start += at + length;
        literal.Content.End = literal.Content.Start + at - 1;
        literal.InsertAfter(moment);
        if (after.Length > 0) moment.InsertAfter(new LiteralInline(after));
    }
}
