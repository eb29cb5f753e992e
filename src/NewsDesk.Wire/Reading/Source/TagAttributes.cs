using System.Collections.Frozen;
using System.Net;

namespace NewsDesk.Wire.Reading.Source;

/// <summary>The attributes of one start tag as places in the source, and where the tag ends.</summary>
internal sealed class TagAttributes
{
    /// <summary>A parser compares each attribute of a tag with all before it.</summary>
    private const int MaxAttributes = 60;

    /// <summary>In characters; small pictures written into the page are longer, and are not needed.</summary>
    private const int MaxValue = 20_000;

    private static readonly FrozenSet<string> Known = new[]
    {
        "abbr", "alt", "aria-hidden", "aria-label", "class", "cite", "colspan", "content", "data-component", "data-testid", "datetime", "dir",
        "headers", "height", "hidden", "href", "hreflang", "http-equiv", "id", "itemprop", "lang", "media", "name", "open", "property",
        "pubdate", "rel", "reversed", "role", "rowspan", "scope", "sizes", "span", "src", "srcset", "start", "style", "title", "type",
        "value", "width",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownBySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<(Range Name, Range Value)> _attributes = [];

    public int End { get; private set; }

    public bool SelfClosed { get; private set; }

    /// <summary>Reads the next tag in the place of the last: pages have thousands.</summary>
    public void Read(string source, int at, int length)
    {
        _attributes.Clear();
        var selfClosed = false;
        while (at < length)
        {
            var letter = source[at];
            if (letter == '>')
            {
                at++;
                break;
            }

            selfClosed = letter == '/';
            if (letter == '/' || char.IsWhiteSpace(letter))
            {
                at++;
                continue;
            }

            var began = at;
            while (++at < length && source[at] is not ('=' or '>' or '/') && !char.IsWhiteSpace(source[at])) { }
            var name = began..at;
            while (at < length && char.IsWhiteSpace(source[at])) at++;
            var value = at..at;
            if (at < length && source[at] == '=')
            {
                at++;
                while (at < length && char.IsWhiteSpace(source[at])) at++;
                (value, at) = ValueAt(source, at, length);
            }

            if (_attributes.Count < MaxAttributes) _attributes.Add((name, value));
        }

        (End, SelfClosed) = (at, selfClosed);
    }

    public string? ValueOf(string source, string name)
    {
        foreach (var (given, value) in _attributes)
        {
            if (source.AsSpan(given).Equals(name, StringComparison.OrdinalIgnoreCase)) return WebUtility.HtmlDecode(source[value]);
        }

        return null;
    }

    /// <summary>Writes the attributes that reading needs; of a picture also those in which its address may wait for a script.</summary>
    public void CopyTo(GrowingText kept, string source, bool all, bool isPicture)
    {
        foreach (var (name, value) in _attributes)
        {
            var called = source.AsSpan(name);
            var text = source.AsSpan(value);
            if (text.Length > MaxValue || !(all || KnownBySpan.Contains(called) || isPicture && called.StartsWith("data-", StringComparison.OrdinalIgnoreCase) && text.Length < 2_000)) continue;
            kept.Append(' ').Append(called);
            if (text.IsEmpty) continue;
            var quote = text.Contains('"') ? '\'' : '"';
            kept.Append('=').Append(quote).Append(text).Append(quote);
        }
    }

    private static (Range Value, int After) ValueAt(string source, int at, int length)
    {
        if (at < length && source[at] is '"' or '\'')
        {
            var close = source.AsSpan(at + 1, length - at - 1).IndexOf(source[at]);
            var end = close < 0 ? length : at + 1 + close;
            return ((at + 1)..end, Math.Min(end + 1, length));
        }

        var began = at;
        while (at < length && source[at] != '>' && !char.IsWhiteSpace(source[at])) at++;
        return (began..at, at);
    }
}
