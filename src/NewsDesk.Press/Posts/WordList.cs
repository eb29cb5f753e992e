using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsDesk.Press.Posts;

/// <summary>The words that not everybody wants to read: finds them in a text, and masks or replaces them.</summary>
/// <remarks>A word is looked at whole or from its beginning, never inside, so a town or a bird keeps its name.</remarks>
public sealed record WordList
{
    private const char CombiningGraphemeJoiner = '\u034F';

    private readonly FrozenDictionary<string, StrongWord>.AlternateLookup<ReadOnlySpan<char>> _whole;
    private readonly FrozenDictionary<string, StrongWord>.AlternateLookup<ReadOnlySpan<char>> _stems;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _exceptions;
    private readonly int[] _stemLengths;

    public WordList(IEnumerable<StrongWord> words, IEnumerable<string> exceptions)
    {
        Words = [.. words];
        Exceptions = [.. exceptions];
        _whole = Index(Words.Where(word => !word.IsStem));
        _stems = Index(Words.Where(word => word.IsStem));
        _exceptions = Exceptions.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _stemLengths = [.. Words.Where(word => word.IsStem).Select(word => word.Text.Length).Distinct().OrderDescending()];
    }

    public static WordList Empty { get; } = new([], []);

    public IReadOnlyList<StrongWord> Words { get; }

    public IReadOnlyList<string> Exceptions { get; }

    /// <summary>Answers where the listed words stand in <paramref name="text"/>, in order.</summary>
    public IReadOnlyList<FoundWord> FindIn(ReadOnlySpan<char> text)
    {
        List<FoundWord>? found = null;
        if (Words.Count == 0) return [];
        for (var at = 0; at < text.Length;)
        {
            if (!IsWordLetter(text, at))
            {
                at++;
                continue;
            }

            var end = at + 1;
            var isSeen = true;
            for (; end < text.Length && (IsWordLetter(text, end) || IsUnseen(text[end])); end++) isSeen &= !IsUnseen(text[end]);
            if (IsAddress(text, at, end))
            {
                while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            }
            else if (Find(isSeen ? text[at..end] : Seen(text[at..end])) is { } word)
            {
                (found ??= []).Add(new FoundWord(at, end - at, word));
            }

            at = end;
        }

        return found ?? [];
    }

    /// <summary>Answers <paramref name="text"/> with the listed words masked or replaced.</summary>
    public string Mask(string text)
    {
        var found = FindIn(text);
        if (found.Count == 0) return text;
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var word in found)
        {
            masked.Append(text, at, word.Start - at).Append(word.Word.InPlaceOf(text.AsSpan(word.Start, word.Length)));
            at = word.Start + word.Length;
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    private StrongWord? Find(ReadOnlySpan<char> word)
    {
        if (_exceptions.Contains(word)) return null;
        if (_whole.TryGetValue(word, out var whole)) return whole;
        foreach (var length in _stemLengths)
        {
            if (length <= word.Length && _stems.TryGetValue(word[..length], out var stem)) return stem;
        }

        return null;
    }

    /// <summary>Whether a word goes on over the seam when one text is set right before another.</summary>
    public static bool JoinsWord(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        !before.IsEmpty && !after.IsEmpty && IsInWord(before, before.Length - 1) && IsInWord(after, 0);

    private static bool IsInWord(ReadOnlySpan<char> text, int at) => IsWordLetter(text, at) || IsUnseen(text[at]);

    /// <summary>What no reader sees parts no word: soft hyphens, joiners, spaces without width.</summary>
    private static bool IsUnseen(char letter) =>
        letter >= '\u00AD' && (letter == CombiningGraphemeJoiner || char.GetUnicodeCategory(letter) == UnicodeCategory.Format);

    /// <summary>The word as readers see it.</summary>
    internal static string Seen(ReadOnlySpan<char> word)
    {
        var seen = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (!IsUnseen(letter)) seen.Append(letter);
        }

        return seen.ToString();
    }

    private static bool IsWordLetter(ReadOnlySpan<char> text, int at) =>
        char.IsLetterOrDigit(text[at]) || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark;

    /// <summary>An address typed bare into the text stays as it is: masked, it would lead nowhere.</summary>
    private static bool IsAddress(ReadOnlySpan<char> text, int start, int end) =>
        text[end..].StartsWith("://", StringComparison.Ordinal)
        || (text[start..end].Equals("www", StringComparison.OrdinalIgnoreCase) && end < text.Length && text[end] == '.');

    private static FrozenDictionary<string, StrongWord>.AlternateLookup<ReadOnlySpan<char>> Index(IEnumerable<StrongWord> words)
    {
        var index = new Dictionary<string, StrongWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in words) index.TryAdd(word.Text, word);
        return index.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}

/// <summary>A word of the list, or the stem of several.</summary>
/// <param name="Instead">What stands in its place; a <c>*</c> in it is what follows the stem; null masks.</param>
public sealed record StrongWord(string Text, bool IsStem, LanguageLevel Level, string? Instead = null)
{
    /// <summary>Answers what the clean text says where the other says <paramref name="written"/>: in the same case.</summary>
    public string InPlaceOf(ReadOnlySpan<char> written)
    {
        written = WordList.Seen(written);
        if (Instead is null) return FirstLetter(written) + "—";
        var ending = written.Length > Text.Length ? written[Text.Length..].ToString() : "";
        var instead = Instead.Replace("*", ending, StringComparison.Ordinal);
        if (instead.Length == 0 || !char.IsUpper(written[0])) return instead;
        var isAllUpper = written.Length > 1 && written.IndexOfAnyInRange('a', 'z') < 0;
        return isAllUpper ? instead.ToUpperInvariant() : char.ToUpperInvariant(instead[0]) + instead[1..];
    }

    private static string FirstLetter(ReadOnlySpan<char> word) =>
        word[..(char.IsHighSurrogate(word[0]) && word.Length > 1 ? 2 : 1)].ToString();
}

/// <summary>A listed word found in a text.</summary>
public readonly record struct FoundWord(int Start, int Length, StrongWord Word);

/// <summary>The file read as a list; what is wrong in it is left out.</summary>
public sealed record WordListRead(WordList Words, IReadOnlyList<Warning> Warnings)
{
    /// <summary>It is no YAML, so much may be missing: perhaps it is being typed.</summary>
    public bool IsBroken { get; init; }
}
