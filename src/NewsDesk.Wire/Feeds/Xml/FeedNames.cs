using System.Collections.Frozen;

namespace NewsDesk.Wire.Feeds.Xml;

/// <summary>Which elements cannot lie in each other, so that one left open ends where the next begins.</summary>
internal static class FeedNames
{
    private static readonly FrozenSet<string> Leaves = new[]
    {
        "title", "link", "description", "pubdate", "guid", "enclosure", "comments", "lastbuilddate",
        "id", "updated", "published", "issued", "modified", "created", "subtitle", "tagline",
        "dc:title", "dc:creator", "dc:date", "dc:subject", "dc:description", "dcterms:issued", "dcterms:modified", "content:encoded",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsItem(string name) => name is "item" or "entry";

    /// <summary>
    /// Elements that hold nothing, whether their tag says so or not: links and files given by attributes, and HTML's own in a text.
    /// </summary>
    public static bool IsVoid(string name, XmlTokens tag) => name switch
    {
        "link" or "atom:link" => tag.FindAttribute("href") is not null,
        "enclosure" => tag.FindAttribute("url") is not null,
        "br" or "hr" or "img" or "wbr" or "input" or "meta" or "embed" or "area" or "col" => true,
        _ => false,
    };

    public static bool IsLeaf(string name) => Leaves.Contains(name);
}
