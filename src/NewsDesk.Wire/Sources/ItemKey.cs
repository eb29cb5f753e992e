using System.Security.Cryptography;
using System.Text;
using NewsDesk.Wire.Feeds;

namespace NewsDesk.Wire.Sources;

/// <summary>By what an item of a feed is known again, and by what it is seen that it changed.</summary>
public static class ItemKey
{
    /// <summary>
    /// One key for each item, in order: its id, else its address, else what it says. Ids that a feed gives twice to different
    /// addresses are no ids: then the address stands with it.
    /// </summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<FeedItem> items)
    {
        var addresses = items.Where(item => item.Id is not null).GroupBy(item => item.Id!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(item => item.Link).Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
        return [.. items.Select(item => item switch
        {
            { Id: { Length: > 0 } id } when addresses[id] > 1 => $"{id} {item.Link}",
            { Id: { Length: > 0 } id } => id,
            { Link: { Length: > 0 } link } => CanonicalUrl.Of(link),
            // It may be edited and stays the same; that two of one feed say the same here is for TellApart.
            _ => Hash($"{item.Title}\u001f{item.Published:O}\u001f{(item.Title is null ? item.Content ?? item.Summary : "")}"),
        })];
    }

    /// <summary>Second keys, of the items that have neither id nor address: several of them may bear one title, as "Correction" or "Notice", and need one each.</summary>
    public static IReadOnlyList<string> SecondOf(IReadOnlyList<FeedItem> items) => [.. items.Where(IsNameless).Select(HashOf)];

    /// <summary>
    /// The keys, with those of nameless items that say the same told apart. Who was known by a second key keeps it; of the others the one that was known by the first, as it
    /// is or edited, has the first, and in a feed that is new the last, which is the oldest. <paramref name="knownHash"/> tells the hash of what is known by a key.
    /// </summary>
    public static IReadOnlyList<string> TellApart(IReadOnlyList<FeedItem> items, IReadOnlyList<string> keys, Func<string, string?> knownHash)
    {
        if (!items.Any(IsNameless)) return keys;
        string[] apart = [.. keys];
        foreach (var group in items.Index().Where(one => IsNameless(one.Item)).Select(one => (one.Index, Hash: HashOf(one.Item))).GroupBy(one => keys[one.Index], StringComparer.Ordinal))
        {
            var (second, first) = (group.Where(one => knownHash(one.Hash) is not null).ToList(), group.Where(one => knownHash(one.Hash) is null).ToList());
            foreach (var (place, hash) in second) apart[place] = hash;
            if (first.Count == 0) continue;
            var known = knownHash(group.Key);
            var owner = first.Exists(one => one.Hash == known) ? known : first[^1].Hash;
            foreach (var (place, hash) in first.Where(one => one.Hash != owner)) apart[place] = hash;
        }

        return apart;
    }

    private static bool IsNameless(FeedItem item) => item is not { Id.Length: > 0 } and not { Link.Length: > 0 };

    /// <summary>Changes with anything that a reader could see of the item.</summary>
    public static string HashOf(FeedItem item) => Hash(string.Join('\u001f',
        item.Title, item.Link, item.Summary, item.Content, item.Published?.ToString("O"), item.Updated?.ToString("O"), item.Image,
        string.Join(',', item.Authors.Select(author => author.Name))));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
