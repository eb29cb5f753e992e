using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>What is a name of a person, and what only stands where one should.</summary>
internal static partial class PersonNames
{
    private const int MaxLength = 60;

    /// <summary>In characters, of a whole byline.</summary>
    private const int MaxNames = 1_000;

    /// <summary>What systems put where no author was named, and words that no person is called.</summary>
    private static readonly FrozenSet<string> Nobody = new[]
    {
        "admin", "administrator", "author", "editor", "root", "user", "guest", "anonymous", "webmaster", "unknown", "null", "undefined", "none",
        "n/a", "test", "default", "wordpress", "staff writer", "view more posts", "more posts", "read more", "about the author", "noreply", "superuser",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Titles = new[]
    {
        "md", "m.d", "phd", "ph.d", "rd", "mba", "cfp", "cpa", "jr", "jr.", "sr", "sr.", "esq", "rn", "dds", "ma", "msc", "mph", "facp", "do", "ms", "bsc", "ii", "iii",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words of menus, headings and job titles, none of which is in a name.</summary>
    private static readonly FrozenSet<string> NotInNames = new[]
    {
        "the", "and", "how", "what", "why", "your", "our", "my", "best", "top", "guide", "about", "contact", "home", "news", "blog", "more", "read", "share", "tips",
        "minutes", "min", "comments", "updated", "published", "posted", "new", "all", "get", "free", "view", "learn", "follow", "subscribe", "search", "menu", "for",
        "with", "in", "on", "of", "to", "is", "are", "from", "up", "sign", "log", "privacy", "policy", "terms", "photo", "image", "video", "podcast", "services",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Split(string names)
    {
        var plain = Prefix().Replace(Metadata.Titles.Squeeze(names.Length > MaxNames ? names[..MaxNames] : names), "");
        if (plain.Contains("://", StringComparison.Ordinal)) yield break;
        foreach (var part in Separator().Split(plain))
        {
            var name = part.Trim(' ', '.', '-', '–', '|', ':', '•', '·', '*', '(', ')');
            if (name.Length > 0 && !Titles.Contains(name) && !IsDegree(name, plain)) yield return name;
        }
    }

    /// <summary>A site may bear its only writer's name; where the page shows the name as a byline, <paramref name="mayBeSite"/> lets it pass.</summary>
    public static bool IsName(string name, string? siteName, bool mayBeSite = false) =>
        name.Length is > 1 and < MaxLength && name.Any(char.IsLetter) && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('@') && !name.Contains('{') &&
        !Nobody.Contains(name) && !Dotted().IsMatch(name) && name.Count(char.IsDigit) <= 2 &&
        name.Split(' ').Length <= 6 && (!char.IsLower(name[0]) || IsAllSmall(name)) && !(siteName is not null && Same(name, siteName) && !(mayBeSite && LooksLikePerson(name)));

    /// <summary>Two to four words with capitals, none of them of the kind that menus are made of.</summary>
    public static bool LooksLikePerson(string text)
    {
        var words = text.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 4) return false;
        return words.All(word => (char.IsUpper(word[0]) || word is "de" or "van" or "von" or "der" or "da" or "di" or "la" or "le" or "del" or "bin" or "al") &&
                                 word.All(letter => char.IsLetter(letter) || letter is '.' or '\'' or '’' or '-') && !NotInNames.Contains(word) &&
                                 !(word.Length > 3 && word.All(char.IsUpper) && words.Length > 3));
    }

    /// <summary>Capitals after a comma, as in "Jane Roe, FAND".</summary>
    private static bool IsDegree(string part, string all) => part.Length is <= 5 && part.Length < all.Length && part.All(char.IsUpper);

    /// <summary>As people write themselves in forms.</summary>
    private static bool IsAllSmall(string name) =>
        name.All(letter => char.IsLower(letter) || char.IsDigit(letter) || letter is ' ' or '.') && name.Split(' ') is { Length: <= 3 } words && !words.Any(NotInNames.Contains);

    private static bool Same(string name, string siteName) => name.Equals(siteName, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*(?:(?:written|posted|published|words|story|article|reviewed|updated|content|medically reviewed|author|autor|auteur|about)\s*:?\s+)?(?:by|von|par|por|di|door|av|af|author|autor|auteur)\b[\s:]*", RegexOptions.IgnoreCase, 5_000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s*[,;|&/]\s*|\s+(?:and|und|et|y|og|och)\s+|\s+-\s+", RegexOptions.IgnoreCase, 5_000)]
    private static partial Regex Separator();

    /// <summary>A program's variable left unfilled, as page.author.name.</summary>
    [GeneratedRegex(@"^\w+\.\w+\.\w+", RegexOptions.None, 5_000)]
    private static partial Regex Dotted();
}
