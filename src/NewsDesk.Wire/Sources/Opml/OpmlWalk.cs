using System.Xml.Linq;

namespace NewsDesk.Wire.Sources.Opml;

/// <summary>Goes through the outlines: an outline with an address is a source, one around others names their category.</summary>
internal sealed class OpmlWalk
{
    private readonly List<WatchedSource> _sources = [];
    private readonly List<ListFlaw> _flaws = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public IReadOnlyList<WatchedSource> Sources => _sources;

    public IReadOnlyList<ListFlaw> Flaws => _flaws;

    public void Into(XElement parent, string? category, int depth, int maxDepth)
    {
        foreach (var outline in parent.Elements("outline"))
        {
            if (OutlineReader.IsSource(outline)) Take(outline, category);
            else Misplaced(outline);
            if (!outline.HasElements) continue;
            if (depth == maxDepth) Complain(outline, $"outlines lie in each other more than {maxDepth} deep; what is in this one is not read");
            else Into(outline, OutlineReader.NameOf(outline) ?? category, depth + 1, maxDepth);
        }
    }

    private void Take(XElement outline, string? category)
    {
        var read = new OutlineReader(outline, message => Complain(outline, message)).Read(category);
        if (read is null) return;
        var line = OpmlReader.LineOf(outline);
        if (_lines.TryGetValue(read.Url, out var first))
        {
            _flaws.Add(new ListFlaw(line, $"{read.Url} is already in line {first}; this one is left out", IsRepetition: true));
        }
        else
        {
            _lines.Add(read.Url, line);
            _sources.Add(read);
        }
    }

    /// <summary>Words of ours on an outline that is no source would be without effect, and a feed without an address, or with one that is not its own, would be missed.</summary>
    private void Misplaced(XElement outline)
    {
        if (OutlineReader.WhyNoFeed(outline) is { } reason) Complain(outline, reason);
        else if (OutlineReader.SaysFeed(outline) || outline.Attributes().Any(attribute => attribute.Name.Namespace == OpmlNames.Ours))
            Complain(outline, $"\"{OutlineReader.NameOf(outline)}\" has no address; add xmlUrl=\"https://…\", or newsdesk:path for a folder");
    }

    private void Complain(XElement at, string message) => _flaws.Add(new ListFlaw(OpmlReader.LineOf(at), message));
}
