using System.Globalization;
using System.Text;
using NewsDesk.Wire.Stories.Figures;

namespace NewsDesk.Wire.Stories.Terms;

/// <summary>One word or number of a text, lower case, accents taken off.</summary>
public readonly record struct Word(string Text, bool IsNumber, bool IsCapitalised, bool OpensSentence);

/// <summary>Reads the words and numbers of a text, in one pass and in order.</summary>
public static class Words
{
    /// <summary>Longer runs of letters are no words; they are cut so that junk stays small.</summary>
    private const int MaxWordLength = 40;

    public static IEnumerable<Word> Of(string text, int limit)
    {
        var opens = true;
        for (var at = 0; at < text.Length && limit > 0;)
        {
            var letter = text[at];
            if (char.IsAsciiDigit(letter))
            {
                var end = Numeral.EndOf(text, at);
                if (Numeral.Read(text.AsSpan(at, end - at)) is { } value)
                {
                    end = ScaleWords.SkipAfter(text, end, out var scale);
                    yield return new Word(Canonical(value, scale), true, false, opens);
                    limit--;
                    opens = false;
                }

                at = end;
            }
            else if (char.IsLetter(letter))
            {
                var end = EndOfWord(text, at);
                foreach (var part in Parts(text, at, end))
                {
                    yield return part with { OpensSentence = opens };
                    opens = false;
                    if (--limit <= 0) break;
                }

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
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '&' || IsMark(text[at])
            || (text[at] is '\'' or '’' or '.' or '-' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static bool IsMark(char c) => c > 127 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static IEnumerable<Word> Parts(string text, int start, int end)
    {
        if (IsUnspaced(text[start]))
        {
            // Scripts without spaces: neighbouring pairs of signs stand in for words.
            for (var i = start; i + 1 < end; i++) yield return new Word(text.Substring(i, 2), false, false, false);
            yield break;
        }

        for (var from = start; from < end;)
        {
            var hyphen = text.IndexOf('-', from, end - from);
            var to = hyphen < 0 ? end : hyphen;
            if (to > from && Plain(text.AsSpan(from, Math.Min(to - from, MaxWordLength))) is { Length: > 0 } word)
                yield return new Word(word, false, char.IsUpper(text[from]) && !IsPronoun(text, from), false);
            from = to + 1;
        }
    }

    /// <summary>I've, I'm, I'll: English writes its I large wherever it stands.</summary>
    private static bool IsPronoun(string text, int at) => text[at] == 'I' && at + 1 < text.Length && text[at + 1] is '\'' or '’';

    private static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\u0e00' and <= '\u0e7f';

    private static string Plain(ReadOnlySpan<char> raw)
    {
        if (raw.Length > 2 && raw[^1] == 's' && raw[^2] is '\'' or '’') raw = raw[..^2];
        Span<char> plain = stackalloc char[MaxWordLength];
        var length = 0;
        var ascii = true;
        foreach (var c in raw)
        {
            if (c is '.' or '\'' or '’') continue;
            plain[length++] = char.ToLowerInvariant(c);
            ascii &= c < 128;
        }

        var word = new string(plain[..length]);
        return ascii ? word : WithoutAccents(word);
    }

    private static string WithoutAccents(string word)
    {
        var bare = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (!IsMark(c)) bare.Append(c);
        }

        return bare.Replace("ß", "ss").ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Canonical(double value, double scale) => (value * scale).ToString("G6", CultureInfo.InvariantCulture);
}
