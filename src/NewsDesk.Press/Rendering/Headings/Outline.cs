using Markdig.Renderers.Html;
using Markdig.Syntax;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering.Text;

namespace NewsDesk.Press.Rendering.Headings;

/// <summary>The headings of a text: under the page's own, no level skipped, each with a name to link to.</summary>
internal sealed class Outline
{
    /// <summary>Stands before every heading's name, so that none takes the place of what the page or the browser calls its own.</summary>
    public const string IdPrefix = "to-";

    /// <summary>Fewer headings than this need no table of contents.</summary>
    private const int MinContents = 4;

    private const int PageLevel = 1;

    private readonly Stack<int> _written = new();
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<(int Level, string Id, string Text)> _top = [];

    public void Add(HeadingBlock heading)
    {
        while (_written.TryPeek(out var above) && above >= heading.Level) _written.Pop();
        _written.Push(heading.Level);
        heading.Level = Math.Min(PageLevel + _written.Count, 6);

        var text = PlainInlines.Text(heading.Inline);
        var id = Unique(IdPrefix + Slug.Plainly(text, "section"));
        heading.GetAttributes().Id = id;
        if (heading.Parent is MarkdownDocument) _top.Add((heading.Level, id, text));
    }

    public bool Has(string id) => _ids.ContainsKey(id);

    public IReadOnlyList<Heading> Contents(WordList words) =>
        _top.Count < MinContents ? [] : [.. _top.Select(heading => new Heading(heading.Level, heading.Id, heading.Text, words.Mask(heading.Text)))];

    private string Unique(string id)
    {
        var number = _ids.GetValueOrDefault(id);
        string unique;
        do unique = number++ == 0 ? id : $"{id}-{number}";
        while (unique != id && _ids.ContainsKey(unique));
        _ids[id] = number;
        _ids.TryAdd(unique, 1);
        return unique;
    }
}
