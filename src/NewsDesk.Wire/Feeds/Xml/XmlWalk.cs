using System.Text;
using NewsDesk.Wire.Feeds.Html;

namespace NewsDesk.Wire.Feeds.Xml;

/// <summary>Walks through a feed's elements, each child in turn, without building a tree.</summary>
internal sealed class XmlWalk(string source, Uri? url)
{
    private readonly XmlSteps _steps = new(source, url);
    private readonly StringBuilder _inner = new();
    private readonly StringBuilder _text = new();

    public int Depth => _steps.Depth;

    /// <summary>The current element's name, as <see cref="NameTable"/> gives it.</summary>
    public string Name => _steps.Name;

    /// <summary>The current element's name as written, without prefix and in lower case.</summary>
    public string WrittenName => _steps.WrittenName[(_steps.WrittenName.IndexOf(':') + 1)..].ToString().ToLowerInvariant();

    /// <summary>What relative links in the current element are relative to.</summary>
    public Uri? Base => _steps.Base;

    /// <summary>The language said by <c>xml:lang</c> here or further out.</summary>
    public string? Language => _steps.Language;

    /// <summary>Names without a prefix now mean this vocabulary, and so does a namespace that nobody knows.</summary>
    public void MakeHome(string vocabulary)
    {
        _steps.Names.MakeHome(vocabulary, _steps.WrittenName);
        _steps.Rename();
    }

    /// <summary>What links are relative to when neither the caller nor the feed says where it came from.</summary>
    public void FallBackTo(string link)
    {
        if (_steps.Url is null && Uri.TryCreate(link, UriKind.Absolute, out var address)) _steps.Url = address;
    }

    /// <summary>Goes to the next child of the element at a depth, passing over what is left of the one before; false at its end.</summary>
    public bool NextChild(int parent)
    {
        while (NextWithin(parent))
        {
            if (Depth == parent + 1) return true;
        }

        return false;
    }

    /// <summary>Goes to the next element in the element at a depth, however deep; false at its end.</summary>
    public bool NextWithin(int ancestor)
    {
        while (Depth >= ancestor)
        {
            switch (_steps.Next())
            {
                case XmlStep.Start: return true;
                case XmlStep.EndOfFile: return false;
            }
        }

        return false;
    }

    /// <summary>An attribute of the start tag just read, by its name without prefix; null if it is missing or empty.</summary>
    public string? Attribute(string name) =>
        _steps.Tokens.FindAttribute(name) is { } attribute && _steps.Tokens.ValueOf(attribute).Trim() is { Length: > 0 } value
            ? value
            : null;

    /// <summary>Whether the start tag just read declares a namespace whose address has these words in it.</summary>
    public bool Declares(string words)
    {
        foreach (var attribute in _steps.Tokens.Attributes)
        {
            if (_steps.Tokens.NameOf(attribute).StartsWith("xmlns", StringComparison.Ordinal) &&
                _steps.Tokens.ValueOf(attribute).Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All text of the current element, to its end; null if there is none.</summary>
    public string? ReadText()
    {
        var depth = Depth;
        _inner.Clear();
        while (Depth >= depth)
        {
            switch (_steps.Next())
            {
                case XmlStep.Text:
                    _steps.Tokens.AppendTextTo(_inner);
                    break;
                case XmlStep.EndOfFile:
                    return Filled(_inner);
            }
        }

        return Filled(_inner);
    }

    /// <summary>
    /// All of the current element, to its end: its text as decoded, unless there are elements in it, which makes it HTML.
    /// With <paramref name="isMarkup"/> text is markup already, and elements found in it join it.
    /// </summary>
    public XmlInner ReadInner(bool isMarkup)
    {
        var depth = Depth;
        var hasElements = false;
        var open = new Stack<string>();
        _inner.Clear();
        while (true)
        {
            var step = _steps.Next();
            while (open.Count > Math.Max(0, Depth - depth)) InlineMarkup.AppendEnd(_inner, open.Pop());
            switch (step)
            {
                case XmlStep.Text when open.Count == 0 && (isMarkup || !hasElements):
                    _steps.Tokens.AppendTextTo(_inner);
                    break;
                case XmlStep.Text:
                    _steps.Tokens.AppendTextTo(_text.Clear());
                    HtmlEscape.AppendText(_inner, _text.ToString());
                    break;
                case XmlStep.Start:
                    if (!hasElements && !isMarkup) EscapeTextSoFar();
                    hasElements = true;
                    open.Push(InlineMarkup.AppendStart(_inner, _steps.Tokens, _steps.Names, Base));
                    break;
                case XmlStep.EndOfFile:
                case XmlStep.End when Depth < depth:
                    return new(Filled(_inner), hasElements);
            }
        }
    }

    private void EscapeTextSoFar()
    {
        var text = _inner.ToString();
        HtmlEscape.AppendText(_inner.Clear(), text);
    }

    private static string? Filled(StringBuilder text) =>
        text.ToString() is var filled && !string.IsNullOrWhiteSpace(filled) ? filled : null;
}
