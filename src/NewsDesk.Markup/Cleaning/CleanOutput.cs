using System.Text;

namespace NewsDesk.Markup.Cleaning;

/// <summary>The text being written: what is open, what is to be put right at the end, and how tags and text look.</summary>
internal sealed class CleanOutput
{
    private struct Open
    {
        public string Name;
        public Nesting Inside;
        public int TagAt;
    }

    private readonly record struct Splice(int At, int Length, string With);

    private readonly record struct LocalLink(int At, string Id, string Here, string Elsewhere);

    private readonly StringBuilder _html = new();
    private readonly List<Open> _open = [new Open { Name = "", Inside = Nesting.Outermost }];
    private readonly List<Splice> _splices = [];
    private readonly List<LocalLink> _localLinks = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _preOpenedAt = -1;

    /// <summary>How many elements are open.</summary>
    public int Depth => _open.Count - 1;

    public Nesting Inside => _open[^1].Inside;

    /// <summary>What is open around the place at a depth that was reached before.</summary>
    public Nesting InsideAt(int depth) => _open[depth].Inside;

    public string Parent => _open[^1].Name;

    /// <summary>Begins a start tag; attributes follow, then <see cref="EndStartTag"/>.</summary>
    public void BeginStartTag(ElementRule element, string name)
    {
        if (element.Is(Shape.EndsParagraph) && Inside.InParagraph) MakeParagraphDivision();
        if (!element.Is(Shape.Void))
            _open.Add(new Open { Name = name, Inside = Nesting.Inside(element, name, Inside), TagAt = _html.Length });
        _html.Append('<').Append(name);
    }

    /// <param name="name">The name the tag was begun with.</param>
    /// <param name="always">Attributes of our own, written as they are.</param>
    public void EndStartTag(string name, string always = "")
    {
        _html.Append(always).Append('>');
        if (name == "pre") _preOpenedAt = _html.Length;
    }

    public void Attribute(string name, string plainValue)
    {
        if (name == "id") _ids.Add(plainValue);
        _html.Append(' ').Append(name).Append("=\"");
        SafeText.AppendValue(_html, plainValue);
        _html.Append('"');
    }

    /// <summary>A link to a place of this page when that place is written, before or after; another link when it is not.</summary>
    public void AttributesOfLocalLink(string id, string here, string elsewhere) =>
        _localLinks.Add(new LocalLink(_html.Length, id, here, elsewhere));

    public void Text(string text)
    {
        var plain = SafeText.Plain(text);
        // A parser drops the first line end in a pre, and a browser that writes its tree forgets that: there is none to drop here.
        SafeText.AppendText(_html, _preOpenedAt == _html.Length ? plain.AsSpan().TrimStart('\n') : plain);
    }

    public void CloseTo(int depth)
    {
        while (Depth > depth)
        {
            _html.Append("</").Append(_open[^1].Name).Append('>');
            _open.RemoveAt(_open.Count - 1);
        }
    }

    public string Finish()
    {
        CloseTo(0);
        foreach (var link in _localLinks)
            _splices.Add(new Splice(link.At, 0, _ids.Contains(link.Id) ? link.Here : link.Elsewhere));
        if (_splices.Count == 0) return _html.ToString();

        _splices.Sort((a, b) => a.At.CompareTo(b.At));
        var written = _html.ToString();
        var html = new StringBuilder(written.Length + 64);
        var at = 0;
        foreach (var splice in _splices)
        {
            html.Append(written, at, splice.At - at).Append(splice.With);
            at = splice.At + splice.Length;
        }

        return html.Append(written, at, written.Length - at).ToString();
    }

    /// <summary>
    /// A paragraph that holds a block would be closed before it the next time it is parsed. Such a paragraph comes from what stood
    /// between them and was taken out, or from a tree that was made by hand.
    /// </summary>
    private void MakeParagraphDivision()
    {
        for (var i = _open.Count - 1; i >= 0 && _open[i].Inside.InParagraph; i--)
        {
            var open = _open[i];
            if (open.Name == "p")
            {
                _splices.Add(new Splice(open.TagAt, "<p".Length, "<div"));
                open.Name = "div";
            }

            open.Inside = open.Inside with { InParagraph = false };
            _open[i] = open;
        }
    }
}
