using NewsDesk.Archive;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Tests.Pages.Keeping;

public sealed class SourceNamesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_read_again_when_a_source_changes_and_when_one_speaks_that_is_not_among_them()
    {
        var folder = Directory.CreateTempSubdirectory("newsdesk-source-names-");
        try
        {
            await using var db = await ArchiveDatabase.OpenAsync(Path.Combine(folder.FullName, "desk.db"), TimeProvider.System, Cancel);
            var sources = new Sources(db);
            var (known, silent) = (await sources.SaveAsync(Named("Lantern"), Cancel), await sources.SaveAsync(Named("Silent") with { Active = false }, Cancel));
            var names = new SourceNames(sources);

            var first = await names.ListAsync(Cancel);
            names.Follow([new(Subject.Visits, known), new(Subject.Articles, silent), new(Subject.Stories, 1)]);
            Assert.Same(first, await names.ListAsync(Cancel));

            await db.WriteAsync(session => session.ExecuteAsync("UPDATE sources SET last_new = 1 WHERE id = @silent", new { silent }), Cancel);
            names.Follow([new(Subject.Visits, silent)]);
            Assert.Equal(["Lantern", "Silent"], (await names.ListAsync(Cancel)).Select(source => source.Title));

            await sources.SaveAsync(Named("Lantern") with { Category = "Lights" }, Cancel);
            names.Follow([new(Subject.Sources, known)]);
            var told = await names.ListAsync(Cancel);
            Assert.Equal("Lights", told[0].Category);

            names.Follow(null);
            Assert.NotSame(told, await names.ListAsync(Cancel));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Source Named(string title) => new() { Kind = "feed", Url = $"https://{title}.example/feed", Title = title };
}
