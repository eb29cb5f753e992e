using System.Buffers;

namespace NewsDesk.Wire.Reading.Source;

/// <summary>
/// A page's source, made small and harmless to parse in one pass over its characters: without scripts, styles, comments and
/// drawings, with the attributes that reading needs, and with bounds on whatever makes a parser take more than linear time.
/// </summary>
internal sealed record TamedSource(string Html, IReadOnlyList<DataScript> Scripts)
{
    public static TamedSource From(string source, bool keepAllAttributes = false)
    {
        using var tamer = new SourceTamer(source, keepAllAttributes);
        return tamer.Tame();
    }
}

internal sealed class SourceTamer(string source, bool keepAllAttributes) : IDisposable
{
    /// <summary>In characters. Real pages of five million exist; nearly all of it is script.</summary>
    private const int MaxSource = 12_000_000;

    /// <summary>In characters, of markup and text without scripts; a long novel has a million.</summary>
    private const int MaxKept = 3_000_000;

    /// <summary>Long pages have ten thousand; what comes beyond the bound keeps its text and loses its tags.</summary>
    private const int MaxElements = 20_000;

    /// <summary>Unclosed formatting is opened anew in each paragraph: a hundred of it in a hundred thousand are ten million elements.</summary>
    private const int MaxOpenFormatting = 16;

    private const int MaxScripts = 60;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    private readonly GrowingText _kept = new(Math.Min(source.Length, 262_144));
    private readonly List<DataScript> _scripts = [];
    private readonly TagAttributes _tag = new();
    private readonly int _length = Math.Min(source.Length, MaxSource);
    private int _at;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _dropped = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    private int _elements;
    private int _openFormatting;
    private int _started;
    private int _ended;

    public TamedSource Tame()
    {
        while (_at < _length && _kept.Length < MaxKept)
        {
            var found = source.AsSpan(_at, _length - _at).IndexOf('<');
            var open = found < 0 ? _length : _at + found;
            _kept.Append(source.AsSpan(_at, Math.Min(open - _at, MaxKept)));
            _at = open;
            if (_at + 1 >= _length) break;
            switch (source[_at + 1])
            {
                case '!' or '?':
                    SkipDeclaration();
                    break;
                case '/':
                    CopyEndTag();
                    break;
                case var letter when char.IsAsciiLetter(letter):
                    TakeStartTag();
                    break;
                default:
                    _kept.Append("&lt;");
                    _at++;
                    break;
            }
        }

        return new(_kept.ToString(), _scripts);
    }

    public void Dispose() => _kept.Dispose();

    private void SkipDeclaration()
    {
        if (source.AsSpan(_at, Math.Min(4, _length - _at)).StartsWith("<!--"))
        {
            _at = After("-->", _at + 4);
            return;
        }

        var end = After(">", _at);
        if (source.AsSpan(_at, end - _at).StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)) _kept.Append(source.AsSpan(_at, end - _at));
        _at = end;
    }

    private void CopyEndTag()
    {
        var end = After(">", _at);
        var name = NameAt(_at + 2, end);
        if (_openFormatting > 0 && Elements.IsFormatting(name)) _openFormatting--;
        if (!name.IsEmpty && !IsBeyondBound(name)) _kept.Append("</").Append(name).Append('>');
        _at = end;
    }

    /// <summary>Whether the end tag is that of an element that was left out, or one more than were begun: a parser looks for what it ends, or makes it.</summary>
    private bool IsBeyondBound(ReadOnlySpan<char> name)
    {
        if (_elements > MaxElements && _dropped.TryGetValue(name, out var many) && many > 0)
        {
            _dropped[name] = many - 1;
            return true;
        }

        if (_ended >= _started) return true;
        _ended++;
        return false;
    }

    /// <summary>Leaves a start tag out; a space keeps the words around it apart.</summary>
    private void Drop(ReadOnlySpan<char> name)
    {
        _dropped[name] = _dropped.TryGetValue(name, out var many) ? many + 1 : 1;
        if (!Elements.IsFormatting(name)) _kept.Append(' ');
    }

    private void TakeStartTag()
    {
        var name = NameAt(_at + 1, _length);
        var tag = _tag;
        tag.Read(source, _at + 1 + name.Length, _length);
        var began = _at;
        _at = tag.End;
        if (Elements.SkippedWhole(name) is { } skipped)
        {
            if (!(tag.SelfClosed && skipped == "svg")) SkipContent(skipped, tag);
            return;
        }

        if (!keepAllAttributes && IsUselessLink(name, tag)) return;
        if (Elements.IsFormatting(name) && ++_openFormatting > MaxOpenFormatting) return;
        if (++_elements > MaxElements)
        {
            Drop(name);
            return;
        }

        _started++;
        _kept.Append('<').Append(name);
        tag.CopyTo(_kept, source, keepAllAttributes, isPicture: Elements.MayLoadLate(name));
        _kept.Append(tag.SelfClosed ? "/>" : ">");
        if (Elements.HoldsPlainText(name)) CopyPlainText(name.ToString());
    }

    /// <summary>Pages link to dozens of style sheets, icons and fonts; of all that only their own address tells a reader something.</summary>
    private bool IsUselessLink(ReadOnlySpan<char> name, TagAttributes tag) =>
        name.Equals("link", StringComparison.OrdinalIgnoreCase) && tag.ValueOf(source, "rel")?.Contains("canonical", StringComparison.OrdinalIgnoreCase) != true;

    private void SkipContent(string name, TagAttributes tag)
    {
        var close = Find("</" + name, _at);
        // Of programs nothing is read, of data all.
        if (name == "script" && close > _at && _scripts.Count < MaxScripts && tag.ValueOf(source, "type") is { } type && type.Contains("json", StringComparison.OrdinalIgnoreCase) && tag.ValueOf(source, "src") is null)
            _scripts.Add(new(type, source[_at..close]));
        _at = close >= _length ? _length : After(">", close);
    }

    /// <summary>Of a title or text area: what looks like tags in it is text.</summary>
    private void CopyPlainText(string name)
    {
        var close = Find("</" + name, _at);
        _kept.Append(source.AsSpan(_at, Math.Min(close - _at, 20_000)));
        _kept.Append("</").Append(name).Append('>');
        _at = close >= _length ? _length : After(">", close);
    }

    private ReadOnlySpan<char> NameAt(int from, int to)
    {
        var rest = source.AsSpan(from, to - from);
        var end = rest.IndexOfAny(NameEnd);
        return end < 0 ? rest : rest[..end];
    }

    private int Find(string what, int from)
    {
        var found = source.AsSpan(from, _length - from).IndexOf(what, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? _length : from + found;
    }

    private int After(string what, int from)
    {
        if (from >= _length) return _length;
        var found = source.AsSpan(from, _length - from).IndexOf(what, StringComparison.Ordinal);
        return found < 0 ? _length : from + found + what.Length;
    }
}
