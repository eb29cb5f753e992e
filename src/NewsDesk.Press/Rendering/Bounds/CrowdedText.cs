using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsDesk.Press.Rendering.Bounds;

/// <summary>
/// Bounds what the parser does with one paragraph: for each opening sign it looks at all that is open, or ahead to the end, so that a few
/// thousand of them cost seconds. Signs beyond what anybody writes stand in print as they were typed.
/// </summary>
internal sealed class CrowdedTextParser : InlineParser
{
    /// <summary>So many of each in one paragraph: several times what the most crowded page of links or footnotes has.</summary>
    private const int MaxBrackets = 500, MaxEmphasis = 1000, MaxTags = 1000, MaxCode = 1000, MaxAttributes = 500;

    /// <summary>To the parser a whole table is one paragraph.</summary>
    private const int MoreInTables = 2;

    private static readonly object WarnKey = new();

    public CrowdedTextParser() => OpeningCharacters = ['[', '!', '*', '_', '~', '<', '`', '{', '|'];

    /// <summary>The line of the first paragraph that was too crowded, and the sign that it was crowded with; null when none was.</summary>
    public static (int Line, char Sign)? FindIn(MarkdownDocument document) => document.GetData(WarnKey) as (int, char)?;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var sign = slice.CurrentChar;
        if (sign == '!' && slice.PeekChar() != '[') return false;
        // Emptied by the parser before each paragraph.
        var seen = processor.ParserStates[Index] as Seen;
        if (seen is null) processor.ParserStates[Index] = seen = new Seen();
        if (seen.Allows(sign, slice)) return false;

        if (processor.Document.GetData(WarnKey) is null) processor.Document.SetData(WarnKey, (processor.LineIndex, sign));
        var start = slice.Start;
        do slice.SkipChar();
        while (slice.CurrentChar == sign && !slice.IsEmpty);
        processor.Inline = new LiteralInline(new StringSlice(slice.Text, start, slice.Start - 1)) { Line = processor.LineIndex, IsClosed = true };
        return true;
    }

    private sealed class Seen
    {
        private int _brackets, _emphasis, _tags, _code, _attributes;
        private bool? _isTable;

        public bool Allows(char sign, StringSlice rest) => sign switch
        {
            '[' or '!' => IsIn(++_brackets, MaxBrackets),
            '<' => IsIn(++_tags, MaxTags),
            '`' => IsIn(++_code, MaxCode),
            '{' => IsIn(++_attributes, MaxAttributes),
            '|' => _isTable ??= !TableBounds.IsTooMuch(rest.AsSpan()),
            _ => IsIn(++_emphasis, MaxEmphasis),
        };

        private bool IsIn(int count, int most) => count <= (_isTable == true ? most * MoreInTables : most);
    }
}
