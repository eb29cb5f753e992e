namespace NewsDesk.Wire.Feeds.Html;

/// <summary>The attributes of one tag, in order, each with the place of its value in the HTML.</summary>
internal ref struct HtmlAttributes(ReadOnlySpan<char> html, int from, int end)
{
    private readonly ReadOnlySpan<char> _html = html[..end];
    private int _at = from;

    public ReadOnlySpan<char> Name { get; private set; }

    public int ValueStart { get; private set; }

    public int ValueEnd { get; private set; }

    public readonly bool IsQuoted => _html[ValueStart - 1] is '"' or '\'';

    /// <summary>Goes to the next attribute that has a value.</summary>
    public bool Next()
    {
        while (true)
        {
            while (_at < _html.Length && (char.IsWhiteSpace(_html[_at]) || _html[_at] is '/' or '=' or '"' or '\'')) _at++;
            var length = _html[_at..].IndexOfAny(Breaks.AttributeName);
            if (length <= 0) return false;
            Name = _html.Slice(_at, length);
            _at = AfterSpace(_html, _at + length);
            if (_at >= _html.Length || _html[_at] != '=') continue;

            if (QuotedEnd(_html, _at) is { } quotedEnd)
            {
                ValueStart = AfterSpace(_html, _at + 1) + 1;
                ValueEnd = quotedEnd - 1;
                _at = quotedEnd;
                return true;
            }

            ValueStart = AfterSpace(_html, _at + 1);
            var valueLength = _html[ValueStart..].IndexOfAny(Breaks.BareValue);
            _at = ValueEnd = valueLength < 0 ? _html.Length : ValueStart + valueLength;
            return true;
        }
    }

    /// <summary>Where the quoted value behind the equals sign at a place ends, its quote included; null if it is not quoted.</summary>
    public static int? QuotedEnd(ReadOnlySpan<char> html, int equals)
    {
        var quote = AfterSpace(html, equals + 1);
        if (quote >= html.Length || html[quote] is not ('"' or '\'')) return null;
        var length = html[(quote + 1)..].IndexOf(html[quote]);
        return length < 0 ? null : quote + 1 + length + 1;
    }

    private static int AfterSpace(ReadOnlySpan<char> html, int at)
    {
        while (at < html.Length && char.IsWhiteSpace(html[at])) at++;
        return at;
    }
}
