using Markdig.Extensions.SmartyPants;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsDesk.Press.Typesetting;

namespace NewsDesk.Press.Rendering.Inlines;

/// <summary>Straight quotes, dots and hyphens as a typesetter sets them, in letters rather than entities.</summary>
internal static class Punctuation
{
    /// <summary>Puts letters in the place of the marks that the parser found, so that whoever reads on sees only text.</summary>
    public static void Set(IReadOnlyList<MarkdownObject> nodes, QuoteMarks marks)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case SmartyPant mark:
                    mark.ReplaceBy(new LiteralInline(Of(mark.Type, mark.OpeningCharacter, marks)) { Line = mark.Line, Span = mark.Span });
                    break;
                case LiteralInline { IsFirstCharacterEscaped: false, Content: { Length: 1, CurrentChar: '\'' } } alone:
                    // One that has no partner stands for something left out: the dogs' dinner, 'tis.
                    alone.Content = new("’");
                    break;
            }
        }
    }

    private static string Of(SmartyPantType type, char typed, QuoteMarks marks) => type switch
    {
        SmartyPantType.LeftQuote => marks.OpenInner,
        SmartyPantType.RightQuote => marks.CloseInner,
        SmartyPantType.LeftDoubleQuote => marks.Open,
        SmartyPantType.RightDoubleQuote => marks.Close,
        SmartyPantType.LeftAngleQuote => "«",
        SmartyPantType.RightAngleQuote => "»",
        SmartyPantType.Ellipsis => "…",
        SmartyPantType.Dash2 => "–",
        SmartyPantType.Dash3 => "—",
        SmartyPantType.Quote => "’",
        SmartyPantType.DoubleQuote => "\"",
        _ => typed.ToString(),
    };
}
