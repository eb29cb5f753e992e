using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsDesk.Press.Posts;

/// <summary>
/// A title made fit for an address: lower case, Latin letters without their marks (ä becomes ae), letters of other scripts as they are,
/// everything else a hyphen.
/// </summary>
public static class Slug
{
    /// <summary>Long enough for a headline, short enough for a message that quotes the address.</summary>
    public const int MaxLength = 80;

    /// <summary>First parts of the house's own addresses, which no post may take.</summary>
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "about", "account", "admin", "api", "archive", "article", "articles", "assets", "atom", "comments", "con", "content", "css", "desk",
        "drafts", "edit", "error", "favicon", "feed", "feeds", "health", "healthz", "icons", "images", "img", "inbox", "index", "js", "login",
        "logout", "media", "metrics", "new", "nul", "opml", "original", "originals", "page", "pages", "persona", "personas", "post", "posts",
        "preview", "robots", "rss", "search", "sitemap", "sources", "static", "stories", "story", "tag", "tags", "wire", "wwwroot",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What has a spelling of its own in plain letters, which taking off the marks would not give.</summary>
    private static readonly FrozenDictionary<char, string> Spelt = new Dictionary<char, string>
    {
        ['ä'] = "ae",
        ['ö'] = "oe",
        ['ü'] = "ue",
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "oe",
        ['å'] = "aa",
        ['þ'] = "th",
        ['ð'] = "d",
        ['đ'] = "d",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ł'] = "l",
        ['ŋ'] = "ng",
        ['&'] = "-and-",
        ['@'] = "-at-",
        ['%'] = "-percent-",
    }.ToFrozenDictionary();

    /// <summary>Answers the slug of <paramref name="title"/>, or of <paramref name="otherwise"/> when no letter or digit is in it.</summary>
    public static string From(string title, string otherwise = "untitled")
    {
        var slug = Plainly(title, otherwise);
        return Reserved.Contains(slug) ? slug + "-post" : slug;
    }

    /// <summary>The same, where no word is reserved.</summary>
    public static string Plainly(string title, string otherwise)
    {
        var slug = Shortened(Plain(title));
        if (slug.Length == 0) slug = Shortened(Plain(otherwise));
        return slug.Length == 0 ? "untitled" : slug;
    }

    /// <summary>Whether the site answers addresses that begin so by itself.</summary>
    public static bool IsReserved(string word) => Reserved.Contains(word);

    private static string Plain(string title)
    {
        var plain = new StringBuilder(Math.Min(title.Length, 4 * MaxLength) + 8);
        foreach (var rune in Repaired(title).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            // Twice the length decides what the cut keeps; a whole book in a title is not walked.
            if (plain.Length > 2 * MaxLength) break;
            if (rune.IsBmp && Spelt.TryGetValue((char)rune.Value, out var spelt)) Append(plain, spelt);
            else if (IsMark(rune) && (plain.Length == 0 || char.IsAscii(plain[^1]))) continue;
            else if (Rune.IsLetterOrDigit(rune) || IsMark(rune)) Append(plain, Unmarked(rune));
            else if (rune.Value is not ('\'' or '’')) Append(plain, "-");
        }

        return plain.ToString().Trim('-');
    }

    private static void Append(StringBuilder plain, string part)
    {
        foreach (var letter in part)
        {
            if (letter != '-' || (plain.Length > 0 && plain[^1] != '-')) plain.Append(letter);
        }
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Takes the marks off a Latin letter only: in other scripts they are part of the word.</summary>
    private static string Unmarked(Rune rune)
    {
        var letter = rune.ToString();
        if (rune.IsAscii) return letter;
        var parts = letter.Normalize(NormalizationForm.FormD);
        return char.IsAsciiLetter(parts[0]) ? parts[..1].ToLowerInvariant() : letter;
    }

    /// <summary>Half a surrogate pair cannot be normalized.</summary>
    private static string Repaired(string text)
    {
        foreach (var part in text.AsSpan().EnumerateRunes())
        {
            if (part == Rune.ReplacementChar) return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }

        return text;
    }

    private static string Shortened(string slug)
    {
        if (slug.Length <= MaxLength) return slug;
        var cut = slug.LastIndexOf('-', MaxLength);
        if (cut <= MaxLength / 2) cut = char.IsHighSurrogate(slug[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return slug[..cut].Trim('-');
    }
}
