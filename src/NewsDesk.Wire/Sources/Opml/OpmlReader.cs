using System.Xml;
using System.Xml.Linq;

namespace NewsDesk.Wire.Sources.Opml;

/// <summary>Reads a list of sources from OPML 2.0, ours or another program's.</summary>
public static class OpmlReader
{
    /// <summary>In characters; a list of ten thousand sources has three million.</summary>
    private const int MaxLength = 20_000_000;

    /// <summary>Of outlines in outlines.</summary>
    private const int MaxDepth = 32;

    private const string Beginning = "a list without any source is <opml version=\"2.0\"><body></body></opml>";

    public static SourceListRead Read(string opml)
    {
        if (string.IsNullOrWhiteSpace(opml)) return Unreadable(null, $"the file is empty; {Beginning}");
        try
        {
            var document = Parse(opml);
            if (document.Root is not { Name.LocalName: "opml" } root)
                return Unreadable(document.Root, $"the list must begin with <opml version=\"2.0\">, not with <{document.Root?.Name.LocalName}>");
            if (root.Element("body") is not { } body) return Unreadable(root, "the list has no <body>; put the outlines into one");
            var walk = new OpmlWalk();
            walk.Into(body, category: null, depth: 0, MaxDepth);
            return new SourceListRead.Read(root.Element("head")?.Element("title")?.Value.Trim(), walk.Sources, walk.Flaws);
        }
        catch (XmlException error)
        {
            return new SourceListRead.Unreadable(new ListFlaw(Math.Max(1, error.LineNumber), $"this is not XML: {Sentence(error)}"));
        }
    }

    /// <summary>With its lines, so that what is wrong can be told with its place.</summary>
    internal static XDocument Parse(string opml)
    {
        using var text = new StringReader(opml);
        using var xml = XmlReader.Create(text, new()
        {
            // An entity may be a bomb, and a list needs none.
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersInDocument = MaxLength,
        });
        return XDocument.Load(xml, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
    }

    internal static int LineOf(XObject at) => at is IXmlLineInfo line && line.HasLineInfo() ? line.LineNumber : 1;

    private static SourceListRead.Unreadable Unreadable(XObject? at, string message) => new(new ListFlaw(at is null ? 1 : LineOf(at), message));

    // The reader's message ends with the place, which we say in front.
    private static string Sentence(XmlException error)
    {
        var message = error.Message;
        var place = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        // What it is told with goes on behind it, or ends it.
        var sentence = (place > 0 ? message[..place] : message).TrimEnd('.');
        // A name behind an & ends in a semicolon, and only that does: it is what is missed in ?a=1&b=2.
        var isEntity = sentence.Contains("entity", StringComparison.OrdinalIgnoreCase) || sentence.Contains("expected token is ';'", StringComparison.Ordinal);
        return isEntity ? $"{sentence}. An & in an address is written &amp;"
            : sentence.StartsWith("Root element is missing", StringComparison.Ordinal) ? $"{sentence}; {Beginning}"
            : sentence;
    }
}
