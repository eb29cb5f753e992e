using System.Globalization;
using NewsDesk.Wire.Stories.Figures;

namespace NewsDesk.Wire.Stories.Terms;

/// <summary>One word or number of a text, lower case, accents taken off.</summary>
public readonly record struct Word(string Text, bool IsNumber, bool IsCapitalised, bool OpensSentence)
{
    /// <summary>What is known of the word when it tells nothing about an event: looked up once, asked often.</summary>
    internal CommonWord? Common { get; init; }
}

/// <summary>Reads the words and numbers of a text, in one pass and in order.</summary>
public static class Words
{
    /// <summary>Longer runs of letters are no words; they are cut so that junk stays small.</summary>
    private const int MaxWordLength = 40;

    public static List<Word> Of(string text, int limit)
    {
        var words = new List<Word>();
        Read(text, limit, words);
        return words;
    }

    /// <summary>Adds the words of a text to a list, at most <paramref name="limit"/> of them.</summary>
    public static void Read(string text, int limit, List<Word> into)
    {
        var opens = true;
        var most = into.Count + limit;
        for (var at = 0; at < text.Length && into.Count < most;)
        {
            var letter = text[at];
            if (char.IsAsciiDigit(letter))
            {
                var end = Numeral.EndOf(text, at);
                if (Numeral.Read(text.AsSpan(at, end - at)) is { } value)
                {
                    end = ScaleWords.SkipAfter(text, end, out var scale);
                    into.Add(new Word(Canonical(value, scale), true, false, opens));
                    opens = false;
                }

                at = end;
            }
            else if (char.IsLetter(letter))
            {
                var end = EndOfWord(text, at);
                var before = into.Count;
                AddParts(text, at, end, opens, most, into);
                opens &= into.Count == before;
                at = end;
            }
            else
            {
                opens |= letter is '.' or '!' or '?' or ':' or '"' or '“' or '|' or '\n';
                at++;
            }
        }
    }

    /// <summary>A word goes on over an apostrophe, a point or a hyphen when a letter follows: O'Neill, U.S, T-Mobile.</summary>
    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '&' || Letters.IsMark(text[at])
            || (text[at] is '\'' or '’' or '.' or '-' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static void AddParts(string text, int start, int end, bool opens, int most, List<Word> into)
    {
        if (IsUnspaced(text[start]))
        {
            // Scripts without spaces: neighbouring pairs of signs stand in for words.
            for (var i = start; i + 1 < end && into.Count < most; i++, opens = false) into.Add(new Word(text.Substring(i, 2), false, false, opens));
            return;
        }

        for (var from = start; from < end && into.Count < most;)
        {
            var hyphen = text.IndexOf('-', from, end - from);
            var to = hyphen < 0 ? end : hyphen;
            if (to > from && Plain(text.AsSpan(from, Math.Min(to - from, MaxWordLength)), out var common) is { Length: > 0 } word)
            {
                into.Add(new Word(word, false, char.IsUpper(text[from]) && !IsPronoun(text, from), opens) { Common = common });
                opens = false;
            }

            from = to + 1;
        }
    }

    /// <summary>I've, I'm, I'll: English writes its I large wherever it stands.</summary>
    private static bool IsPronoun(string text, int at) => text[at] == 'I' && at + 1 < text.Length && text[at + 1] is '\'' or '’';

    private static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\u0e00' and <= '\u0e7f';

    private static string Plain(ReadOnlySpan<char> raw, out CommonWord? common)
    {
        if (raw.Length > 2 && raw[^1] == 's' && raw[^2] is '\'' or '’') raw = raw[..^2];
        Span<char> plain = stackalloc char[Letters.MostForOne * MaxWordLength];
        var length = 0;
        foreach (var c in raw)
        {
            if (c is '.' or '\'' or '’') continue;
            if (c < 128) plain[length++] = char.ToLowerInvariant(c);
            else length += Letters.WriteBare(char.ToLowerInvariant(c), plain[length..]);
        }

        var word = plain[..length];
        // Of a common word there is one copy, not one for each place where it stands.
        common = CommonWords.Find(word);
        return common?.Text ?? word.ToString();
    }

    private static string Canonical(double value, double scale) => (value * scale).ToString("G6", CultureInfo.InvariantCulture);
}
