using System.Security;
using System.Text;
using System.Xml.Linq;

namespace NewsDesk.Wire.Sources.Opml;

/// <summary>
/// Changes a list of sources and leaves everything else in it as it was, letter for letter: comments, order, groups, indents, ends of lines, what other programs wrote. The list
/// is kept under version control, and there a change should show what was changed.
/// </summary>
public static class OpmlEditor
{
    private const string OurPrefix = "newsdesk";

    /// <summary>For a list that shows none of its own.</summary>
    private const string UsualIndent = "  ";

    /// <summary>The desk's own list with nothing in it.</summary>
    public static string Empty { get; } = Titled("What the desk watches");

    /// <summary>A list with nothing in it.</summary>
    public static string Titled(string title) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <opml version="2.0" xmlns:newsdesk="https://newsdesk.example/ns/opml">
          <head>
            <title>{SecurityElement.Escape(title)}</title>
          </head>
          <body>
          </body>
        </opml>

        """;

    /// <summary>Puts sources at the end of their category's group, which is made when it is missing; one whose address is there already is left out.</summary>
    public static string Add(string opml, IReadOnlyList<WatchedSource> sources)
    {
        var list = new OpmlSource(opml);
        var edits = new OpmlEdits(opml, list.NewLine);
        var body = BodyOf(list);
        var known = body.Descendants("outline").Select(OutlineReader.UrlOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        List<WatchedSource> added = [.. sources.Where(source => known.Add(source.Url))];
        if (added.Count == 0) return opml;

        var ours = list.Document.Root!.GetPrefixOfNamespace(OpmlNames.Ours);
        if (ours is null)
        {
            ours = FreePrefix(list.Document.Root);
            if (added.Exists(source => OutlineWords.Of(source, OurPrefix).Any(word => word.Name.StartsWith($"{OurPrefix}:", StringComparison.Ordinal)))) Declare(list, edits, ours);
        }

        var step = StepOf(list, edits);
        var close = list.Document.Descendants("outline").Select(list.Of).FirstOrDefault(tag => tag.IsEmpty) is { } like && char.IsWhiteSpace(opml[like.Inside - 3]) ? " />" : "/>";
        var ends = new Dictionary<XElement, List<string>>();
        var groups = GroupsOf(body);
        var begun = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var source in added)
        {
            var line = $"<outline {string.Join(' ', OutlineWords.Of(source, ours).Select(word => $"{word.Name}=\"{list.Escaped(word.Value)}\""))}{close}";
            if (source.Category is not { } category) Of(ends, body).Add(line);
            else if (groups.TryGetValue(category, out var group)) Of(ends, group).Add(line);
            else Of(begun, category).Add(line);
        }

        foreach (var (category, lines) in begun)
        {
            Of(ends, body).Add($"<outline text=\"{list.Escaped(category)}\">");
            ends[body].AddRange(lines.Select(line => step + line));
            ends[body].Add("</outline>");
        }

        foreach (var (parent, lines) in ends) Append(list, edits, parent, lines, step);
        return edits.Make();

        static List<string> Of<T>(Dictionary<T, List<string>> lines, T at) where T : notnull => lines.TryGetValue(at, out var there) ? there : lines[at] = [];
    }

    /// <summary>Takes a source out, and a group that is left empty with it; null when it is not there.</summary>
    public static string? Remove(string opml, string url)
    {
        var list = new OpmlSource(opml);
        var edits = new OpmlEdits(opml, list.NewLine);
        var found = Find(list, url);
        if (found.Count == 0) return null;
        // What lies in a source is another one's, and stays.
        var whole = found.Where(outline => !outline.Elements().Any()).ToHashSet();
        var emptied = whole.Select(outline => outline.Parent!).Where(group => group.Name == "outline" && !OutlineReader.IsSource(group) && group.Nodes().All(IsNothingLeft)).ToHashSet();
        foreach (var group in emptied) edits.Cut(list.Of(group).Start, list.Of(group).End);
        foreach (var outline in found.Where(outline => !emptied.Contains(outline.Parent!)))
        {
            var tag = list.Of(outline);
            if (whole.Contains(outline))
            {
                edits.Cut(tag.Start, tag.End);
            }
            else
            {
                edits.Cut(tag.Start, tag.Inside);
                edits.Cut(tag.Close, tag.End);
            }
        }

        return edits.Make();

        bool IsNothingLeft(XNode node) => node is XElement element ? whole.Contains(element) : node is XText text && string.IsNullOrWhiteSpace(text.Value);
    }

    /// <summary>Pauses a source or goes on with it; null when it is not there.</summary>
    public static string? SetPaused(string opml, string url, bool paused)
    {
        var list = new OpmlSource(opml);
        var edits = new OpmlEdits(opml, list.NewLine);
        var found = Find(list, url);
        if (found.Count == 0) return null;
        var declared = false;
        foreach (var outline in found)
        {
            var ours = outline.GetPrefixOfNamespace(OpmlNames.Ours);
            var tag = list.Of(outline);
            var written = tag.Attributes.FirstOrDefault(attribute => ours is not null && attribute.Name == $"{ours}:{OpmlNames.Paused.LocalName}");
            if (written.Name is not null && paused)
            {
                edits.Replace(written.Value, written.ValueEnd, "true");
            }
            else if (written.Name is not null)
            {
                edits.Replace(written.Start, written.End, "");
            }
            else if (paused)
            {
                if (ours is null && !declared) Declare(list, edits, FreePrefix(list.Document.Root!));
                declared |= ours is null;
                edits.Put(tag.Room, $" {ours ?? FreePrefix(list.Document.Root!)}:{OpmlNames.Paused.LocalName}=\"true\"");
            }
        }

        return edits.Make();
    }

    /// <summary>Writes another address in the place of a source's own; null when it is not there.</summary>
    public static string? Move(string opml, string url, string target)
    {
        var list = new OpmlSource(opml);
        var edits = new OpmlEdits(opml, list.NewLine);
        var found = Find(list, url);
        if (found.Count == 0) return null;
        foreach (var outline in found)
        {
            var attributes = list.Of(outline).Attributes;
            var address = OpmlNames.Addresses.Select(name => attributes.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase))).First(one => one.ValueEnd > one.Value);
            edits.Replace(address.Value, address.ValueEnd, list.Escaped(target).Replace("'", "&apos;", StringComparison.Ordinal));
        }

        return edits.Make();
    }

    private static List<XElement> Find(OpmlSource list, string url) => [.. BodyOf(list).Descendants("outline").Where(outline => OutlineReader.UrlOf(outline) == url)];

    private static XElement BodyOf(OpmlSource list) =>
        list.Document.Root?.Element("body") ?? throw new ArgumentException("A list without a body is not read, and so not changed.", nameof(list));

    private static Dictionary<string, XElement> GroupsOf(XElement body)
    {
        var groups = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var outline in body.Descendants("outline").Where(outline => !OutlineReader.IsSource(outline)))
        {
            if (OutlineReader.NameOf(outline) is { } name) groups.TryAdd(name, outline);
        }

        return groups;
    }

    private static void Declare(OpmlSource list, OpmlEdits edits, string prefix) =>
        edits.Put(list.Of(list.Document.Root!).Room, $" xmlns:{prefix}=\"{OpmlNames.Ours.NamespaceName}\"");

    /// <summary>Our own, unless the list means something else by it.</summary>
    private static string FreePrefix(XElement root)
    {
        var taken = root.DescendantsAndSelf().Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Select(attribute => attribute.Name.LocalName).ToHashSet(StringComparer.Ordinal);
        var prefix = OurPrefix;
        for (var number = 2; taken.Contains(prefix); number++) prefix = $"{OurPrefix}{number}";
        return prefix;
    }

    /// <summary>How much further in the list writes what lies in another: as in the first place where it shows.</summary>
    private static string StepOf(OpmlSource list, OpmlEdits edits)
    {
        foreach (var element in list.Document.Root!.Descendants())
        {
            if (edits.IndentBefore(list.Of(element).Start) is { } own && edits.IndentBefore(list.Of(element.Parent!).Start) is { } outer
                && own.Length > outer.Length && own.StartsWith(outer, StringComparison.Ordinal))
            {
                return own[outer.Length..];
            }
        }

        return UsualIndent;
    }

    /// <summary>As the last children, each on a line of its own, as far in as those that are there.</summary>
    private static void Append(OpmlSource list, OpmlEdits edits, XElement parent, IReadOnlyList<string> lines, string step)
    {
        var tag = list.Of(parent);
        var outer = edits.IndentBefore(tag.Start) ?? "";
        var indent = parent.Elements().Select(child => edits.IndentBefore(list.Of(child).Start)).LastOrDefault(own => own is not null) ?? outer + step;
        var written = new StringBuilder();
        foreach (var line in lines) written.Append(indent).Append(line).Append(edits.NewLine);
        if (tag.IsEmpty) edits.Replace(tag.Room, tag.Inside, $">{edits.NewLine}{written}{outer}</{parent.Name.LocalName}>");
        else if (edits.IndentBefore(tag.Close) is not null) edits.Put(edits.LineOf(tag.Close), written.ToString());
        else edits.Put(tag.Close, $"{edits.NewLine}{written}{outer}");
    }
}
