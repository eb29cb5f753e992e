using System.Text;
using NewsDesk.Wire.Feeds.Html;

namespace NewsDesk.Wire.Feeds.Xml;

/// <summary>
/// Walks through a feed's elements, each child in turn, without building a tree. Flaws are mended on the way: an end tag
/// closes whatever was left open inside, one without a beginning is passed over, and an item ends where the next begins.
/// </summary>
internal sealed class XmlWalk(string source, Uri? url)
{
    /// <summary>Deeper elements are read as if they lay beside each other; no feed and hardly a page comes near.</summary>
    private const int MaxDepth = 120;

    private readonly XmlTokens _tokens = new(source);
    private readonly NameTable _names = new();
    private readonly List<OpenElement> _open = [];
    private readonly StringBuilder _inner = new();
    private bool _isHeld;
    private bool _isEmpty;
    private int _item;
    private int _leaf;

    private enum Step { Start, End, Text, EndOfFile }

    private readonly record struct OpenElement(int NameStart, int NameLength, string Name, Uri? Base, string? Language, int Declarations);

    public int Depth => _open.Count;

    /// <summary>The current element's name, as <see cref="NameTable"/> gives it.</summary>
    public string Name => _open.Count == 0 ? "" : _open[^1].Name;

    /// <summary>The current element's name as written, without prefix and in lower case.</summary>
    public string WrittenName
    {
        get
        {
            var written = Written(_open[^1]);
            return written[(written.IndexOf(':') + 1)..].ToString().ToLowerInvariant();
        }
    }

    /// <summary>What relative links in the current element are relative to.</summary>
    public Uri? Base => _open.Count == 0 ? url : _open[^1].Base;

    /// <summary>The language said by <c>xml:lang</c> here or further out.</summary>
    public string? Language => _open.Count == 0 ? null : _open[^1].Language;

    /// <summary>Goes to the next element in the document, however deep, before a root was found.</summary>
    public bool NextAnywhere()
    {
        while (true)
        {
            switch (Advance())
            {
                case Step.Start: return true;
                case Step.EndOfFile: return false;
            }
        }
    }

    /// <summary>Names without a prefix now mean this vocabulary, and so does the namespace of the current element.</summary>
    public void MakeHome(string vocabulary)
    {
        _names.MakeHome(vocabulary);
        _open[^1] = _open[^1] with { Name = _names.NameOf(Written(_open[^1])) };
    }

    /// <summary>Goes to the next child of the element at a depth, passing over what is left of the one before; false at its end.</summary>
    public bool NextChild(int parent)
    {
        while (_open.Count >= parent)
        {
            switch (Advance())
            {
                case Step.Start when _open.Count == parent + 1: return true;
                case Step.EndOfFile: return false;
            }
        }

        return false;
    }

    /// <summary>An attribute of the start tag just read, by its name without prefix; null if it is missing or empty.</summary>
    public string? Attribute(string name)
    {
        foreach (var attribute in _tokens.Attributes)
        {
            var written = _tokens.NameOf(attribute);
            if (written[(written.IndexOf(':') + 1)..].Equals(name, StringComparison.OrdinalIgnoreCase))
                return _tokens.ValueOf(attribute).Trim() is { Length: > 0 } value ? value : null;
        }

        return null;
    }

