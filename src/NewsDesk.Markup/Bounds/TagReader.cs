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
            at = AfterAttribute(at);
        }

        // The source ends in the tag: a parser makes nothing of it.
        At = _html.Length;
        return true;
    }

    private readonly int AfterAttribute(int at)
    {
        // An equals sign that comes first is part of the name.
        at++;
        while (at < _html.Length && !IsSpace(_html[at]) && _html[at] is not ('/' or '>' or '=')) at++;
        var value = at;
        while (value < _html.Length && IsSpace(_html[value])) value++;
        if (value >= _html.Length || _html[value] != '=') return at;

        value++;
        while (value < _html.Length && IsSpace(_html[value])) value++;
        if (value >= _html.Length || _html[value] == '>') return value;
        if (_html[value] is '"' or '\'')
            return _html[(value + 1)..].IndexOf(_html[value]) is >= 0 and var length ? value + 1 + length + 1 : _html.Length;
        while (value < _html.Length && !IsSpace(_html[value]) && _html[value] != '>') value++;
        return value;
    }

    private bool ReadComment()
    {
        Kind = TokenKind.Comment;
        Name = default;
        Attributes = 0;
        AttributesEnd = -1;
        var rest = _html[Start..];
        At = Start + (rest.StartsWith("<!--", StringComparison.Ordinal) ? CommentLength(rest) : Length(rest.IndexOf('>'), 1, rest.Length));
        return true;
    }

    private static int CommentLength(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<!-->", StringComparison.Ordinal)) return 5;
        if (rest.StartsWith("<!--->", StringComparison.Ordinal)) return 6;
        var plain = Length(rest[4..].IndexOf("-->"), 4 + 3, rest.Length);
        return Math.Min(plain, Length(rest[4..Math.Min(plain, rest.Length)].IndexOf("--!>"), 4 + 4, rest.Length));
    }

    private static int Length(int found, int beyond, int all) => found < 0 ? all : found + beyond;

    private static bool IsSpace(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f';
}
