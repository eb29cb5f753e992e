using System.Xml.Linq;

namespace NewsDesk.Wire.Sources.Opml;

/// <summary>The words of the list's format: OPML 2.0's own, and ours in a namespace.</summary>
internal static class OpmlNames
{
    public static readonly XNamespace Ours = "https://newsdesk.example/ns/opml";

    public static readonly XName Kind = Ours + "kind";
    public static readonly XName Path = Ours + "path";
    public static readonly XName Category = Ours + "category";
    public static readonly XName Language = Ours + "language";
    public static readonly XName FullText = Ours + "full-text";
    public static readonly XName Interval = Ours + "interval";
    public static readonly XName Paused = Ours + "paused";
    public static readonly XName Item = Ours + "item";
    public static readonly XName Link = Ours + "link";
    public static readonly XName Title = Ours + "title";
    public static readonly XName Time = Ours + "time";
    public static readonly XName Summary = Ours + "summary";

    public static IReadOnlyList<XName> All { get; } = [Kind, Path, Category, Language, FullText, Interval, Paused, Item, Link, Title, Time, Summary];

    /// <summary>Attributes that say where a source is.</summary>
    public static readonly string[] Addresses = ["xmlUrl", "url", "htmlUrl"];
}
