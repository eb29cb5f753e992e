using System.Text;
using NewsDesk.Archive;

namespace NewsDesk.Benchmarks.Archive;

/// <summary>
/// Articles like real ones, the same at every run: words as often as Zipf says, some 300 of them, paragraphs, bylines, and every tenth
/// a near-copy of a recent one in another source.
/// </summary>
internal sealed class InventedArticles
{
    public const int SourceCount = 500;

    private const int Vocabulary = 60_000;
    private const int Remembered = 2000;

    private static readonly string[] Onsets = ["b", "br", "c", "ch", "d", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "w"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
    private static readonly string[] Ends = ["", "", "", "n", "r", "s", "t", "l", "nd", "ng"];

    private readonly Random _random = new(20260601);
    private readonly string[] _words;
    private readonly double[] _upTo;
    private readonly List<(string Title, string[] Words, long Story)> _recent = [];
    private int _made;

    public InventedArticles()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < Vocabulary)
        {
            // The most used words are short.
            var syllables = words.Count < 200 ? 1 : 2 + _random.Next(2);
            words.Add(string.Concat(Enumerable.Range(0, syllables).Select(_ => Pick(Onsets) + Pick(Vowels) + Pick(Ends))));
        }

        _words = [.. words];
        _upTo = new double[Vocabulary];
        var sum = 0.0;
        for (var rank = 0; rank < Vocabulary; rank++) _upTo[rank] = sum += 1 / (rank + 2.7);
    }

    /// <summary>0 is the commonest.</summary>
    public string WordOfRank(int rank) => _words[rank];

    /// <summary>The next one, older than those before it by up to two minutes less; its story is a number that near-copies share.</summary>
    public (Article Article, long Story) Next(IReadOnlyList<long> sources, DateTimeOffset start)
    {
        var number = ++_made;
        var copies = _recent.Count > 100 && _random.Next(10) == 0;
        var (title, words, story) = copies ? _recent[_random.Next(_recent.Count)] : (Sentence(6 + _random.Next(7)), Draw(Length()), number);
        if (copies) words = [.. words.Select(word => _random.Next(50) == 0 ? Draw() : word)];
        else Remember((title, words, story));
        var seen = start.AddSeconds(number * 60L);
        var (text, html) = Write(words);
        return (new Article
        {
            SourceId = sources[_random.Next(sources.Count)],
            Url = $"https://{Draw()}.example/{seen:yyyy/MM/dd}/{title.Replace(' ', '-')}-{number}",
            Title = title,
            Byline = $"{Draw()} {Draw()}",
            Publisher = Draw(),
            Published = seen.AddSeconds(-_random.Next(7200)),
            FirstSeen = seen,
            LastSeen = seen,
            Language = _random.Next(5) == 0 ? "de" : "en",
            Excerpt = string.Join(' ', words.Take(30)),
            Text = text,
            Html = html,
            WordCount = words.Length,
        }, story);
    }

    private void Remember((string, string[], long) article)
    {
        if (_recent.Count < Remembered) _recent.Add(article);
        else _recent[_random.Next(Remembered)] = article;
    }

    /// <summary>Median 280, now and then a thousand.</summary>
    private int Length()
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
        return Math.Clamp((int)(280 * Math.Exp(normal * 0.6)), 60, 2500);
    }

    private string Sentence(int words) => string.Join(' ', Draw(words));

    private string[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => Draw())];

    private string Draw()
    {
        var at = Array.BinarySearch(_upTo, _random.NextDouble() * _upTo[^1]);
        return _words[Math.Min(at < 0 ? ~at : at, Vocabulary - 1)];
    }

    private string Pick(string[] parts) => parts[_random.Next(parts.Length)];

    private static (string Text, string Html) Write(string[] words)
    {
        var text = new StringBuilder();
        var html = new StringBuilder("<p>");
        for (var i = 0; i < words.Length; i++)
        {
            var end = i == words.Length - 1 || i % 70 == 69 ? ".\n\n" : i % 14 == 13 ? ". " : " ";
            text.Append(words[i]).Append(end);
            html.Append(words[i]).Append(end == ".\n\n" ? ".</p><p>" : end);
        }

        return (text.ToString().TrimEnd(), html.Append("</p>").Replace("<p></p>", "").ToString());
    }
}
