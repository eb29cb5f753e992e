using System.Security;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NewsDesk.Wire.Sources.Opml;

/// <summary>Changes a list of sources and leaves everything else in it as it was: comments, order, groups, what other programs wrote.</summary>
public static class OpmlEditor
{
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
        var document = OpmlReader.Parse(opml);
        var body = BodyOf(document);
        var known = body.Descendants("outline").Select(OutlineReader.UrlOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var source in sources.Where(source => known.Add(source.Url)))
        {
            if (document.Root!.GetPrefixOfNamespace(OpmlNames.Ours) is null) document.Root.SetAttributeValue(XNamespace.Xmlns + "newsdesk", OpmlNames.Ours.NamespaceName);
            Append(source.Category is { } category ? GroupOf(body, category) : body, OutlineOf(source));
        }

        return Write(document);
    }

    /// <summary>Takes a source out, and a group that is left empty with it; null when it is not there.</summary>
    public static string? Remove(string opml, string url)
    {
        var document = OpmlReader.Parse(opml);
        var found = BodyOf(document).Descendants("outline").Where(outline => OutlineReader.UrlOf(outline) == url).ToList();
        if (found.Count == 0) return null;
        foreach (var outline in found)
        {
            var group = outline.Parent!;
            // What lies in it is another source's.
            foreach (var inner in outline.Elements("outline").ToList())
            {
                inner.Remove();
                Append(group, inner);
            }

            Cut(outline);
            if (group.Name == "outline" && !group.Elements().Any() && !OutlineReader.IsSource(group)) Cut(group);
        }

        return Write(document);
    }

    /// <summary>Pauses a source or goes on with it; null when it is not there.</summary>
    public static string? SetPaused(string opml, string url, bool paused)
    {
        var document = OpmlReader.Parse(opml);
        var found = BodyOf(document).Descendants("outline").Where(outline => OutlineReader.UrlOf(outline) == url).ToList();
        if (found.Count == 0) return null;
        foreach (var outline in found) outline.SetAttributeValue(OpmlNames.Paused, paused ? "true" : null);
        return Write(document);
    }

    private static XElement BodyOf(XDocument document) =>
        document.Root?.Element("body") ?? throw new ArgumentException("A list without a body is not read, and so not changed.", nameof(document));

    private static XElement GroupOf(XElement body, string category)
    {
        var group = body.Descendants("outline").FirstOrDefault(outline => !OutlineReader.IsSource(outline) && OutlineReader.NameOf(outline) == category);
        if (group is not null) return group;
        group = new XElement("outline", new XAttribute("text", category));
        Append(body, group);
        return group;
    }

    private static XElement OutlineOf(WatchedSource source)
    {
        var outline = new XElement("outline");
        outline.SetAttributeValue("type", source.Kind switch { SourceKind.Feed => "rss", SourceKind.Folder => "folder", _ => "link" });
        outline.SetAttributeValue("text", source.Title);
        outline.SetAttributeValue("title", source.Title);
        if (source.Kind == SourceKind.Feed) outline.SetAttributeValue("xmlUrl", source.Url);
        else if (source.FolderPath is null) outline.SetAttributeValue("url", source.Url);
        outline.SetAttributeValue("htmlUrl", source.SiteUrl);
        if (source.Kind is not SourceKind.Feed) outline.SetAttributeValue(OpmlNames.Kind, source.Kind.ToString().ToLowerInvariant());
        outline.SetAttributeValue(OpmlNames.Path, source.FolderPath);
        outline.SetAttributeValue(OpmlNames.Language, source.Language);
        outline.SetAttributeValue(OpmlNames.FullText, source.FullText switch { FullText.Always => "always", FullText.Never => "never", _ => null });
        outline.SetAttributeValue(OpmlNames.Interval, source.Every is { } every ? Interval.Write(every) : null);
        outline.SetAttributeValue(OpmlNames.Paused, source.Paused ? "true" : null);
        outline.SetAttributeValue(OpmlNames.Item, source.List.Item);
        outline.SetAttributeValue(OpmlNames.Link, source.List.Link);
        outline.SetAttributeValue(OpmlNames.Title, source.List.Title);
        outline.SetAttributeValue(OpmlNames.Time, source.List.Time);
        outline.SetAttributeValue(OpmlNames.Summary, source.List.Summary);
        return outline;
    }

    /// <summary>As the last child, on a line of its own, two spaces further in than its parent.</summary>
    private static void Append(XElement parent, XElement child)
    {
        var depth = parent.AncestorsAndSelf().Count();
        if (parent.LastNode is XText space && string.IsNullOrWhiteSpace(space.Value)) space.Remove();
        parent.Add($"\n{new string(' ', 2 * depth)}", child, $"\n{new string(' ', 2 * (depth - 1))}");
    }

    private static void Cut(XElement outline)
    {
        if (outline.PreviousNode is XText space && string.IsNullOrWhiteSpace(space.Value)) space.Remove();
        outline.Remove();
    }

    private static string Write(XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new()
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            OmitXmlDeclaration = document.Declaration is null,
            NewLineHandling = NewLineHandling.None,
        }))
        {
            document.Save(writer);
        }

        var text = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        return text.EndsWith('\n') ? text : text + "\n";
    }
}
