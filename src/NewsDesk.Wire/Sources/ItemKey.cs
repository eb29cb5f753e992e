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
            // What is edited in place and has neither is another item: nobody could tell.
            _ => Hash($"{item.Title}\u001f{item.Published:O}\u001f{(item.Title is null ? item.Content ?? item.Summary : "")}"),
        })];
    }

    /// <summary>Changes with anything that a reader could see of the item.</summary>
    public static string HashOf(FeedItem item) => Hash(string.Join('\u001f',
        item.Title, item.Link, item.Summary, item.Content, item.Published?.ToString("O"), item.Updated?.ToString("O"), item.Image,
        string.Join(',', item.Authors.Select(author => author.Name))));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
