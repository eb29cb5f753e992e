using System.Globalization;
using BenchmarkDotNet.Attributes;
using NewsDesk.Wire.Stories;

namespace NewsDesk.Benchmarks.Stories;

/// <summary>A window of 200,000 articles: how long a restart takes to fill it, and what the next 2,000 articles cost.</summary>
[SimpleJob(launchCount: 1, warmupCount: 0, iterationCount: 3, invocationCount: 1)]
public class GroupingBenchmark
{
    /// <summary>So many different ones are invented; what comes after tells them again.</summary>
    public const int Stories = 60_000;

    private const int Full = 200_000;
    private StoryGrouper _full = new();
    private List<StoryArticle> _next = [];

    [GlobalSetup(Target = nameof(AddTwoThousand))]
    public void Prepare() => _full = Refill();

    [IterationSetup(Target = nameof(AddTwoThousand))]
    public void Arrive() => _next = [.. Enumerable.Range(0, 2000).Select(i => Invent(i + Full))];

    [Benchmark]
    public StoryGrouper Refill()
    {
        var grouper = new StoryGrouper();
        for (var i = 0; i < Full; i++) grouper.Restore(Invent(i), 1 + (i % Stories));
        return grouper;
    }

    [Benchmark]
    public long AddTwoThousand()
    {
        long last = 0;
        foreach (var article in _next) last = _full.Add(article).Story;
        return last;
    }

    /// <summary>Forty words, a few of them common and most rare, as in a headline with a lead.</summary>
    public static StoryArticle Invent(int number)
    {
        var random = new Random(number % Stories);
        var words = Enumerable.Range(0, 40).Select(_ => Word((int)(400_000 * Math.Pow(random.NextDouble(), 4)))).ToList();
        var id = number.ToString(CultureInfo.InvariantCulture);
        return new StoryArticle(id, string.Join(' ', words.Take(9)), string.Join(' ', words.Skip(9)), "https://example.com/" + id, "Outlet",
            new DateTimeOffset(2031, 5, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(number % Full * 10.0));
    }

    private static string Word(int number)
    {
        var letters = new char[6];
        for (var i = 0; i < letters.Length; i++, number /= 9) letters[i] = (i % 2 == 0 ? "bdfklmnrt" : "aeiouyäöü")[number % 9];
        return new string(letters);
    }
}
