namespace NewsDesk.Wire.Feeds.Html;

/// <summary>Finds the tags in a piece of HTML, one after the other, comments among them.</summary>
internal ref struct HtmlTags(ReadOnlySpan<char> html)
{
    private readonly ReadOnlySpan<char> _html = html;
    private int _next;
    private bool _noCommentEnds;

    /// <summary>Where the tag, or comment, begins and ends.</summary>
    public int Start { get; private set; }

    public int End => _next;

    public bool IsEndTag { get; private set; }

    /// <summary>Empty for a comment.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Where the attributes begin.</summary>
    public int AttributesStart { get; private set; }

    public bool Next()
    {
        while (_next < _html.Length)
        {
            var found = _html[_next..].IndexOf('<');
            if (found < 0) break;
            Start = _next + found;
            var after = Start + 1 < _html.Length ? _html[Start + 1] : '\0';
            if (after is '!' or '?')
            {
                Name = [];
                IsEndTag = false;
                _next = EndOfComment();
                return true;
            }

            IsEndTag = after == '/';
            var from = Start + (IsEndTag ? 2 : 1);
            if (from < _html.Length && char.IsAsciiLetter(_html[from]))
            {
                var length = _html[from..].IndexOfAny(Breaks.TagName);
                if (length < 0) break; // Cut off in the middle of its name.
                Name = _html.Slice(from, length);
                AttributesStart = from + length;
                _next = EndOfTag(AttributesStart);
                return true;
            }

            _next = Start + 1;
        }

        _next = _html.Length;
        return false;
    }

    private int EndOfTag(int at)
    {
        while (at < _html.Length)
        {
            switch (_html[at])
            {
                case '>': return at + 1;
                case '=' when HtmlAttributes.QuotedEnd(_html, at) is { } end:
                    at = end;
                    break;
                default:
                    at++;
                    break;
            }
        }

        return _html.Length;
    }

    private int EndOfComment()
    {
        if (_html[Start..].StartsWith("<!--") && !_noCommentEnds)
        {
            var end = _html[(Start + 4)..].IndexOf("-->");
            if (end >= 0) return Start + 4 + end + 3;
            _noCommentEnds = true;
        }

        var close = _html[Start..].IndexOf('>');
        return close < 0 ? _html.Length : Start + close + 1;
    }
}