    /// <summary>Whether the start tag just read declares a namespace whose address has these words in it.</summary>
    public bool Declares(string words)
    {
        foreach (var attribute in _tokens.Attributes)
        {
            if (_tokens.NameOf(attribute).StartsWith("xmlns", StringComparison.Ordinal) &&
                _tokens.ValueOf(attribute).Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All text of the current element, to its end; null if there is none.</summary>
    public string? ReadText()
    {
        var depth = _open.Count;
        _inner.Clear();
        while (true)
        {
            switch (Advance())
            {
                case Step.Text:
                    _tokens.AppendTextTo(_inner);
                    break;
                case Step.EndOfFile:
                case Step.End when _open.Count < depth:
                    return Filled(_inner.ToString());
            }
        }
    }

    /// <summary>
    /// All of the current element, to its end: its text as decoded, unless there are elements in it, which makes it HTML.
    /// With <paramref name="isMarkup"/> text is markup already, and elements found in it join it.
    /// </summary>
    public XmlInner ReadInner(bool isMarkup)
    {
        var depth = _open.Count;
        var hasElements = false;
        var open = new List<string>();
        _inner.Clear();
        while (true)
        {
            var step = Advance();
            while (open.Count > 0 && open.Count > _open.Count - depth)
            {
                InlineMarkup.AppendEnd(_inner, open[^1]);
                open.RemoveAt(open.Count - 1);
            }

            switch (step)
            {
                case Step.Text when open.Count == 0 && (isMarkup || !hasElements):
                    _tokens.AppendTextTo(_inner);
                    break;
                case Step.Text:
                    var text = new StringBuilder();
                    _tokens.AppendTextTo(text);
                    HtmlEscape.AppendText(_inner, text.ToString());
                    break;
                case Step.Start:
                    if (!hasElements && !isMarkup)
                    {
                        var before = _inner.ToString();
                        _inner.Clear();
                        HtmlEscape.AppendText(_inner, before);
                    }

                    hasElements = true;
                    open.Add(InlineMarkup.AppendStart(_inner, _tokens, _names, Base));
                    break;
                case Step.EndOfFile:
                case Step.End when _open.Count < depth:
                    return new(Filled(_inner.ToString()), hasElements);
            }
        }
    }

    private Step Advance()
    {
        if (_isEmpty)
        {
            _isEmpty = false;
            CloseTo(_open.Count - 1);
            return Step.End;
        }

        while (true)
        {
            if (!_isHeld) _tokens.Read();
            _isHeld = false;
            switch (_tokens.Kind)
            {
                case XmlToken.Text or XmlToken.CData:
                    return Step.Text;
                case XmlToken.End when FindOpen() is { } opened:
                    CloseTo(opened);
                    return Step.End;
                case XmlToken.Start when Open() is { } step:
                    return step;
                case XmlToken.EndOfFile:
                    CloseTo(0);
                    return Step.EndOfFile;
            }
        }
    }

    /// <summary>Opens the element whose tag was read, or first ends what it cannot lie in; null when it is too deep to open.</summary>
    private Step? Open()
    {
        var declarations = _names.Open(_tokens);
        var name = _names.NameOf(_tokens.Name);
        var isItem = FeedNames.IsItem(name);
        var isLeaf = !isItem && FeedNames.IsLeaf(name);
        var mustEnd = isItem && _item > 0 ? _item : (isItem || isLeaf) && _leaf > 0 ? _leaf : 0;
        if (mustEnd > 0)
        {
            _names.Close(declarations);
            CloseTo(mustEnd - 1);
            _isHeld = true;
            return Step.End;
        }

        if (_open.Count == MaxDepth)
        {
            _names.Close(declarations);
            return null;
        }

        var (address, language) = (Base, Language);
        foreach (var attribute in _tokens.Attributes)
        {
            var written = _tokens.NameOf(attribute);
            if (!written.StartsWith("xml:", StringComparison.OrdinalIgnoreCase)) continue;
            if (written[4..].Equals("base", StringComparison.OrdinalIgnoreCase))
                address = Links.ResolveBase(address, _tokens.ValueOf(attribute));
            else if (written[4..].Equals("lang", StringComparison.OrdinalIgnoreCase))
                language = _tokens.ValueOf(attribute).Trim();
        }

        _open.Add(new(_tokens.NameStart, _tokens.Name.Length, name, address, language, declarations));
        if (isItem && _item == 0) _item = _open.Count;
        if (isLeaf && _leaf == 0) _leaf = _open.Count;
        _isEmpty = _tokens.IsEmpty;
        return Step.Start;
    }

    private int? FindOpen()
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (Written(_open[i]).Equals(_tokens.Name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return null;
    }

    private ReadOnlySpan<char> Written(OpenElement element) => _tokens.NameAt(element.NameStart, element.NameLength);

    private void CloseTo(int count)
    {
        for (var i = _open.Count - 1; i >= count; i--) _names.Close(_open[i].Declarations);
        _open.RemoveRange(count, _open.Count - count);
        if (_item > count) _item = 0;
        if (_leaf > count) _leaf = 0;
    }

    private static string? Filled(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>What an element held: text, or HTML when it had elements.</summary>
internal readonly record struct XmlInner(string? Text, bool HasElements);
