using System.Collections.Frozen;

namespace NewsDesk.Wire.Feeds.Xml;

/// <summary>The namespaces that mean something in a feed, each by the prefix that everybody writes for it.</summary>
internal static class Vocabularies
{
    /// <summary>RSS itself, in whichever of its namespaces, or in none.</summary>
    public const string Rss = "rss";

    public const string Atom = "atom";

    public const string Xhtml = "xhtml";

    /// <summary>A namespace that we do not know: nothing in it is mistaken for something of ours.</summary>
    public const string Unknown = "?";

    // Without the scheme and a slash at the end, and in lower case: feeds are careless about all three.
    private static readonly FrozenDictionary<string, string> ByAddress = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["purl.org/rss/1.0"] = Rss,
        ["my.netscape.com/rdf/simple/0.9"] = Rss,
        ["channel.netscape.com/rdf/simple/0.9"] = Rss,
        ["my.netscape.com/publish/formats/rss-0.91.dtd"] = Rss,
        ["backend.userland.com/rss"] = Rss,
        ["backend.userland.com/rss2"] = Rss,
        ["backend.userland.com/rss2.0"] = Rss,
        ["backend.userland.com/rss2.1"] = Rss,
        ["backend.userland.com/rss091"] = Rss,
        ["blogs.law.harvard.edu/tech/rss"] = Rss,
        ["cyber.law.harvard.edu/rss"] = Rss,
        ["cyber.law.harvard.edu/rss/rss.html"] = Rss,
        ["www.rssboard.org/rss-specification"] = Rss,
        ["www.w3.org/2005/atom"] = Atom,
        ["purl.org/atom/ns"] = Atom,
        ["purl.org/atom/ns#"] = Atom,
        ["example.com/newformat#"] = Atom,
        ["example.com/necho"] = Atom,
        ["purl.org/echo"] = Atom,
        ["uri/of/echo/namespace#"] = Atom,
        ["purl.org/pie"] = Atom,
        ["www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["www.w3.org/1999/xhtml"] = Xhtml,
        ["www.w3.org/2000/svg"] = "svg",
        ["www.w3.org/1998/math/mathml"] = "math",
        ["purl.org/rss/1.0/modules/content"] = "content",
        ["purl.org/dc/elements/1.1"] = "dc",
        ["purl.org/dc/elements/1.0"] = "dc",
        ["purl.org/dc/terms"] = "dcterms",
        ["search.yahoo.com/mrss"] = "media",
        ["www.rssboard.org/media-rss"] = "media",
        ["video.search.yahoo.com/mrss"] = "media",
        ["search.yahoo.com/mrss/rss"] = "media",
        ["www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["www.itunes.com/dtds/podcast"] = "itunes",
        ["example.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["purl.org/rss/1.0/modules/slash"] = "slash",
        ["purl.org/rss/1.0/modules/syndication"] = "sy",
        ["purl.org/syndication/thread/1.0"] = "thr",
        ["rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["www.w3.org/xml/1998/namespace"] = "xml",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByPrefix =
        ByAddress.Values.Distinct(StringComparer.Ordinal).ToFrozenDictionary(name => name, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Of(string address)
    {
        var key = address.Trim().ToLowerInvariant();
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        return ByAddress.GetValueOrDefault(key[(scheme < 0 ? 0 : scheme + 3)..].TrimEnd('/')) ?? Unknown;
    }

    /// <summary>What a prefix means that the document forgot to declare.</summary>
    public static string OfUndeclared(ReadOnlySpan<char> prefix) => ByPrefix.TryGetValue(prefix, out var known) ? known : Unknown;
}
