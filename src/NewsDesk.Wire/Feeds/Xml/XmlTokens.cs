using System.Runtime.InteropServices;
using System.Text;
using NewsDesk.Wire.Feeds.Html;

namespace NewsDesk.Wire.Feeds.Xml;

internal enum XmlToken { Start, End, Text, CData, EndOfFile }

/// <summary>Where an attribute stands in the source.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct XmlAttribute(int NameStart, int NameLength, int ValueStart, int ValueLength);

/// <summary>
/// Cuts XML into tags and text, one after the other, whatever its flaws: nothing is an error, and every search that
/// fails once is not tried again, so the time is linear in the length.
/// </summary>
internal sealed class XmlTokens(string source)
{
    private readonly List<XmlAttribute> _attributes = [];
    private readonly UnclosedSections _sections = new(source);
    private int _at;
    private int _from;
    private int _length;

    public XmlToken Kind { get; private set; }

    /// <summary>A start tag that ends itself: <c>&lt;link/&gt;</c>.</summary>
    public bool IsEmpty { get; private set; }

    public IReadOnlyList<XmlAttribute> Attributes => _attributes;

    public DeclaredEntities Entities { get; } = new();

    /// <summary>A tag's name as written, prefix included.</summary>
    public ReadOnlySpan<char> Name => source.AsSpan(_from, _length);

    public int NameStart => _from;

    public ReadOnlySpan<char> NameOf(XmlAttribute attribute) => source.AsSpan(attribute.NameStart, attribute.NameLength);

    /// <summary>An attribute of the tag, by its name without prefix.</summary>
    public XmlAttribute? FindAttribute(string name)
    {
        foreach (var attribute in _attributes)
        {
            var written = NameOf(attribute);
            if (written[(written.IndexOf(':') + 1)..].Equals(name, StringComparison.OrdinalIgnoreCase)) return attribute;
        }

        return null;
    }

    public string ValueOf(XmlAttribute attribute) =>
        CharacterReferences.Decode(source.AsSpan(attribute.ValueStart, attribute.ValueLength), Entities);

    public void AppendTextTo(StringBuilder text)
    {
        var written = source.AsSpan(_from, _length);
        if (Kind is XmlToken.CData) text.Append(written);
        else CharacterReferences.AppendDecoded(text, written, Entities);
    }

    public void Read()
    {
        while (_at < source.Length)
        {
            if (source[_at] != '<') { ReadText(_at); return; }
            switch (After(_at + 1))
            {
                case '!' when Follows("<!--"):
                    _at = _sections.EndOfComment(_at);
                    break;
                case '!' when Follows("<![CDATA["):
                    ReadCData();
                    return;
                case '!':
                    _at = Doctype.Skip(source, _at, Entities);
                    break;
                case '?':
                    _at = _sections.EndOfInstruction(_at);
                    break;
                case '/':
                    ReadEndTag();
                    return;
                case var letter when IsNameStart(letter):
                    ReadStartTag();
                    return;
                default: // A stray < is text.
                    ReadText(_at);
                    return;
            }
        }

        Kind = XmlToken.EndOfFile;
    }

    private void ReadText(int from)
    {
        var next = source.AsSpan(from + 1).IndexOf('<');
        var end = next < 0 ? source.Length : from + 1 + next;
        Take(XmlToken.Text, from, end - from);
        _at = end;
    }

    private void ReadCData()
    {
        var from = _at + "<![CDATA[".Length;
        (var end, _at) = _sections.EndOfCData(from, Name);
        Take(XmlToken.CData, from, end - from);
    }

    private void ReadEndTag()
    {
        var from = _at + 2;
        var end = EndOfName(from);
        Take(XmlToken.End, from, end - from);
        var close = source.AsSpan(end).IndexOfAny('<', '>');
        _at = close < 0 ? source.Length : source[end + close] == '>' ? end + close + 1 : end + close;
    }

    private void ReadStartTag()
    {
        var from = _at + 1;
        _at = EndOfName(from);
        Take(XmlToken.Start, from, _at - from);
        IsEmpty = false;
        _attributes.Clear();
        while (true)
        {
            SkipSpace();
            switch (After(_at))
            {
                case '\0':
                case '<': // The tag was never closed; what follows is the next one.
                    return;
                case '>':
                    _at++;
                    return;
                case '/':
                    IsEmpty = After(_at + 1) == '>';
                    _at++;
                    break;
                default:
                    ReadAttribute();
                    break;
            }
        }
    }

    private void ReadAttribute()
    {
        var from = _at;
        var end = EndOfName(from);
        _at = end > from ? end : from + 1; // A quote or an equals sign out of place.
        SkipSpace();
        if (After(_at) != '=') return;
        _at++;
        SkipSpace();
        var value = _at;
        int valueEnd;
        if (After(_at) is '"' or '\'')
        {
            value++;
            (valueEnd, _at) = _sections.EndOfQuoted(value, source[value - 1]);
        }
        else
        {
            var stop = source.AsSpan(_at).IndexOfAny(Breaks.BareValue);
            _at = valueEnd = stop < 0 ? source.Length : _at + stop;
            if (valueEnd > value && After(valueEnd) == '>' && source[valueEnd - 1] == '/') _at = --valueEnd;
        }

        if (end > from && _attributes.Count < MaxAttributes)
            _attributes.Add(new(from, end - from, value, valueEnd - value));
    }

    /// <summary>No tag of a feed has more; a tag that has is an attack, and finding an attribute walks through all.</summary>
    private const int MaxAttributes = 64;

    private void Take(XmlToken kind, int from, int length) => (Kind, _from, _length) = (kind, from, length);

    private void SkipSpace()
    {
        while (_at < source.Length && char.IsWhiteSpace(source[_at])) _at++;
    }

    private int EndOfName(int from)
    {
        var stop = source.AsSpan(from).IndexOfAny(Breaks.XmlName);
        return stop < 0 ? source.Length : from + stop;
    }

    private static bool IsNameStart(char letter) => char.IsLetter(letter) || letter is '_' or ':';

    private bool Follows(string mark) => string.CompareOrdinal(source, _at, mark, 0, mark.Length) == 0;

    private char After(int index) => index < source.Length ? source[index] : '\0';
}
