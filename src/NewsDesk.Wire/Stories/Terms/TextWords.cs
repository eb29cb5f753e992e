namespace NewsDesk.Wire.Stories.Terms;

/// <summary>The different words of a text, with what its writer lets us know of each.</summary>
internal sealed class TextWords
{
    private const int MostWords = 1500;
    private const int LongestHeading = 14;
    private const int FewestReturns = 3;
    private const int MostRefrains = 12;
    private const int MostSums = 3;

    private readonly List<TextWord> _words;

    private TextWords(List<TextWord> words, int length) => (_words, Length) = (words, length);

    /// <summary>All its words, the repeated and the common ones too.</summary>
    public int Length { get; }

    /// <summary>What runs through the whole of it: the words that return most.</summary>
    public IEnumerable<TextWord> Refrains => _words.Where(word => !word.Word.IsNumber && word.Count >= FewestReturns)
        .OrderByDescending(word => word.Count).ThenBy(word => word.First).Take(MostRefrains);

    /// <summary>Great sums, which belong to one event.</summary>
    public IEnumerable<TextWord> Sums => _words.Where(word => word.Word.IsNumber && IsGreatSum(word.Word.Text)).Take(MostSums);

    public IEnumerable<TextWord> Lead(int words) => _words.Where(word => word.First <= words);

    /// <summary>Written with an exponent: a million and more.</summary>
    public static bool IsGreatSum(string number) => number.Contains("E+", StringComparison.Ordinal);

    public static TextWords Read(string text, bool capitalsTell)
    {
        var seen = new Dictionary<string, TextWord>(StringComparer.Ordinal);
        var place = 0;
        foreach (var line in text.Split('\n'))
        {
            if (place >= MostWords) break;
            var words = Words.Of(line, MostWords - place).ToList();
            // A heading may write every word with a capital.
            var lineTells = capitalsTell && (words.Count > LongestHeading || !ArticleTerms.IsTitleCase(words));
            foreach (var word in words)
            {
                place++;
                if (!word.IsNumber && (word.Text.Length < 2 || CommonWords.Contains(word.Text))) continue;
                var stem = word.IsNumber ? word.Text : Stem.Of(word.Text);
                var known = seen.TryGetValue(stem, out var before) ? before : new TextWord(word, place, 0, false, false);
                seen[stem] = known with
                {
                    Count = known.Count + 1,
                    StandsAsName = known.StandsAsName || (lineTells && word.IsCapitalised && !word.OpensSentence),
                    StandsSmall = known.StandsSmall || (capitalsTell && !word.IsCapitalised),
                };
            }
        }

        return new TextWords([.. seen.Values], place);
    }
}

/// <summary>A word of a text: where it first stands, and how often. What the same writer also writes small is no name.</summary>
internal readonly record struct TextWord(Word Word, int First, int Count, bool StandsAsName, bool StandsSmall)
{
    public bool IsName => StandsAsName && !StandsSmall;
}
