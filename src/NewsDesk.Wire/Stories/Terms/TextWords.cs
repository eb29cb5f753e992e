using System.Runtime.InteropServices;

namespace NewsDesk.Wire.Stories.Terms;

/// <summary>The different words of a text, with what its writer lets us know of each.</summary>
internal sealed class TextWords
{
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

    public IEnumerable<TextWord> Lead(int words) => _words.TakeWhile(word => word.First <= words);

    /// <summary>Written with an exponent: a million and more.</summary>
    public static bool IsGreatSum(string number) => number.Contains("E+", StringComparison.Ordinal);

    public static TextWords Read(TextLines lines, bool capitalsTell)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = new List<TextWord>();
        var place = 0;
        foreach (var line in lines.All)
        {
            // A heading may write every word with a capital.
            var lineTells = capitalsTell && (line.Length > LongestHeading || !ArticleTerms.IsTitleCase(line.Span));
            foreach (var word in line.Span)
            {
                place++;
                if (word.Common is not null || (!word.IsNumber && word.Text.Length < 2)) continue;
                var stem = word.IsNumber ? word.Text : Stem.Of(word.Text);
                ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(places, stem, out var known);
                if (!known)
                {
                    at = read.Count;
                    read.Add(new TextWord(word, stem, place));
                }

                ref var entry = ref CollectionsMarshal.AsSpan(read)[at];
                entry.Count++;
                if (word.IsNumber) continue;
                entry.StandsAsName |= lineTells && word.IsCapitalised && !word.OpensSentence;
                entry.StandsSmall |= !word.IsCapitalised;
            }
        }

        return new TextWords(read, place);
    }
}

/// <summary>A word of a text: where it first stands, and how often. What the same writer also writes small is no name.</summary>
internal record struct TextWord(Word Word, string Stem, int First)
{
    public int Count { get; set; }

    public bool StandsAsName { get; set; }

    public bool StandsSmall { get; set; }

    public readonly Writing Writing => Word.IsNumber ? Writing.Silent : StandsSmall ? Writing.Small : StandsAsName ? Writing.Name : Writing.Large;
}
