using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

public sealed class DeskTablesTests
{
    [Theory, OnBoth]
    public async Task An_editor_and_a_credential_come_back_as_saved(Database on)
    {
        await using var house = await OpenAsync(on);
        var editors = new Editors(house.Db);
        var editor = new Editor { Name = "mona", DisplayName = "Mona", Role = "chief", Active = false, Added = Noon };
        var id = await editors.SaveAsync(editor, Cancel);
        Assert.Equal(editor with { Id = id }, await editors.FindAsync(id, Cancel));
        Assert.Equal(id, await editors.SaveAsync(editor with { Active = true, DisplayName = "M." }, Cancel));
        Assert.Equal("M.", (await editors.FindByNameAsync("mona", Cancel))!.DisplayName);
        Assert.True(Assert.Single(await editors.ListAsync(Cancel)).Active);

        var credential = new Credential { EditorId = id, Kind = "password", Label = "home", Proof = "hash", Added = Noon };
        var credentialId = await editors.AddCredentialAsync(credential, Cancel);
        Assert.True(await editors.MarkUsedAsync(credentialId, Noon.AddHours(1), Cancel));
        Assert.Equal(credential with { Id = credentialId, Used = Noon.AddHours(1) }, Assert.Single(await editors.ListCredentialsAsync(id, Cancel)));
        Assert.True(await editors.RemoveCredentialAsync(credentialId, Cancel));
        Assert.Empty(await editors.ListCredentialsAsync(id, Cancel));
    }

    [Theory, OnBoth]
    public async Task A_revision_comes_back_as_saved_and_the_same_text_is_kept_once(Database on)
    {
        await using var house = await OpenAsync(on);
        var revisions = new Revisions(house.Db);
        var editor = await new Editors(house.Db).SaveAsync(new Editor { Name = "mona", DisplayName = "Mona", Role = "chief", Added = Noon }, Cancel);
        var revision = new Revision { Path = "a.md", Saved = Noon, EditorId = editor, Note = "first", Text = "Moon" };
        var id = await revisions.AddAsync(revision, Cancel);
        Assert.Equal(id, await revisions.AddAsync(revision with { Saved = Noon.AddHours(1) }, Cancel));
        var second = await revisions.AddAsync(revision with { Saved = Noon.AddHours(2), Text = "Mars" }, Cancel);

        var kept = (await revisions.FindAsync(id, Cancel))!;
        Assert.Equal(revision with { Id = id, Hash = kept.Hash }, kept);
        Assert.Equal([second, id], (await revisions.ListAsync("a.md", Cancel)).Select(one => one.Id));
    }

    [Theory, OnBoth]
    public async Task A_media_file_comes_back_as_saved(Database on)
    {
        await using var house = await OpenAsync(on);
        var media = new Media(house.Db);
        var file = new MediaFile { Path = "a.png", Hash = "h", Type = "image/png", Bytes = 5_000_000_000, Width = 10, Height = 20, Description = "A moon", Added = Noon };
        var id = await media.SaveAsync(file, Cancel);
        Assert.Equal(file with { Id = id }, await media.FindByPathAsync("a.png", Cancel));
        Assert.Equal(id, (await media.FindByHashAsync("h", Cancel))!.Id);
        Assert.Equal(id, Assert.Single((await media.ListNewestAsync(null, 5, Cancel)).Items).Id);
        Assert.True(await media.RemoveAsync("a.png", Cancel));
        Assert.Null(await media.FindByPathAsync("a.png", Cancel));
    }

    [Theory, OnBoth]
    public async Task A_story_and_its_figures_come_back_as_saved(Database on)
    {
        await using var house = await OpenAsync(on);
        var (stories, figures) = (new Stories(house.Db), new Figures(house.Db));
        var first = await stories.SaveAsync(new Story { Title = "Before", Began = Noon, Latest = Noon }, Cancel);
        var story = new Story { Title = "Moon", Language = "en", Began = Noon, Latest = Noon.AddHours(1), Articles = 2, Outlets = 1, Follows = first, Details = """{"a":1}""" };
        var id = await stories.SaveAsync(story, Cancel);
        Assert.Equal(story with { Id = id }, await stories.FindAsync(id, Cancel));
        Assert.Equal(id, await stories.SaveAsync(story with { Id = id, Outlets = 2 }, Cancel));
        Assert.Equal([id, first], (await stories.ListLatestAsync(null, 5, Cancel)).Items.Select(one => one.Id));
        Assert.Equal(2, Assert.Single(await stories.ListFollowingAsync(first, Cancel)).Outlets);

        var article = await house.GivenArticleAsync(await house.GivenSourceAsync(), "https://e.org/a");
        var figure = new Figure { ArticleId = article, Measure = "money", Amount = 6.3e9, UpperAmount = 7e9, Unit = "USD", Hedge = "up to", Speaker = "Ann", Written = "$6.3bn", Sentence = "It cost $6.3bn." };
        await figures.ReplaceAsync(article, [figure, figure with { Written = "x" }], Cancel);
        await figures.ReplaceAsync(article, [figure], Cancel);
        var kept = Assert.Single(await figures.ListAsync(article, Cancel));
        Assert.Equal(figure with { Id = kept.Id }, kept);
        Assert.Equal(1, await stories.AssignAsync([article, 999], id, Cancel));
        Assert.Equal(kept, Assert.Single(await figures.ListOfStoryAsync(id, Cancel)));
        Assert.Equal(article, Assert.Single(await house.Articles.ListOfStoryAsync(id, 9, Cancel)).Id);
    }

    [Theory, OnBoth]
    public async Task A_note_is_kept_under_its_name(Database on)
    {
        await using var house = await OpenAsync(on);
        var notes = new Notes(house.Db);
        await notes.SaveAsync("a", "1", Cancel);
        await notes.SaveAsync("a", "2", Cancel);
        Assert.Equal("2", await notes.FindAsync("a", Cancel));
        Assert.Null(await notes.FindAsync("b", Cancel));
    }

    [Theory, OnBoth]
    public async Task A_source_comes_back_as_saved(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = new Source
        {
            Kind = "feed",
            Url = "https://e.org/feed",
            Title = "E",
            SiteUrl = "https://e.org",
            Category = "Tech",
            Language = "en",
            Weight = 2.5,
            WholePage = true,
            Active = false,
            Added = Noon,
            NextDue = Noon,
            EverySeconds = 600,
        };
        var id = await house.Sources.SaveAsync(source, Cancel);
        Assert.Equal(source with { Id = id }, await house.Sources.FindAsync(id, Cancel));
        Assert.Equal(source with { Id = id }, await house.Sources.FindByUrlAsync(source.Url, Cancel));
        Assert.Equal(id, await house.Sources.SaveAsync(source with { Title = "Other" }, Cancel));
        Assert.Equal("Other", Assert.Single(await house.Sources.ListAsync(Cancel)).Title);
    }
}
