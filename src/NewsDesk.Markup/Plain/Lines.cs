using System.Buffers;
using System.Text;

namespace NewsDesk.Markup.Plain;

/// <summary>Text being written: runs of white space become one, breaks wait for the words after them.</summary>
internal sealed class Lines
{
    /// <summary>What ends a stretch that may be copied as it is: white space but the plain blank, and what is not seen.</summary>
    private static readonly SearchValues<char> Odd = SearchValues.Create("\n\t\r\f\u00A0\u00AD\u200B\uFEFF\0");

    /// <summary>In letters; what is found many letters at a time must not be looked for to the end of a book again and again.</summary>
    private const int MaxStretch = 512;

    private readonly StringBuilder _text = new();
    private int _break;
    private int _linesInPre;
    private bool _space;
    private bool _tab;

    /// <summary>A break of 1 begins a line, of 2 a paragraph; the strongest in a row counts.</summary>
    public void Break(int strength)
    {
        _break = Math.Max(_break, strength);
        _linesInPre = 0;
        _space = _tab = false;
    }

    /// <summary>Two line breaks in a row are how many pages part their paragraphs.</summary>
    public void BreakLine() => Break(Math.Min(2, _break + 1));

    public void BeginCell() => _tab = _text.Length > 0 && _break == 0;

    public void Words(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            if (text[0] is ' ' or '\n' or '\t' or '\r' or '\f' or '\u00A0')
            {
                _space = true;
                text = text[1..];
            }
            else if (IsUnseen(text[0]))
            {
                text = text[1..];
            }
            else
            {
                var stretch = Stretch(text);
                BeforeWord();
                _text.Append(stretch);
                text = text[stretch.Length..];
            }
        }
    }

    public void Verbatim(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c == '\n')
            {
                _linesInPre++;
            }
            else if (c != '\r')
            {
                BeforeWord();
                _text.Append(c);
            }
        }
    }

    public override string ToString() => _text.ToString().TrimEnd();

    /// <summary>The words from here on that have one blank between them, and stand so in the text: nearly always all. Found many letters at a time.</summary>
    private static ReadOnlySpan<char> Stretch(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MaxStretch)];
        var foreign = text.IndexOfAnyExceptInRange(' ', '~');
        if (foreign >= 0 && text[foreign..].IndexOfAny(Odd) is >= 0 and var odd) text = text[..(foreign + odd)];
        if (text.IndexOf("  ") is >= 0 and var twice) return text[..twice];
        return text[^1] == ' ' ? text[..^1] : text;
    }

    private void BeforeWord()
    {
        if (_text.Length > 0)
        {
            if (_break > 0) _text.Append('\n', _break);
            else if (_linesInPre > 0) _text.Append('\n', _linesInPre);
            else if (_tab) _text.Append('\t');
            else if (_space) _text.Append(' ');
        }

        _break = _linesInPre = 0;
        _space = _tab = false;
    }

    /// <summary>Soft hyphen, zero-width space and byte order mark: they would part a word from itself in a search.</summary>
    private static bool IsUnseen(char c) => c is '\u00AD' or '\u200B' or '\uFEFF' or '\0';
}
