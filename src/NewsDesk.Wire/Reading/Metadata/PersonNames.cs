using System.Collections.Frozen;
using System.Globalization;
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
        "facebook", "twitter", "bluesky", "mastodon", "linkedin", "instagram", "github", "youtube", "pinterest", "whatsapp", "email", "rss",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of a signature that names no one, as "Staff Reporter" or "Von unserer Redaktion": what was written by, and what may stand beside it.</summary>
    private static readonly FrozenSet<string> Desks = new[]
    {
        "reporter", "reporters", "writer", "writers", "correspondent", "journalist", "editorial", "newsroom", "redaktion", "redakteur", "onlineredaktion", "redaktionen", "redaksjonen", "redaktionel", "toimitus", "rédaction", "redaction", "redacción",
        "redaccion", "redazione", "redação", "redacao", "redactie", "redakcja", "redakce", "szerkesztőség", "редакция", "редакція", "编辑部", "編集部", "本报记者", "本報記者", "편집부", "التحرير",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> BesideDesks = new[]
    {
        "staff", "team", "board", "desk", "web", "online", "special", "guest", "contributor", "our", "own", "the", "by", "von", "unserer", "der", "die", "la", "le", "el", "de", "da", "di", "notre", "nuestra", "haber", "هيئة",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly char[] Marks = [' ', '.', '-', '–', '—', '|', ':', '•', '·', '●', '*', '(', ')', '/'];

    private static readonly FrozenSet<string> Titles = new[]
    {
        "md", "m.d", "phd", "ph.d", "rd", "mba", "cfp", "cpa", "jr", "jr.", "sr", "sr.", "esq", "rn", "dds", "ma", "msc", "mph", "facp", "do", "ms", "bsc", "ii", "iii", "dvm", "rdn", "ldn", "lcsw", "psyd", "edd", "jd", "cpt", "pt", "dpt", "facc", "m.d. faclm",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words of teams and places of work: signed by one of them, a piece has an author, but no person.</summary>
    private static readonly FrozenSet<string> OfTeams = new[]
    {
        "team", "teams", "staff", "editorial", "newsroom", "newsdesk", "desk", "reporters", "contributors", "agency", "agencies", "department", "office", "group", "weblog",
        "studio", "solutions", "store", "shop", "support", "redaktion", "rédaction", "redacción", "redazione", "redactie", "redação",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words of names that stand between the others, or before them all.</summary>
    private static readonly FrozenSet<string> Particles = new[]
    {
        "de", "van", "von", "der", "den", "ter", "ten", "da", "das", "dos", "do", "di", "du", "la", "le", "del", "della", "bin", "ibn", "al", "el", "af", "zu", "Dr", "Dr.", "Prof", "Prof.",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words of menus, headings and job titles, none of which is in a name.</summary>
    private static readonly FrozenSet<string> NotInNames = new[]
    {
        "the", "and", "how", "what", "why", "your", "our", "my", "best", "top", "guide", "about", "contact", "home", "news", "blog", "more", "read", "share", "tips",
        "minutes", "min", "comments", "updated", "published", "posted", "new", "all", "get", "free", "view", "learn", "follow", "subscribe", "search", "menu", "for",
        "with", "in", "on", "of", "to", "is", "are", "from", "up", "sign", "log", "privacy", "policy", "terms", "photo", "image", "video", "podcast", "services", "linkedin", "twitter",
        "facebook", "instagram", "youtube", "email", "tools", "editors", "admin", "magazine", "company", "inc", "llc", "ltd", "university",
        "senior", "director", "manager", "head", "analyst", "writer", "editor", "founder", "ceo", "president", "marketing", "community", "development", "institute", "health",
        "association", "network", "foundation", "expert", "advisor", "specialist", "officer", "clinic", "digital", "security", "content", "media", "press", "design",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names in a byline; degrees stay with the name that they follow.</summary>
    public static IEnumerable<string> Split(string names)
    {
        var plain = Metadata.Titles.Squeeze(names.Length > MaxNames ? names[..MaxNames] : names);
        plain = plain[Credits.NamesAt(plain)..];
        if (plain.Contains("://", StringComparison.Ordinal)) return [];
        var found = new List<string>();
        foreach (var part in Separator().Split(plain).SelectMany(Apart))
        {
            var name = part.Trim(Marks);
            if (name.Length == 0) continue;
            if (Titles.Contains(name.TrimEnd('.')) || IsDegree(name, plain))
            {
                if (found.Count > 0) found[^1] += ", " + name;
            }
            else
            {
                found.Add(name);
            }
        }

        return found;
    }

    /// <summary>A site may bear its only writer's name; where no other name is found, <paramref name="mayBeSite"/> lets it pass.</summary>
    public static bool IsName(string name, string? siteName, bool mayBeSite = false) =>
        name.Length is > 1 and < MaxLength && name.Any(char.IsLetter) && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('@') && !name.Contains('{') &&
        !Nobody.Contains(name) && !IsNoOne(name) && !Dotted().IsMatch(name) && name.Count(char.IsDigit) <= 2 &&
        name.Split(' ').Length <= 8 && (!char.IsLower(name[0]) || IsAllSmall(name)) && !(siteName is not null && Same(name, siteName) && !(mayBeSite && LooksLikePerson(Capitalised(name)) && name.Split(' ').Length == 2));

    /// <summary>Two to four words with capitals, none of them of the kind that menus are made of.</summary>
    public static bool LooksLikePerson(string text)
    {
        // Degrees follow a comma.
        var end = text.IndexOf(',', StringComparison.Ordinal);
        if (end >= 0 && !text[(end + 1)..].Split(',', StringSplitOptions.TrimEntries).All(part => part.Length is > 0 and <= 6 && char.IsUpper(part[0]))) return false;
        var words = (end < 0 ? text : text[..end]).Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 6 || words.Count(word => !Particles.Contains(word)) is < 2 or > 4) return false;
        return words.All(word => (char.IsUpper(word[0]) || Particles.Contains(word)) &&
                                 word.All(letter => char.IsLetter(letter) || letter is '.' or '\'' or '’' or '-') && !NotInNames.Contains(word) &&
                                 !(word.Length > 3 && word.All(char.IsUpper) && words.Length > 3));
    }

    /// <summary>Who signs so does not say who it was; "The Quay Post Team" does in its way.</summary>
    public static bool IsNoOne(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words && words.Any(Desks.Contains) && words.All(word => Desks.Contains(word) || BesideDesks.Contains(word));

    /// <summary>Written in letters that are neither small nor capital, as those of Arabic and Chinese, so that its look says little.</summary>
    public static bool HasNoCapitals(string text) => text.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(text[0]) == UnicodeCategory.OtherLetter;

    /// <summary>Whether a word in it tells that it is a place of work, a team or a job.</summary>
    public static bool IsOfNoPerson(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => NotInNames.Contains(word) || OfTeams.Contains(word));

    /// <summary>Looks like a person, and is not a team that is called like one.</summary>
    public static bool IsPerson(string text) => LooksLikePerson(text) && !IsOfNoPerson(text);

    /// <summary>
    /// "Ada Quill y Bo Reed" are two, "José Ortega y Gasset" is one: a word of one letter, or one that means something else in another
    /// language, parts names only where more than one word follows it, or just one goes before.
    /// </summary>
    private static IEnumerable<string> Apart(string names)
    {
        foreach (Match match in SmallAnd().Matches(names))
        {
            var (before, after) = (names[..match.Index].Trim(), names[(match.Index + match.Length)..].Trim());
            if (before.Contains(' ', StringComparison.Ordinal) && !after.Contains(' ', StringComparison.Ordinal)) continue;
            return Apart(after).Prepend(before);
        }

        return names.Split(' ') is { Length: > 1 } words && words.All(IsWrittenWhole) ? words : [names];
    }

    /// <summary>Chinese and Japanese names have no space in them, so that a space stands between two.</summary>
    private static bool IsWrittenWhole(string name) => name.Length is >= 2 and <= 5 && name.All(letter => letter is >= '\u4E00' and <= '\u9FFF' or '々');

    /// <summary>Capitals after a comma, as in "Jane Roe, FAND".</summary>
    private static bool IsDegree(string part, string all) => part.Length is <= 5 && part.Length < all.Length && part.All(char.IsUpper);

    /// <summary>As people write themselves in forms.</summary>
    private static bool IsAllSmall(string name) =>
        name.All(letter => char.IsLower(letter) || char.IsDigit(letter) || letter is ' ' or '.') && name.Split(' ') is { Length: <= 3 } words && !words.Any(NotInNames.Contains);

    private static string Capitalised(string name) => IsAllSmall(name) ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name) : name;

    private static bool Same(string name, string siteName) => name.Equals(siteName, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\s*[,;|&/，、；／＆]\s*|\s+(?:and|und|et|og|och|ve|και|ja|и|та|і)\s+|\s+-\s+|(?<=\p{IsCJKUnifiedIdeographs})[和与與](?=\p{IsCJKUnifiedIdeographs}{2})", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+(?:y|e|i|en|és)\s+(?=\p{Lu})", RegexOptions.None, 60_000)]
    private static partial Regex SmallAnd();

    /// <summary>A program's variable left unfilled, as page.author.name.</summary>
    [GeneratedRegex(@"^\w+\.\w+\.\w+", RegexOptions.None, 60_000)]
    private static partial Regex Dotted();
}
