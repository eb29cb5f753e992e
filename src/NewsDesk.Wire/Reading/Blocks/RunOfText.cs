using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Blocks;

/// <summary>Text gathered between two borders of blocks, with its white space collapsed as a browser shows it.</summary>
internal sealed class RunOfText
{
    /// <summary>In characters; a chapter of a book without a paragraph's end.</summary>
    private const int MaxLength = 400_000;

    private char[] _text = new char[1_024];
    private int _length;
    private List<INode> _nodes = [];
    private int _linkDepth;
    private int _boldDepth;
    private int _words;
    private int _linkWords;
    private int _boldWords;
    private int _links;
    private int _commas;
    private int _stops;
    private int _breaks;
    private bool _inWord;

    public void Enter(InlineStyle style)
    {
        if (style == InlineStyle.Bold) _boldDepth++;
        if (style != InlineStyle.Link) return;
        _linkDepth++;
        _links++;
    }

    public void Leave(InlineStyle style)
    {
        if (style == InlineStyle.Bold) _boldDepth--;
        if (style == InlineStyle.Link) _linkDepth--;
    }

    public void Attach(IElement picture) => _nodes.Add(picture);

    public void Add(IText text, bool asWritten)
    {
        var data = text.Data;
        if (_text.Length < _length + data.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + data.Length));
        var blank = true;
        foreach (var letter in data)
        {
            if (char.IsWhiteSpace(letter))
            {
                _inWord = false;
                if (asWritten && _length > 0) _text[_length++] = letter == '\r' ? ' ' : letter;
                else if (_length > 0 && !char.IsWhiteSpace(_text[_length - 1])) _text[_length++] = ' ';
                continue;
            }

            if (letter is '\u00AD' or '\u200B' or '\uFEFF') continue;
            blank = false;
            if (_length < MaxLength) _text[_length++] = letter;
            Count(letter);
        }

        if (blank) return;
        _breaks = 0;
        _nodes.Add(text);
    }

    /// <summary>Takes a line break; answers whether it is the second in a row, which parts paragraphs.</summary>
    public bool Break()
    {
        _inWord = false;
        if (_length > 0 && _text[_length - 1] == ' ') _length--;
        if (_length > 0)
        {
            if (_length == _text.Length) Array.Resize(ref _text, _length * 2);
            _text[_length++] = '\n';
        }

        return ++_breaks > 1;
    }

    public Block? Take(int index, Box box, HintWords hints)
    {
        Block? block = null;
        if (_words > 0)
        {
            block = new(index, box, _text.AsSpan(0, _length).Trim().ToString(), _nodes)
            {
                Words = _words,
                LinkWords = _linkWords,
                Links = _links,
                Commas = _commas,
                Stops = _stops,
                Bold = _boldWords * 2 > _words,
                Inline = InlineHints(_nodes, box, hints),
            };
            _nodes = [];
        }

        _length = 0;
        _nodes.Clear();
        _words = _linkWords = _boldWords = _links = _commas = _stops = _breaks = 0;
        _inWord = false;
        return block;
    }

    private static Hint InlineHints(List<INode> nodes, Box box, HintWords hints)
    {
        var inline = Hint.None;
        for (var at = nodes[0].Parent; at is IElement element && at != box.Element; at = at.Parent) inline |= hints.Of(element);
        return inline;
    }

    private void Count(char letter)
    {
        if (char.IsLetterOrDigit(letter) || letter == '_')
        {
            // Chinese and Japanese are written without spaces; two characters make about a word.
            var starts = !_inWord || letter is >= '\u3040' and <= '\u9FFF' && (_length & 1) == 0;
            _inWord = true;
            if (!starts) return;
            _words++;
            if (_linkDepth > 0) _linkWords++;
            if (_boldDepth > 0) _boldWords++;
            return;
        }

        if (letter is not ('\'' or '’')) _inWord = false;
        if (letter is ',' or '、' or '，' or '،' or ';') _commas++;
        else if (letter is '.' or '!' or '?' or '。' or '！' or '？' or '…' or '؟' or '।' or ':') _stops++;
    }
}
