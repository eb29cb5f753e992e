using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace NewsDesk.Press.Rendering.Inlines;

/// <summary>Sets the apostrophe within a word; Markdig's own typesetting sees only quotes that come in pairs.</summary>
internal sealed class ApostropheParser : InlineParser
{
    public ApostropheParser() => OpeningCharacters = ['\''];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        if (!char.IsLetter(slice.PeekChar()) || !(char.IsLetterOrDigit(before) || before is '*' or '_' or ')' or ']')) return false;
        processor.Inline = new LiteralInline("’") { Line = processor.LineIndex };
        slice.SkipChar();
        return true;
    }
}
