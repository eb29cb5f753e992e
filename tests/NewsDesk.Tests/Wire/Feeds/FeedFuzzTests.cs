using System.Globalization;
using System.Text.Json;
using NewsDesk.Wire.Feeds;

namespace NewsDesk.Tests.Wire.Feeds;

/// <summary>Sample feeds, damaged at random but always in the same way: nothing escapes the reader and nothing holds it up.</summary>
public sealed class FeedFuzzTests
{
    /// <summary>What no input may take, of the processor: reaching it fails the test, whatever the machine.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    private static readonly Uri Url = new("https://from.example/dir/feed.xml");

    private static readonly byte[][] Samples =
        [.. FeedCasesTests.Cases.Select(name => File.ReadAllBytes(Path.Combine(FeedCasesTests.Folder, name)))];

    [Fact]
    public Task Twenty_thousand_damaged_feeds_are_read() => ReadDamagedAsync(firstSeed: 0, rounds: 20_000);

    /// <summary>Long enough to be broken off: <c>FEED_FUZZ_FROM=1250000</c> goes on where another run ended.</summary>
    [Fact, Trait("Category", "Long")]
    public Task A_million_damaged_feeds_are_read()
    {
        var first = int.TryParse(Environment.GetEnvironmentVariable("FEED_FUZZ_FROM"), NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? Math.Clamp(from, 1_000_000, 2_000_000) : 1_000_000;
        return ReadDamagedAsync(first, rounds: 2_000_000 - first);
    }

    private static async Task ReadDamagedAsync(int firstSeed, int rounds)
    {
        var cancel = TestContext.Current.CancellationToken;
        for (var seed = firstSeed; seed < firstSeed + rounds; seed++)
        {
            if (seed % 10_000 == 0 && seed > firstSeed) TestContext.Current.SendDiagnosticMessage("{0} read; {1} is next", seed - firstSeed, seed);
            var body = Damaged(new Random(seed));
            var reading = Task.Run(() => Serialized(FeedReader.Read(body, Url, seed % 7 == 0 ? "text/xml; charset=big5" : null)), cancel);
            try
            {
                await EndsInTimeAsync(reading, cancel);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                Assert.Fail($"Seed {seed}, {body.Length} bytes: {problem}");
            }
        }
    }

    private static async Task EndsInTimeAsync(Task reading, CancellationToken cancel)
    {
        var before = Environment.CpuUsage.TotalTime;
        while (true)
        {
            try
            {
                await reading.WaitAsync(Bound, cancel);
                return;
            }
            catch (TimeoutException) when (Environment.CpuUsage.TotalTime - before < Bound)
            {
                // The machine was busy with others. Reading waits for nothing itself, so sooner or later it ends or has used up what it may.
            }
        }
    }

    /// <summary>A feed that cannot be written as JSON would be of no use either.</summary>
    private static int Serialized(FeedRead read) =>
        read is FeedRead.Read(var feed) ? JsonSerializer.SerializeToUtf8Bytes(feed).Length : 0;

#pragma warning disable CA5394 // Damage needs no secrecy, but must come out the same each time.
    private static byte[] Damaged(Random random)
    {
        var body = Pick(random).ToList();
        for (var wounds = random.Next(1, 6); wounds > 0 && body.Count > 0; wounds--)
        {
            var (at, length) = (random.Next(body.Count), random.Next(1, 40));
            switch (random.Next(6))
            {
                case 0:
                    body[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    body.RemoveRange(at, Math.Min(length, body.Count - at));
                    break;
                case 2:
                    body.RemoveRange(at, body.Count - at);
                    break;
                case 3:
                    var other = Pick(random);
                    var from = random.Next(other.Length);
                    body.InsertRange(at, other.AsSpan(from, random.Next(other.Length - from)).ToArray());
                    break;
                case 4:
                    var piece = body.GetRange(at, Math.Min(length, body.Count - at));
                    for (var times = random.Next(1, 50); times > 0; times--) body.InsertRange(at, piece);
                    break;
                default:
                    body[at] = (byte)"<>&;\"'=/![]?{}:\\ \0"[random.Next(18)];
                    break;
            }
        }

        return [.. body];
    }

    private static byte[] Pick(Random random) => Samples[random.Next(Samples.Length)];
#pragma warning restore CA5394
}
