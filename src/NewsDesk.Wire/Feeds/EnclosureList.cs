using System.Globalization;
using NewsDesk.Wire.Feeds.Html;

namespace NewsDesk.Wire.Feeds;

/// <summary>Collects an item's files, each address once.</summary>
internal sealed class EnclosureList
{
    private const int MaxEnclosures = 200;

    private readonly List<FeedEnclosure> _enclosures = [];

    public IReadOnlyList<FeedEnclosure> Enclosures => _enclosures;

    public void Add(Uri? address, string? url, string? type, string? length)
    {
        if (_enclosures.Count >= MaxEnclosures || Links.Resolve(address, url) is not { } absolute) return;
        if (_enclosures.Exists(known => known.Url == absolute)) return;
        _enclosures.Add(new(absolute, type,
            long.TryParse(length, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture, out var bytes) ? bytes : null));
    }
}
