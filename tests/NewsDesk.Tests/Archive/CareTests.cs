using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

public sealed class CareTests
{
    [Theory, OnBoth]
    public async Task A_sound_archive_has_no_problems_and_a_broken_one_says_which_until_it_is_rebuilt(Database on)
    {
        await using var house = await OpenAsync(on);
        await FillAsync(house);
        Assert.Empty(await new ArchiveCheck(house.Db).RunAsync(cancel: Cancel));

        await house.Db.WriteAsync(async session =>
        {
            await house.Db.Dialect.Search.ClearAsync(session, "article_words");
            await session.ExecuteAsync("UPDATE wire_days SET articles = articles + 1");
            await session.ExecuteAsync("UPDATE post_months SET posts = posts + 1");
            return await session.ExecuteAsync("UPDATE articles SET category = 'elsewhere' WHERE id = 1");
        }, Cancel);
        var problems = await new ArchiveCheck(house.Db).RunAsync(cancel: Cancel);
        Assert.Contains(problems, problem => problem.StartsWith("The search index lacks 6 of the articles", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("The counts of 2 days", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("The counts of 1 months", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("1 articles are not in their source's category", StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Contains("archive rebuild", problem, StringComparison.Ordinal));

        await new ArchiveRebuild(house.Db).RunAsync(cancel: Cancel);
        Assert.Empty(await new ArchiveCheck(house.Db).RunAsync(cancel: Cancel));
        Assert.Equal(6, (await house.Search.FindArticlesAsync("moon", ArticleSearchFilter.Everything, 0, 10, Noon, Cancel)).Total);
        Assert.Equal(6, await house.Articles.CountAsync(Cancel));
    }

    [Theory, OnBoth]
    public async Task Pruning_removes_what_is_old_and_keeps_what_a_post_answers(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync();
        foreach (var url in new[] { "https://e.org/old", "https://e.org/answered", "https://e.org/cited" })
        {
            var old = AnArticle(source, url, 60 * 24 * 400) with { LastSeen = Noon.AddDays(-399) };
            await house.Articles.SaveAsync(old, url, Cancel);
        }

        await house.GivenArticleAsync(source, "https://e.org/old-but-still-there", 60 * 24 * 400);
        await house.GivenArticleAsync(source, "https://e.org/new");
        await house.Posts.SaveAsync(APost("a.md", "a") with { Originals = [new PostOriginal { Url = "https://e.org/answered" }], Cited = ["https://e.org/cited"] }, Cancel);
        await new Stories(house.Db).SaveAsync(new Story { Title = "Empty", Began = Noon.AddDays(-900), Latest = Noon.AddDays(-900) }, Cancel);

        Assert.Equal(new Pruned(1, 1, 0), await new ArchivePrune(house.Db).RunAsync(Noon.AddDays(-365), cancel: Cancel));

        Assert.Null(await house.Articles.FindByUrlAsync("https://e.org/old", Cancel));
        Assert.Equal(4, await house.Articles.CountAsync(Cancel));
        Assert.Equal(4, (await house.Articles.ListMentionsAsync(source, Cancel)).Count);
        Assert.Equal(4, (await house.Search.FindArticlesAsync("moon", ArticleSearchFilter.Everything, 0, 10, Noon, Cancel)).Total);
        Assert.Empty(await new ArchiveCheck(house.Db).RunAsync(cancel: Cancel));
        Assert.Equal(new Pruned(0, 0, 0), await new ArchivePrune(house.Db).RunAsync(Noon.AddDays(-365), cancel: Cancel));
    }

    [Theory, OnBoth]
    public async Task A_copy_made_while_writing_is_whole_and_is_brought_back(Database on)
    {
        var (connection, remove) = await WholeAsync(on);
        await using (var house = await ArchiveDatabase.OpenAsync(connection, new FixedClock(Noon), Cancel))
        {
            var articles = new Articles(house);
            await FillAsync(house);
            using var stop = new CancellationTokenSource();
            var writing = Task.Run(async () =>
            {
                for (var i = 0; !stop.IsCancellationRequested; i++) await articles.SaveAsync(AnArticle(1, $"https://e.org/more/{i}"), $"more {i}", Cancel);
            }, Cancel);
            var file = Path.GetTempFileName();
            await new ArchiveCopies(house).BackUpAsync(file, cancel: Cancel);
            await stop.CancelAsync();
            await writing;
            var before = await ArchiveTransfer.SumAsync(house, Cancel);

            var refused = await Assert.ThrowsAsync<ArchiveException>(() => new ArchiveCopies(house).RestoreAsync(file, replace: false, cancel: Cancel));
            Assert.Contains("--replace", refused.Message, StringComparison.Ordinal);
            await new ArchiveCopies(house).RestoreAsync(file, replace: true, cancel: Cancel);
            Assert.Empty(await new ArchiveCheck(house).RunAsync(cancel: Cancel));
            var after = await ArchiveTransfer.SumAsync(house, Cancel);
            Assert.InRange(after.Single(sum => sum.Table == "articles").Rows, 6, before.Single(sum => sum.Table == "articles").Rows);
            Assert.Equal(before.Single(sum => sum.Table == "posts"), after.Single(sum => sum.Table == "posts"));
            // Ids go on where they were.
            Assert.Equal(Outcome.Added, (await articles.SaveAsync(AnArticle(1, "https://e.org/after"), "after", Cancel)).Outcome);
            Assert.False(File.Exists(file + ".part"));
            File.Delete(file);
        }

        await remove();
    }

    [Theory, OnBoth]
    public async Task A_copy_of_a_newer_program_is_refused_while_everything_is_still_there(Database on)
    {
        var (connection, remove) = await WholeAsync(on);
        var file = Path.GetTempFileName();
        await using (var house = await ArchiveDatabase.OpenAsync(connection, new FixedClock(Noon), Cancel))
        {
            await FillAsync(house);
            await house.WriteAsync(session => session.ExecuteAsync("INSERT INTO schema_steps (number, name, checksum, applied) VALUES (999, 'from-the-future', 'x', 0)"), Cancel);
            await new ArchiveCopies(house).BackUpAsync(file, cancel: Cancel);
            await house.WriteAsync(session => session.ExecuteAsync("DELETE FROM schema_steps WHERE number = 999; UPDATE stories SET title = 'Only here'"), Cancel);

            var refused = await Assert.ThrowsAsync<ArchiveException>(() => new ArchiveCopies(house).RestoreAsync(file, replace: true, cancel: Cancel));
            Assert.Contains($"{file}: a newer NewsDesk", refused.Message, StringComparison.Ordinal);
            Assert.Contains("999-from-the-future", refused.Message, StringComparison.Ordinal);
            Assert.Equal("Only here", (await new Stories(house).FindAsync(1, Cancel))!.Title);
            Assert.Empty(await new ArchiveCheck(house).RunAsync(cancel: Cancel));
        }

        File.Delete(file);
        await remove();
    }

    [Theory, OnBoth]
    public async Task An_older_copy_takes_the_place_of_a_newer_archive_and_is_brought_up_to_date(Database on)
    {
        var (connection, remove) = await WholeAsync(on);
        var file = Path.GetTempFileName();
        await using (var house = await ArchiveDatabase.OpenAsync(connection, new FixedClock(Noon), Cancel))
        {
            // As it was before there were media.
            await house.WriteAsync(session => session.ExecuteAsync("DROP TABLE media; CREATE TABLE was_media (id BIGINT)"), Cancel);
            await FillAsync(house);
            await new ArchiveCopies(house).BackUpAsync(file, cancel: Cancel);
            await house.WriteAsync(session => session.ExecuteAsync("CREATE TABLE media (id BIGINT, of BIGINT REFERENCES editors (id)); INSERT INTO media VALUES (1, 1)"), Cancel);
            await house.WriteAsync(session => session.ExecuteAsync("INSERT INTO schema_steps (number, name, checksum, applied) VALUES (999, 'from-the-future', 'x', 0)"), Cancel);
        }

        await Assert.ThrowsAsync<ArchiveException>(() => ArchiveDatabase.OpenAsync(connection, new FixedClock(Noon), Cancel));
        var restored = await ArchiveCopies.RestoreAsync(connection, file, replace: true, null, new FixedClock(Noon), Cancel);
        Assert.Null(restored.SetAside);
        await using (var house = await ArchiveDatabase.OpenExistingAsync(connection, new FixedClock(Noon), Cancel))
        {
            Assert.Equal(6, await new Articles(house).CountAsync(Cancel));
            Assert.Equal(0, await house.ReadAsync(session => session.ValueAsync<long>(on == Database.Sqlite
                ? "SELECT count(*) FROM sqlite_master WHERE name = 'media'" : "SELECT count(*) FROM pg_tables WHERE tablename = 'media'"), Cancel));
        }

        File.Delete(file);
        await remove();
    }

    [Theory, OnBoth]
    public async Task A_tool_begins_no_archive_where_none_is(Database on)
    {
        var (connection, remove) = await EmptyAsync(on);
        var error = await Assert.ThrowsAsync<ArchiveException>(() => ArchiveDatabase.OpenExistingAsync(connection, TimeProvider.System, Cancel));
        Assert.Contains("there is no archive", error.Message, StringComparison.Ordinal);
        if (on == Database.Sqlite) Assert.False(File.Exists(connection));
        await using (var house = await ArchiveDatabase.OpenAsync(connection, TimeProvider.System, Cancel)) Assert.True(house.IsNew);
        await using (var house = await ArchiveDatabase.OpenExistingAsync(connection, TimeProvider.System, Cancel)) Assert.False(house.IsNew);
        await remove();
    }

    [Fact]
    public async Task A_damaged_file_is_set_aside_only_for_a_copy_that_is_sound()
    {
        var (path, remove) = await EmptyAsync(Database.Sqlite);
        var copy = path + ".copy";
        await using (var house = await ArchiveDatabase.OpenAsync(path, new FixedClock(Noon), Cancel))
        {
            await FillAsync(house);
            await new ArchiveCopies(house).BackUpAsync(copy, cancel: Cancel);
        }

        await File.WriteAllTextAsync(path, "ruined", Cancel);
        var sound = await File.ReadAllBytesAsync(copy, Cancel);
        await File.WriteAllBytesAsync(copy, sound[..(sound.Length / 2)], Cancel);
        await Assert.ThrowsAsync<ArchiveException>(() => ArchiveCopies.RestoreAsync(path, copy, replace: true, null, new FixedClock(Noon), Cancel));
        Assert.Equal("ruined", await File.ReadAllTextAsync(path, Cancel));
        Assert.Equal([path, copy], Directory.GetFiles(Path.GetDirectoryName(path)!).Order(StringComparer.Ordinal));

        await File.WriteAllBytesAsync(copy, sound, Cancel);
        await Assert.ThrowsAsync<ArchiveException>(() => ArchiveCopies.RestoreAsync(path, copy, replace: false, null, new FixedClock(Noon), Cancel));
        var restored = await ArchiveCopies.RestoreAsync(path, copy, replace: true, null, new FixedClock(Noon), Cancel);
        Assert.Equal("ruined", await File.ReadAllTextAsync(restored.SetAside!, Cancel));
        await using (var house = await ArchiveDatabase.OpenExistingAsync(path, new FixedClock(Noon), Cancel)) Assert.Equal(6, await new Articles(house).CountAsync(Cancel));
        await remove();
    }

    [Theory, OnBoth]
    public async Task A_file_that_is_no_copy_is_refused(Database on)
    {
        await using var house = await OpenAsync(on);
        var file = Path.GetTempFileName();
        foreach (var content in new[] { "", "not a copy at all, whatever its name says", on == Database.Sqlite ? "PGDMP and more" : "SQLite format 3\0 and more" })
        {
            await File.WriteAllTextAsync(file, content, Cancel);
            var error = await Assert.ThrowsAsync<ArchiveException>(() => new ArchiveCopies(house.Db).RestoreAsync(file, replace: true, cancel: Cancel));
            Assert.Contains(file, error.Message, StringComparison.Ordinal);
        }

        File.Delete(file);
        await Assert.ThrowsAsync<ArchiveException>(() => new ArchiveCopies(house.Db).RestoreAsync(file, replace: true, cancel: Cancel));
    }

    [Theory, OnBoth]
    public async Task A_desk_moves_to_the_other_database_and_back_without_loss(Database on)
    {
        await using var house = await OpenAsync(on);
        await using var other = await OpenAsync(on == Database.Sqlite ? Database.Postgres : Database.Sqlite);
        await using var back = await OpenAsync(on);
        await FillAsync(house);
        await new Stories(house.Db).SaveAsync(new Story { Id = 1, Title = "First", Began = Noon, Latest = Noon, Follows = 2 }, Cancel);

        var sums = await new ArchiveTransfer(house.Db, other.Db).RunAsync(cancel: Cancel);
        await new ArchiveTransfer(other.Db, back.Db).RunAsync(cancel: Cancel);

        Assert.All(sums.Where(sum => sum.Table != "media"), sum => Assert.True(sum.Rows > 0, sum.Table));
        Assert.Equal(await ArchiveTransfer.SumAsync(house.Db, Cancel), await ArchiveTransfer.SumAsync(back.Db, Cancel));
        foreach (var desk in new[] { other, back })
        {
            Assert.Empty(await new ArchiveCheck(desk.Db).RunAsync(cancel: Cancel));
            Assert.Equal(6, (await desk.Search.FindArticlesAsync("moon", ArticleSearchFilter.Everything, 0, 10, Noon, Cancel)).Total);
            Assert.Equal(await house.Articles.FindAsync(2, Cancel), await desk.Articles.FindAsync(2, Cancel));
            Assert.Equivalent(await house.Posts.FindByPathAsync("a.md", Cancel), await desk.Posts.FindByPathAsync("a.md", Cancel), strict: true);
            Assert.Equal(7, await desk.GivenArticleAsync(1, "https://e.org/next"));
        }

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => new ArchiveTransfer(house.Db, other.Db).RunAsync(cancel: Cancel));
        Assert.Contains("not empty", refused.Message, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Every_table_and_column_is_carried_over(Database on)
    {
        await using var house = await OpenAsync(on);
        var columns = await house.Db.ReadAsync(session => session.ListAsync<string>(on == Database.Sqlite
            ? """
                SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '%\_words%' ESCAPE '\' AND t.name NOT IN ('schema_steps', 'changes')
                """
            : """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = current_schema() AND is_generated = 'NEVER' AND table_name NOT LIKE '%\_words' AND table_name NOT IN ('schema_steps', 'changes')
                """), Cancel);

        var carried = TableLayout.All.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}"));
        Assert.Equal("", string.Join(' ', columns.Except(carried, StringComparer.Ordinal)));
        Assert.Equal("", string.Join(' ', carried.Except(columns, StringComparer.Ordinal)));
    }

    private static Task FillAsync(TestArchive house) => FillAsync(house.Db);

    private static async Task FillAsync(ArchiveDatabase db)
    {
        var source = await new Sources(db).SaveAsync(new Source { Kind = "feed", Url = "https://e.org/feed", Title = "E", Category = "Tech", Weight = 0.1 }, Cancel);
        var stories = new Stories(db);
        var story = await stories.SaveAsync(new Story { Title = "First", Began = Noon, Latest = Noon }, Cancel);
        await stories.SaveAsync(new Story { Title = "Second", Began = Noon, Latest = Noon, Follows = story }, Cancel);
        var articles = new Articles(db);
        for (var i = 0; i < 5; i++)
            await articles.SaveAsync(AnArticle(source, $"https://e.org/{i}", i, text: $"Moon number {i} 東京 😀") with { StoryId = story, Published = i % 2 == 0 ? Noon.AddYears(-60) : null }, $"{i}", Cancel);
        await articles.SaveAsync(AnArticle(source, "https://e.org/0", text: "The moon again."), "0", Cancel);
        await new Posts(db).SaveAsync(APost("a.md", "was-a") with { Indexed = Noon }, Cancel);
        await new Posts(db).SaveAsync(APost("a.md", "a") with { Tags = ["x"], Aliases = ["y"], Originals = [new PostOriginal { Url = "https://e.org/1" }], Cited = ["https://e.org/2"], Updated = Noon, Indexed = Noon }, Cancel);
        await FillStoriesAsync(new StoriesKeeping(db), articles, source, story);
        await new Figures(db).ReplaceAsync(1, [new Figure { Measure = "money", Amount = 0.1 + 0.2, Written = "x", Sentence = "y" }], Cancel);
        var editor = await new Editors(db).SaveAsync(new Editor { Name = "mona", DisplayName = "Mona", Role = "chief", Added = Noon }, Cancel);
        await new Editors(db).AddCredentialAsync(new Credential { EditorId = editor, Kind = "password", Proof = "hash", Added = Noon }, Cancel);
        await new Revisions(db).AddAsync(new Revision { Path = "a.md", Saved = Noon, EditorId = editor, Text = "Text" }, Cancel);
        await new Notes(db).SaveAsync("name", "value", Cancel);
        await new Visits(db).FinishAsync("n", new Visit { SourceId = source, Began = Noon, Status = 304 }, new Source { Kind = "feed", Url = "x", Title = "x" }, Cancel);
        await FillSubscriptionsAsync(new(db), new(db));
    }

    private static async Task FillSubscriptionsAsync(Subscriptions subscriptions, Announcements announcements)
    {
        var request = new SubscriptionRequest { Topic = "https://p.org/feed.xml", Callback = "https://r.org/", Mode = "subscribe", LeaseSeconds = 60, Secret = "s", ContentHash = "h", Asked = Noon };
        await subscriptions.RequestAsync(request, new(9, 9, 9), Cancel);
        await subscriptions.KeepAsync(Assert.Single(await subscriptions.ClaimRequestsAsync("n", 1, Noon, Noon, Cancel)), Noon, Cancel);
        await subscriptions.SaveTopicAsync(request.Topic, "h", Cancel);
        await subscriptions.RequestAsync(request with { Callback = "https://s.org/" }, new(9, 9, 9), Cancel);
        var post = (await announcements.ListUnannouncedAsync(Noon, 1, Cancel))[0];
        await announcements.AnnounceAsync(post, "[]", ["https://hub.org/"], [request.Topic], Noon, Cancel);
    }

    private static async Task FillStoriesAsync(StoriesKeeping keeping, Articles articles, long source, long story)
    {
        await keeping.ClaimAsync("n", Noon, Noon, Cancel);
        await articles.SaveAsync(AnArticle(source, "https://e.org/5", 5), "5", Cancel);
        var arrived = Assert.Single(await keeping.ListUngroupedAsync(5, Cancel));
        await keeping.FileAsync([new FiledArticle(arrived, 30, true, story, null, "[]", []) { Sketch = "AQ==" }], Cancel);
        await keeping.FileAsync([new FiledArticle(arrived, 30, false, null, 1, "[]", [(30, story)])], Cancel);
        await keeping.DecideAsync(new StoryDecided { Kind = "split", Articles = "[1]" }, Cancel);
        var decision = Assert.Single(await keeping.ListWaitingAsync(Cancel));
        await keeping.CarryOutAsync(decision, new DecisionOutcome("Done.", 1) { Moved = [(1, 31)], Parted = [(story, 31)] }, Cancel);
    }

    private static async Task<(string Connection, Func<Task> Remove)> WholeAsync(Database on) => on == Database.Sqlite
        ? await EmptyAsync(on)
        : (await (await TestContext.Current.GetFixture<PostgresCluster>())!.CreateDatabaseAsync(Cancel), () => Task.CompletedTask);
}
