namespace NewsDesk.Wire.Feeds.Xml;

/// <summary>
/// Finds where a comment, an instruction, a CDATA section or a quoted value ends, and where it was meant to end when its end
/// is missing. What was found, or not found, is not searched again: a thousand open sections cost one search.
/// </summary>
internal sealed class UnclosedSections(string source)
{
    // Where the next end stands that was found last; beyond the source when there is none.
    private int _commentEnd;
    private int _instructionEnd;
    private int _cDataEnd;

    public int EndOfComment(int at) => After(at + 4, "-->", ref _commentEnd) ?? AfterTag(at);

    public int EndOfInstruction(int at) => After(at + 2, "?>", ref _instructionEnd) ?? AfterTag(at);

    /// <summary>The end of the section's text, and where reading goes on.</summary>
    public (int End, int Next) EndOfCData(int from, ReadOnlySpan<char> element)
    {
        var next = After(from, "]]>", ref _cDataEnd);
        var section = source.AsSpan(from, (next is { } closed ? closed - 3 : source.Length) - from);

        // No item ends inside a section, so this one was never closed: it ends with its element.
        var itemEnd = FirstOf(section, "</item>", "</entry>");
        if (itemEnd >= 0)
        {
            var elementEnd = section[..(itemEnd + 2)].LastIndexOf($"</{element}>", StringComparison.Ordinal);
            var end = from + (elementEnd < 0 ? itemEnd : elementEnd);
            return (end, end);
        }

        return (from + section.Length, next ?? source.Length);
    }

    /// <summary>The end of a quoted value that begins at <paramref name="from"/>, and where reading goes on.</summary>
    public (int End, int Next) EndOfQuoted(int from, char quote)
    {
        var length = source.AsSpan(from).IndexOf(quote);
        var value = length < 0 ? source.AsSpan(from) : source.AsSpan(from, length);

        // href="…/> <title>…<link href=": the quote that was found opens the next value, so this one's is missing.
        if (length < 0 || (value.TrimEnd().EndsWith("=") && value.Contains('<')))
        {
            var cut = value.IndexOfAny('<', '>');
            var end = from + (cut < 0 ? value.Length : cut);
            if (end > from && cut >= 0 && source[end] == '>' && source[end - 1] == '/') end--;
            return (end, end);
        }

        return (from + length, from + length + 1);
    }

    private int? After(int from, string mark, ref int found)
    {
        if (found < from && from <= source.Length)
            found = source.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var at ? at : int.MaxValue;
        return found >= from && found < source.Length ? found + mark.Length : null;
    }

    private int AfterTag(int at)
    {
        var end = source.AsSpan(at).IndexOf('>');
        return end < 0 ? source.Length : at + end + 1;
    }

    private static int FirstOf(ReadOnlySpan<char> text, string one, string other)
    {
        var first = text.IndexOf(one, StringComparison.Ordinal);
        var second = (first < 0 ? text : text[..first]).IndexOf(other, StringComparison.Ordinal);
        return second < 0 ? first : second;
    }
}
