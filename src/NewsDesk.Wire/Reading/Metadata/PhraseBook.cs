namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>Phrases that are sought at one place of a text, in any case. A pattern of so many takes longer to compile than most pages to read.</summary>
internal sealed class PhraseBook
{
    private readonly Dictionary<char, string[]> _byFirst;

    /// <summary>From phrases that are parted by bars and line breaks.</summary>
    public PhraseBook(string phrases) =>
        _byFirst = phrases.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .GroupBy(phrase => char.ToLowerInvariant(phrase[0])).ToDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Length).ToArray());

    /// <summary>Where the longest phrase ends that begins here and that no letter follows; less than 0 where none does.</summary>
    public int EndOf(ReadOnlySpan<char> text, int at)
    {
        if (at < 0 || at >= text.Length || !_byFirst.TryGetValue(char.ToLowerInvariant(text[at]), out var phrases)) return -1;
        var rest = text[at..];
        foreach (var phrase in phrases)
        {
            if (rest.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (rest.Length == phrase.Length || !char.IsLetter(rest[phrase.Length]))) return at + phrase.Length;
        }

        return -1;
    }

    public static int AfterSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    /// <summary>Where the colon ends that stands here, or after spaces, as it is written in any script; less than 0 where none stands.</summary>
    public static int AfterColon(ReadOnlySpan<char> text, int at)
    {
        if (at < 0) return -1;
        at = AfterSpaces(text, at);
        return at < text.Length && text[at] is ':' or '：' or '／' or '/' or '＝' ? at + 1 : -1;
    }
}
