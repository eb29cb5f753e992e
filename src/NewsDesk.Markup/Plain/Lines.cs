using System.Text;

namespace NewsDesk.Markup.Plain;

/// <summary>Text being written: runs of white space become one, breaks wait for the words after them.</summary>
internal sealed class Lines
{
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
        foreach (var c in text)
        {
            if (c is ' ' or '\n' or '\t' or '\r' or '\f' or '\u00A0') _space = true;
            else if (!IsUnseen(c)) Write(c);
        }
    }

    public void Verbatim(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c == '\n') _linesInPre++;
            else if (c != '\r') Write(c);
        }
    }

    public override string ToString() => _text.ToString().TrimEnd();

    private void Write(char c)
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
        _text.Append(c);
    }

    /// <summary>Soft hyphen, zero-width space and byte order mark: they would part a word from itself in a search.</summary>
    private static bool IsUnseen(char c) => c is '\u00AD' or '\u200B' or '\uFEFF' or '\0';
}
