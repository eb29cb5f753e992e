using System.Text;

namespace NewsDesk.Wire.Feeds.Encodings;

/// <summary>
/// Guesses the encoding of bytes that are no UTF-8 and come without a name. In Western text a byte above 127 stands alone
/// among letters, in the older encodings of other scripts they stand in rows; which script it is, its commonest letters tell.
/// </summary>
internal static class LegacyGuess
{
    /// <summary>Bytes looked at: enough for some hundred words.</summary>
    private const int Sample = 20_000;

    /// <summary>How great the part may be of letters that show a wrong guess.</summary>
    private const double MaxOddPart = 0.08;

    // In this order: what is Japanese in one of the first two could pass for Chinese, but not the other way round.
    private static readonly Candidate[] Candidates =
    [
        new(932, letter => letter is >= 'ぁ' and <= 'ヺ', 0.25),
        new(51932, letter => letter is >= 'ぁ' and <= 'ヺ', 0.25),
        new(949, letter => letter is >= '가' and <= '힣', 0.85),
        new(1251, letter => letter is >= 'а' and <= 'я', 0.7),
        new(20866, letter => letter is >= 'а' and <= 'я', 0.7),
        new(54936, letter => Simplified.Contains(letter, StringComparison.Ordinal), 0.1),
        new(950, letter => Traditional.Contains(letter, StringComparison.Ordinal), 0.1),
    ];

    private const string Simplified = "的一是不了在人有我他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生新日闻会家发作本";
    private const string Traditional = "的一是不了在人有我他這為之大來以個中上們到說國和地也子時道出而要於就下得可你年生新日聞會家發作本";

    /// <summary>An encoding, letters that its texts are full of, and how great their part must be of all beyond ASCII.</summary>
    private sealed record Candidate(int CodePage, Func<char, bool> IsCommon, double Part);

    public static Encoding? Of(ReadOnlySpan<byte> body)
    {
        var sample = body[..Math.Min(body.Length, Sample)];
        if (!StandsInRows(sample) || IsDamagedUtf8(sample)) return null;
        foreach (var candidate in Candidates)
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(candidate.CodePage)!;
            var letters = encoding.GetString(sample).Where(letter => letter > '\u007f').ToList();
            if (letters.Count(candidate.IsCommon) >= candidate.Part * letters.Count && letters.Count(IsOdd) <= MaxOddPart * letters.Count)
                return encoding;
        }

        return null;
    }

    /// <summary>What decoders put for bytes that mean nothing, lines for drawing, and Japanese letters of half a width.</summary>
    private static bool IsOdd(char letter) =>
        letter is '\ufffd' or '・' or (>= '\u2500' and <= '\u259f') or (>= '\uff61' and <= '\uff9f') or (>= '\ue000' and <= '\uf8ff');

    private static bool StandsInRows(ReadOnlySpan<byte> sample)
    {
        var (high, rows) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] < 128) continue;
            high++;
            if ((i > 0 && sample[i - 1] >= 128) || (i + 1 < sample.Length && sample[i + 1] >= 128)) rows++;
        }

        return rows * 2 > high;
    }

    /// <summary>A feed cut in the middle of a letter, or with a stray byte, is UTF-8 all the same.</summary>
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> sample)
    {
        var (whole, broken) = (0, 0);
        while (Rune.DecodeFromUtf8(sample, out var letter, out var length) is var status && length > 0)
        {
            if (status != System.Buffers.OperationStatus.Done) broken++;
            else if (!letter.IsAscii) whole++;
            sample = sample[length..];
        }

        return whole > broken;
    }
}
