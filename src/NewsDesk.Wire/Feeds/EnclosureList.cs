using System.Globalization;
using NewsDesk.Wire.Feeds.Html;

namespace NewsDesk.Wire.Feeds;

/// <summary>Collects an item's files, each address once.</summary>
internal sealed class EnclosureList
{
    private const int MaxEnclosures = 200;

    private const NumberStyles Bytes = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowThousands;

    private readonly List<FeedEnclosure> _enclosures = [];

    public IReadOnlyList<FeedEnclosure> Enclosures => _enclosures;

    public void Add(Uri? address, string? url, string? type, string? length) =>
        Add(address, url, type, long.TryParse(length, Bytes, CultureInfo.InvariantCulture, out var bytes) ? bytes : null);

    public void Add(Uri? address, string? url, string? type, long? length)
    {
        if (_enclosures.Count >= MaxEnclosures || Links.Resolve(address, url) is not { } absolute) return;
        if (!_enclosures.Exists(known => known.Url == absolute)) _enclosures.Add(new(absolute, type, length));
    }

    /// <summary>These files, then the others as far as they are not among them.</summary>
    public IReadOnlyList<FeedEnclosure> Followed(EnclosureList others) => others._enclosures.Count == 0
        ? _enclosures
        : [.. _enclosures, .. others._enclosures.Where(other => !_enclosures.Exists(known => known.Url == other.Url))];
}
