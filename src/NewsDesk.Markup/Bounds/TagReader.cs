namespace NewsDesk.Markup.Bounds;

/// <summary>What a parser would take for one thing between text.</summary>
internal enum TokenKind
{
    StartTag,
    EndTag,

    /// <summary>A comment, a doctype, or what a parser makes a comment of.</summary>
    Comment,
}

/// <summary>Reads the tags of HTML source one after the other, as the HTML standard's tokenizer does, without making anything of them.</summary>
internal ref struct TagReader(ReadOnlySpan<char> html)
{
    private readonly ReadOnlySpan<char> _html = html;

    /// <summary>Where the next token is looked for; whoever reads on past an element's raw text sets it.</summary>
    public int At { get; set; }

    public TokenKind Kind { get; private set; }

    public int Start { get; private set; }

    /// <summary>Whether the source goes on after it; else it took all the rest.</summary>
    public bool IsEnded { get; private set; }

    public ReadOnlySpan<char> Name { get; private set; }

    public int Attributes { get; private set; }

    /// <summary>Where the last attribute that may stay ends, when there are too many.</summary>
    public int AttributesEnd { get; private set; }

    public bool Next(int maxAttributes)
    {
        while (At < _html.Length)
        {
            var found = _html[At..].IndexOf('<');
            if (found < 0 || At + found + 1 >= _html.Length) break;
            Start = At + found;
            var next = _html[Start + 1];
            if (char.IsAsciiLetter(next)) return Read(TokenKind.StartTag, Start + 1, maxAttributes);
            if (next == '/' && Start + 2 < _html.Length && char.IsAsciiLetter(_html[Start + 2])) return Read(TokenKind.EndTag, Start + 2, maxAttributes);
            if (next is '!' or '?' or '/') return ReadComment();
            At = Start + 1;
        }

        At = _html.Length;
        return false;
    }

    private bool Read(TokenKind kind, int nameStart, int maxAttributes)
    {
        Kind = kind;
        IsEnded = true;
        Attributes = 0;
        AttributesEnd = -1;
        var at = nameStart;
        while (at < _html.Length && !IsSpace(_html[at]) && _html[at] is not ('/' or '>')) at++;
        Name = _html[nameStart..at];
        while (at < _html.Length)
        {
            while (at < _html.Length && (IsSpace(_html[at]) || _html[at] == '/')) at++;
            if (at == _html.Length) break;
            if (_html[at] == '>')
            {
                At = at + 1;
                return true;
            }

            if (Attributes++ == maxAttributes) AttributesEnd = at;
            at = AfterAttribute(at, out _, out _);
        }

        // The source ends in the tag: a parser makes nothing of it.
        At = _html.Length;
        IsEnded = false;
        return true;
    }

    /// <summary>Where an attribute's value stands, without its quotes, in the tag that was read; null when the tag has none.</summary>
    public readonly Range? FindValue(string attribute)
    {
        for (var at = Start + 1 + Name.Length; at < At - 1;)
        {
            if (IsSpace(_html[at]) || _html[at] == '/')
            {
                at++;
                continue;
            }

            var start = at;
            at = AfterAttribute(at, out var name, out var value);
            // Of two with one name the first counts.
            if (_html[start..name].Equals(attribute, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    private readonly int AfterAttribute(int at, out int nameEnd, out Range value)
    {
        // An equals sign that comes first is part of the name.
        at++;
        while (at < _html.Length && !IsSpace(_html[at]) && _html[at] is not ('/' or '>' or '=')) at++;
        nameEnd = at;
        value = at..at;
        var start = at;
        while (start < _html.Length && IsSpace(_html[start])) start++;
        if (start >= _html.Length || _html[start] != '=') return at;

        start++;
        while (start < _html.Length && IsSpace(_html[start])) start++;
        value = start..start;
        if (start >= _html.Length || _html[start] == '>') return start;
        var end = start;
        if (_html[start] is '"' or '\'')
        {
            end = _html[(start + 1)..].IndexOf(_html[start]) is >= 0 and var length ? start + 1 + length : _html.Length;
            value = (start + 1)..end;
            return Math.Min(end + 1, _html.Length);
        }

        while (end < _html.Length && !IsSpace(_html[end]) && _html[end] != '>') end++;
        value = start..end;
        return end;
    }

    private bool ReadComment()
    {
        Kind = TokenKind.Comment;
        Name = default;
        Attributes = 0;
        AttributesEnd = -1;
        var rest = _html[Start..];
        var length = rest.StartsWith("<!--", StringComparison.Ordinal) ? CommentLength(rest) : Length(rest.IndexOf('>'), 1);
        IsEnded = length < int.MaxValue;
        At = Start + Math.Min(length, rest.Length);
        return true;
    }

    private static int CommentLength(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<!-->", StringComparison.Ordinal)) return 5;
        if (rest.StartsWith("<!--->", StringComparison.Ordinal)) return 6;
        var plain = Length(rest[4..].IndexOf("-->"), 4 + 3);
        return Math.Min(plain, Length(rest[4..Math.Min(plain, rest.Length)].IndexOf("--!>"), 4 + 4));
    }

    private static int Length(int found, int beyond) => found < 0 ? int.MaxValue : found + beyond;

    private static bool IsSpace(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f';
}
