using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NewsDesk.Markup;

namespace NewsDesk.Pages.Subscriptions;

/// <summary>
/// Texts as feeds bear them, kept by a hash of what they were made of: of fifty posts in a feed that is made anew, one is new. What nobody wanted while
/// as much again came in is forgotten.
/// </summary>
public sealed class FeedTexts
{
    /// <summary>Of the fresher half.</summary>
    private const int MostLetters = 2_000_000;

    private readonly Lock _changing = new();
    private Dictionary<string, string> _fresh = new(StringComparer.Ordinal);
    private Dictionary<string, string> _older = new(StringComparer.Ordinal);
    private int _letters;

    /// <summary>This HTML as it stands in a feed, where no address may depend on the page that it was written for.</summary>
    public string Of(string html, Uri link, Uri? site)
    {
        ArgumentNullException.ThrowIfNull(html);
        var key = $"{Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(html.AsSpan())))} {link} {site}";
        lock (_changing)
        {
            if (_fresh.TryGetValue(key, out var kept)) return kept;
            if (_older.TryGetValue(key, out kept))
            {
                Keep(key, kept);
                return kept;
            }
        }

        var text = HtmlCleaner.Clean(html, link, CleanRules.Post with { OwnSite = site, WholeLinks = true });
        lock (_changing) Keep(key, text);
        return text;
    }

    private void Keep(string key, string text)
    {
        if (!_fresh.TryAdd(key, text)) return;
        _letters += key.Length + text.Length;
        if (_letters < MostLetters) return;
        (_older, _fresh, _letters) = (_fresh, new(StringComparer.Ordinal), 0);
    }
}
