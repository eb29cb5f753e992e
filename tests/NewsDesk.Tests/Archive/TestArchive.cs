using NewsDesk.Archive;

namespace NewsDesk.Tests.Archive;

/// <summary>An archive of one test's own, with hands to fill it.</summary>
internal sealed class TestArchive : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Func<Task> _remove;

    private TestArchive(ArchiveDatabase db, string connection, Func<Task> remove) => (Db, Connection, _remove) = (db, connection, remove);

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ArchiveDatabase Db { get; }

    public string Connection { get; }

    public Sources Sources => new(Db);

    public Articles Articles => new(Db);

    public Posts Posts => new(Db);

    public Search Search => new(Db);

    public static async Task<TestArchive> OpenAsync(Database on)
    {
        var (connection, remove) = await EmptyAsync(on);
        return new TestArchive(await ArchiveDatabase.OpenAsync(connection, new FixedClock(Noon), Cancel), connection, remove);
    }

    /// <summary>Where a new archive may be opened, and how it is thrown away.</summary>
    public static async Task<(string Connection, Func<Task> Remove)> EmptyAsync(Database on)
    {
        if (on == Database.Postgres)
        {
            var cluster = (await TestContext.Current.GetFixture<PostgresCluster>())!;
            return (await cluster.CreateCornerAsync(Cancel), () => Task.CompletedTask);
        }

        var folder = Directory.CreateTempSubdirectory("newsdesk-archive-");
        return (Path.Combine(folder.FullName, "test.db"), () =>
        {
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        }
        );
    }

    public Task<long> GivenSourceAsync(string url = "https://example.org/feed", string? category = null) =>
        Sources.SaveAsync(new Source { Kind = "feed", Url = url, Title = "Example", Category = category }, Cancel);

    public async Task<long> GivenArticleAsync(long source, string url, int minutesBefore = 0, string title = "Moon sold", string text = "The moon was sold.") =>
        (await Articles.SaveAsync(AnArticle(source, url, minutesBefore, title, text), url, Cancel)).Id;

    public static Article AnArticle(long source, string url, int minutesBefore = 0, string title = "Moon sold", string text = "The moon was sold.") => new()
    {
        SourceId = source,
        Url = url,
        Title = title,
        Text = text,
        Html = $"<p>{text}</p>",
        WordCount = 4,
        FirstSeen = Noon.AddMinutes(-minutesBefore),
        LastSeen = Noon,
        Language = "en",
    };

    public static IndexedPost APost(string path, string slug, DateTimeOffset? published = null) => new()
    {
        Path = path,
        FileHash = "hash of " + path,
        Slug = slug,
        Title = "The moon is ours",
        Language = "en",
        Published = published ?? Noon.AddDays(-1),
        Html = "<p>Ours.</p>",
        CleanHtml = "<p>Ours.</p>",
        Text = "Ours.",
    };

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _remove();
    }
}

internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
