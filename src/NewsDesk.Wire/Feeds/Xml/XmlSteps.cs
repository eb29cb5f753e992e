using System.Runtime.InteropServices;
using NewsDesk.Wire.Feeds.Html;

namespace NewsDesk.Wire.Feeds.Xml;

internal enum XmlStep { Start, End, Text, EndOfFile }

/// <summary>
/// Goes through a document step by step and keeps count of what is open, mending on the way: an end tag closes whatever was
/// left open inside, one without a beginning is passed over, and an item ends where the next begins.
/// </summary>
internal sealed class XmlSteps(string source, Uri? url)
{
    /// <summary>Deeper elements are read as if they lay beside each other; no feed and hardly a page comes near.</summary>
    private const int MaxDepth = 80;

    private readonly List<OpenElement> _open = [];
    private bool _isHeld;
    private bool _isEmpty;

    // The depth of the outermost open item, and of the outermost open element that can hold no other of its kind; 0 for none.
    private int _item;
    private int _leaf;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct OpenElement(int NameStart, int NameLength, string Name, Uri? Base, string? Language, int Declarations);

    public XmlTokens Tokens { get; } = new(source);

    public NameTable Names { get; } = new();

    /// <summary>Where the document came from.</summary>
    public Uri? Url { get; set; } = url;

    public int Depth => _open.Count;

    public string Name => _open.Count == 0 ? "" : _open[^1].Name;

    public ReadOnlySpan<char> WrittenName => _open.Count == 0 ? [] : Written(_open[^1]);

    public Uri? Base => (_open.Count == 0 ? null : _open[^1].Base) ?? Url;

    public string? Language => _open.Count == 0 ? null : _open[^1].Language;

    /// <summary>Names the current element anew, for what its prefix means has changed.</summary>
    public void Rename() => _open[^1] = _open[^1] with { Name = Names.NameOf(WrittenName) };

    public XmlStep Next()
    {
        if (_isEmpty)
        {
            _isEmpty = false;
            CloseTo(_open.Count - 1);
            return XmlStep.End;
        }

        while (true)
        {
            if (!_isHeld) Tokens.Read();
            _isHeld = false;
            switch (Tokens.Kind)
            {
                case XmlToken.Text or XmlToken.CData:
                    return XmlStep.Text;
                case XmlToken.End when FindOpen() is { } opened:
                    CloseTo(opened);
                    return XmlStep.End;
                case XmlToken.Start when Open() is { } step:
                    return step;
                case XmlToken.EndOfFile:
                    CloseTo(0);
                    return XmlStep.EndOfFile;
            }
        }
    }

    /// <summary>Opens the element whose tag was read, or first ends what it cannot lie in; null when it is too deep to open.</summary>
    private XmlStep? Open()
    {
        var declarations = Names.Open(Tokens);
        var name = Names.NameOf(Tokens.Name);
        var isItem = FeedNames.IsItem(name);
        var isLeaf = FeedNames.IsLeaf(name);
        var mustEnd = isItem && _item > 0 ? _item : isItem || isLeaf ? _leaf : 0;
        if (mustEnd > 0)
        {
            Names.Close(declarations);
            CloseTo(mustEnd - 1);
            _isHeld = true;
            return XmlStep.End;
        }

        if (_open.Count == MaxDepth)
        {
            Names.Close(declarations);
            return null;
        }

        var (address, language) = BaseAndLanguage();
        _open.Add(new(Tokens.NameStart, Tokens.Name.Length, name, address, language, declarations));
        if (isItem) _item = _open.Count;
        if (isLeaf) _leaf = _open.Count;
        _isEmpty = Tokens.IsEmpty || FeedNames.IsVoid(name, Tokens);
        return XmlStep.Start;
    }

    private (Uri? Base, string? Language) BaseAndLanguage()
    {
        var (address, language) = (_open.Count == 0 ? null : _open[^1].Base, Language);
        foreach (var attribute in Tokens.Attributes)
        {
            var written = Tokens.NameOf(attribute);
            if (written.Equals("xml:base", StringComparison.OrdinalIgnoreCase))
                address = Links.ResolveBase(address ?? Url, Tokens.ValueOf(attribute));
            else if (written.Equals("xml:lang", StringComparison.OrdinalIgnoreCase))
                language = Tokens.ValueOf(attribute).Trim() is { Length: > 0 } named ? named : null;
        }

        return (address, language);
    }

    private int? FindOpen()
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].NameLength != Tokens.Name.Length) continue;
            if (Written(_open[i]).Equals(Tokens.Name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return null;
    }

    private ReadOnlySpan<char> Written(OpenElement element) => source.AsSpan(element.NameStart, element.NameLength);

    private void CloseTo(int count)
    {
        for (var i = _open.Count - 1; i >= count; i--) Names.Close(_open[i].Declarations);
        _open.RemoveRange(count, _open.Count - count);
        if (_item > count) _item = 0;
        if (_leaf > count) _leaf = 0;
    }
}
