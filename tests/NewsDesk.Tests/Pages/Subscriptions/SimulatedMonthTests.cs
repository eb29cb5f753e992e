using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsDesk.Archive;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Tests.Pages.Subscriptions;

/// <summary>A month in the life of a subscriber, who asks again and again while the desk edits, renames, takes back and dates anew.</summary>
public sealed class SimulatedMonthTests
{
    private static readonly DateTimeOffset Begin = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private const int MostPosts = 48;

    /// <summary>The real time, moved: what waits need not wait longer.</summary>
    private sealed class MovedClock : TimeProvider
    {
        private long _moved = (Begin - System.GetUtcNow()).Ticks;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _moved));

        public void MoveTo(DateTimeOffset time) => Interlocked.Exchange(ref _moved, (time - base.GetUtcNow()).Ticks);
    }

    /// <summary>A post as the desk has it.</summary>
    private sealed class Written(int number, DateTimeOffset date)
    {
        public int Number => number;

        public string Path { get; set; } = string.Create(CultureInfo.InvariantCulture, $"posts/p{number}.md");

        public DateTimeOffset Date { get; set; } = date;

        public int Edition { get; set; } = 1;

        public bool IsThere { get; set; }

        /// <summary>The edition that the subscriber must have been given last, and how often the words changed after the first.</summary>
        public int EditionTold { get; set; }

        public int Changes { get; set; }

        public string Mark => string.Create(CultureInfo.InvariantCulture, $"mark {number}.");

        public string Text => string.Create(CultureInfo.InvariantCulture, $"""
            ---
            title: Post number {number}
            date: {Date.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z
            ---
            {string.Join(' ', Enumerable.Range(number * 40, 40).Select(word => $"word{word}"))} and the {Mark} This is edition {Edition}.
            """);
    }

    /// <summary>What the subscriber has of a post.</summary>
    private sealed record Known(string Updated, string Words);

    private sealed class Subscriber(Desk desk)
    {
        private readonly Dictionary<string, Known> _known = new(StringComparer.Ordinal);
        private EntityTag? _last;

        public Dictionary<string, List<string>> Seen { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, int> Changes { get; } = new(StringComparer.Ordinal);

        public int Polls { get; private set; }

        public int Bodies { get; private set; }

        public async Task PollAsync()
        {
            Polls++;
            using var ask = new HttpRequestMessage(HttpMethod.Get, "/feed.json");
            if (_last is { } last) ask.Headers.TryAddWithoutValidation("If-None-Match", last.Text);
            using var answer = await desk.Reader.SendAsync(ask, TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.NotModified) return;
            Bodies++;
            _last = new(answer.Headers.ETag!.ToString());
            using var feed = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            foreach (var item in feed.RootElement.GetProperty("items").EnumerateArray()) Take(item);
        }

        private void Take(JsonElement item)
        {
            var id = item.GetProperty("id").GetString()!;
            var words = item.GetProperty("content_html").GetString()!;
            var mark = words[words.IndexOf("mark ", StringComparison.Ordinal)..].Split('.')[0] + ".";
            var updated = (item.TryGetProperty("date_modified", out var modified) ? modified : item.GetProperty("date_published")).GetString()!;
            var now = new Known(updated, words);
            if (!_known.TryGetValue(id, out var before))
            {
                if (!Seen.TryGetValue(mark, out var ids)) Seen[mark] = ids = [];
                ids.Add(id);
            }
            else
            {
                // The text and the date of its change change together, or not at all.
                Assert.True(now.Words == before.Words == (now.Updated == before.Updated), $"{mark} was {before.Updated}, is {now.Updated}, and its words are {(now.Words == before.Words ? "the same" : "others")}");
                if (now.Updated != before.Updated) Changes[mark] = Changes.GetValueOrDefault(mark) + 1;
            }

            _known[id] = now;
        }

        private sealed record EntityTag(string Text);
    }

    [Theory]
    [InlineData(1, 60, 40)]
    public Task Each_post_is_new_once_and_each_change_of_words_comes_once(int seed, int minutesBetweenPolls, int deeds) => LiveAsync(seed, minutesBetweenPolls, deeds);

    [Theory, Trait("Category", "Long")]
    [InlineData(2, 1, 240)]
    public Task The_same_for_a_subscriber_who_asks_every_minute(int seed, int minutesBetweenPolls, int deeds) => LiveAsync(seed, minutesBetweenPolls, deeds);

    private static async Task LiveAsync(int seed, int minutesBetweenPolls, int deeds)
    {
        var clock = new MovedClock();
        await using var desk = new Desk { Change = services => services.AddSingleton<TimeProvider>(clock) };
        var (subscriber, random, posts) = (new Subscriber(desk), new Random(seed), new List<Written>());
        await desk.ReadAsync("/");
        var (now, end) = (Begin, Begin.AddDays(30));
        var between = (end - Begin) / deeds;
        var nextDeed = Begin;
        for (; now < end; now = now.AddMinutes(minutesBetweenPolls))
        {
            clock.MoveTo(now);
            if (now >= nextDeed)
            {
                nextDeed += between;
                await DoAsync(desk, posts, random, now);
                desk.Part<PageShelf>().DropAll();
            }

            // What was scheduled appears by itself.
            foreach (var post in posts.Where(post => post.IsThere && post.EditionTold == 0 && post.Date <= now))
            {
                post.EditionTold = post.Edition;
                desk.Part<PageShelf>().DropAll();
            }

            await subscriber.PollAsync();
        }

        var told = posts.Where(post => post.EditionTold > 0).ToList();
        Assert.True(told.Count > Math.Min(deeds / 6, 40) && told.Sum(post => post.Changes) > deeds / 8, "too little happened");
        Assert.Equal(told.Select(post => post.Mark).Order(StringComparer.Ordinal), subscriber.Seen.Keys.Order(StringComparer.Ordinal));
        Assert.All(subscriber.Seen, seen => Assert.Single(seen.Value));
        Assert.Equal(told.Where(post => post.Changes > 0).Select(post => (post.Mark, post.Changes)).Order(), subscriber.Changes.Select(change => (change.Key, change.Value)).Order());
        Assert.True(subscriber.Bodies <= 2 * deeds + 2, $"{subscriber.Bodies} of {subscriber.Polls} answers had a body");
    }

    /// <summary>Something that desks do to their files, carried out and read.</summary>
    private static async Task DoAsync(Desk desk, List<Written> posts, Random random, DateTimeOffset now)
    {
        var there = posts.Where(post => post.IsThere).ToList();
        var gone = posts.Where(post => !post.IsThere).ToList();
        // No more than the feed's first page holds: what is further back is for who reads archives.
        var deed = there.Count < 3 ? 0 : random.Next(posts.Count < MostPosts ? 0 : 3, 10);
        var post = deed switch
        {
            0 or 1 => new Written(posts.Count, now.AddMinutes(-1)),
            2 => new Written(posts.Count, now.AddHours(random.Next(1, 30))),
            3 when gone.Count > 0 => gone[random.Next(gone.Count)],
            _ => there[random.Next(there.Count)],
        };
        if (!posts.Contains(post)) posts.Add(post);
        var old = post.Path;
        switch (deed)
        {
            case 4:
                post.IsThere = false;
                desk.Delete(old);
                await UntilAsync(desk, old, indexed => indexed is null);
                return;
            case 5 or 6:
                post.Edition++;
                break;
            case 7:
                post.Path = string.Create(CultureInfo.InvariantCulture, $"posts/p{post.Number}-{random.Next(100_000)}.md");
                break;
            case 8:
                post.Path = string.Create(CultureInfo.InvariantCulture, $"posts/p{post.Number}-{random.Next(100_000)}.md");
                post.Edition++;
                break;
            case 9 when post.Date <= now:
                post.Date = now.AddMinutes(-random.Next(1, 10_000));
                break;
        }

        post.IsThere = true;
        if (post.EditionTold > 0 && post.Edition != post.EditionTold) (post.EditionTold, post.Changes) = (post.Edition, post.Changes + 1);
        desk.With(old, post.Text);
        if (old != post.Path)
        {
            File.Move(Path.Combine(desk.Content, old), Path.Combine(desk.Content, post.Path));
            await UntilAsync(desk, old, indexed => indexed is null);
        }

        await UntilAsync(desk, post.Path, indexed => indexed is not null && indexed.Published == TruncatedToSeconds(post.Date)
            && indexed.Text.Contains(string.Create(CultureInfo.InvariantCulture, $"edition {post.Edition}."), StringComparison.Ordinal));
    }

    private static DateTimeOffset TruncatedToSeconds(DateTimeOffset time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    private static async Task UntilAsync(Desk desk, string path, Func<IndexedPost?, bool> isSo)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!isSo(await desk.Part<Posts>().FindByPathAsync(path, TestContext.Current.CancellationToken)))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(30), $"{path} was never read as it is");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
