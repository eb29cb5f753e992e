using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsDesk.Press.Rendering;

/// <summary>Shows a text as it was typed, paragraph for paragraph, when it cannot be read as Markdown.</summary>
internal static class PlainDocument
{
    private static readonly ParagraphBlockParser Parser = new();

    public static MarkdownDocument Of(string markdown)
    {
        var document = new MarkdownDocument();
        foreach (var part in markdown.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var text = new ContainerInline();
            foreach (var line in part.Split('\n'))
            {
                if (text.FirstChild is not null) text.AppendChild(new LineBreakInline { IsHard = true });
                text.AppendChild(new LiteralInline(line));
            }

            document.Add(new ParagraphBlock(Parser) { Inline = text });
        }

        return document;
    }
}
