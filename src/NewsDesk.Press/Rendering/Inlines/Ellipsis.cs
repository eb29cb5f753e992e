using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace NewsDesk.Press.Rendering.Inlines;

/// <summary>Three dots are one sign wherever they stand; the parser's own rule knows them only behind a word.</summary>
internal sealed class EllipsisParser : InlineParser
{
    private const int Dots = 3;

    public EllipsisParser() => OpeningCharacters = ['.'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var dots = slice.AsSpan().IndexOfAnyExcept('.');
        if (dots < 0) dots = slice.Length;
        if (dots < Dots) return false;
        // More of them are a line of dots, which stays one.
        processor.Inline = new LiteralInline(dots == Dots ? "…" : new string('.', dots)) { Line = processor.LineIndex };
        slice.Start += dots;
        return true;
    }
}
