using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

public sealed class ArchiveDatabaseTests
{
    [Theory, OnBoth]
    public async Task Several_nodes_starting_at_once_make_the_schema_once(Database on)
    {
        var (connection, remove) = await EmptyAsync(on);
        var nodes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ArchiveDatabase.OpenAsync(connection, new FixedClock(Noon), Cancel))));
        foreach (var node in nodes)
        {
            Assert.Empty(await new Sources(node).ListAsync(Cancel));
            await node.DisposeAsync();
        }

        await remove();
    }

    [Fact]
    public async Task A_file_that_vanishes_while_it_is_open_is_said_and_no_empty_one_takes_its_place()
    {
        await using var house = await OpenAsync(Database.Sqlite);
        var file = house.Connection;

        await house.Db.ReadAsync(async _ =>
        {
            File.Move(file, file + ".gone");
            // The first connection is taken, so this takes another.
            return await Assert.ThrowsAsync<ArchiveException>(() => new Sources(house.Db).ListAsync(Cancel));
        }, Cancel);

        Assert.False(File.Exists(file));
        File.Move(file + ".gone", file);
        Assert.Empty(await new Sources(house.Db).ListAsync(Cancel));
    }

    [Theory, OnBoth]
    public async Task A_second_start_finds_everything_there(Database on)
    {
        await using var house = await OpenAsync(on);
        await house.GivenSourceAsync();
        await using var again = await ArchiveDatabase.OpenAsync(house.Connection, new FixedClock(Noon), Cancel);
        Assert.Single(await new Sources(again).ListAsync(Cancel));
    }

    [Theory, OnBoth]
    public async Task A_newer_archive_and_a_changed_step_stop_the_start(Database on)
    {
        await using var house = await OpenAsync(on);
        await house.Db.WriteAsync(session => session.ExecuteAsync(
            "INSERT INTO schema_steps (number, name, checksum, applied) VALUES (999, 'from-the-future', 'x', 0)"), Cancel);
        Assert.Contains("999-from-the-future", (await RefusedAsync(house)).Message, StringComparison.Ordinal);

        await house.Db.WriteAsync(session => session.ExecuteAsync("DELETE FROM schema_steps WHERE number = 999"), Cancel);
        await house.Db.WriteAsync(session => session.ExecuteAsync("UPDATE schema_steps SET checksum = 'x' WHERE number = 1"), Cancel);
        Assert.Contains("001-wire", (await RefusedAsync(house)).Message, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_description_names_the_database_its_version_and_its_place(Database on)
    {
        await using var house = await OpenAsync(on);
        Assert.Matches(on == Database.Sqlite
            ? @"^SQLite 3\.\d+\.\d+ \((the system's|bundled)\) in .*test\.db$"
            : @"^PostgreSQL \d+\.\d+ in postgres at 127\.0\.0\.1:\d+$", house.Db.Description);
    }

    [Theory, OnBoth]
    public async Task A_change_that_fails_leaves_nothing_behind(Database on)
    {
        await using var house = await OpenAsync(on);
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.Db.WriteAsync<int>(async session =>
        {
            await session.ExecuteAsync("INSERT INTO wire_days (day, articles) VALUES (1, 1)");
            throw new InvalidOperationException();
        }, Cancel));
        Assert.Equal(0, await house.Articles.CountAsync(Cancel));
    }

    [Theory, OnBoth]
    public async Task Many_writers_at_once_all_get_through_and_readers_do_not_wait(Database on)
    {
        await using var house = await OpenAsync(on);
        await using var node = await ArchiveDatabase.OpenAsync(house.Connection, new FixedClock(Noon), Cancel);
        var source = await house.GivenSourceAsync();
        await house.Db.WriteAsync(async session =>
        {
            await session.ExecuteAsync("UPDATE sources SET title = 'Changed'");
            Assert.Equal("Example", Assert.Single(await house.Sources.ListAsync(Cancel)).Title);
            return true;
        }, Cancel);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() =>
            new Articles(i % 2 == 0 ? house.Db : node).SaveAsync([.. Enumerable.Range(0, 5).Select(n => new Gathered(AnArticle(source, $"https://example.org/{(i * 3 + n) % 50}"), $"{i}-{n}"))], Cancel))));
        Assert.Equal(50, await house.Articles.CountAsync(Cancel));
        Assert.Equal(200, (await house.Articles.ListMentionsAsync(source, Cancel)).Count);
    }

    [Fact]
    public async Task A_file_that_is_no_archive_is_named_with_what_to_do()
    {
        var (path, remove) = await EmptyAsync(Database.Sqlite);
        await File.WriteAllTextAsync(path, new string('x', 10_000), Cancel);
        var error = await Assert.ThrowsAsync<ArchiveException>(() => ArchiveDatabase.OpenAsync(path, TimeProvider.System, Cancel));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains("archive restore", error.Message, StringComparison.Ordinal);
        await remove();
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named_and_not_made()
    {
        var (path, remove) = await EmptyAsync(Database.Sqlite);
        var folder = Path.Combine(Path.GetDirectoryName(path)!, "mistyped");
        var error = await Assert.ThrowsAsync<ArchiveException>(() => ArchiveDatabase.OpenAsync(Path.Combine(folder, "desk.db"), TimeProvider.System, Cancel));
        Assert.Contains(folder, error.Message, StringComparison.Ordinal);
        Assert.Contains("Archive:Connection", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
        await remove();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_with_what_to_do()
    {
        var error = await Assert.ThrowsAsync<ArchiveException>(() =>
            ArchiveDatabase.OpenAsync("postgres://ann:secret@127.0.0.1:1/desk", TimeProvider.System, Cancel));
        Assert.Contains("desk at 127.0.0.1:1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    private static Task<ArchiveException> RefusedAsync(TestArchive house) =>
        Assert.ThrowsAsync<ArchiveException>(() => ArchiveDatabase.OpenAsync(house.Connection, new FixedClock(Noon), Cancel));
}
