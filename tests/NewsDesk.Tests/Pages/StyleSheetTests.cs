namespace NewsDesk.Tests.Pages;

public sealed class StyleSheetTests
{
    [Fact]
    public async Task One_file_holds_the_look_and_each_personas_colour_and_may_be_kept_for_ever()
    {
        await using var desk = new Desk().With("personas/luna.md", "---\nname: Luna\naccent: \"#123456\"\naccentDark: \"#abcdef\"\n---\nShe watches.\n");

        var page = await desk.ReadAsync("/");
        var address = page[page.IndexOf("/style.css?v=", StringComparison.Ordinal)..];
        var answer = await desk.GetAsync(address[..address.IndexOf('"', StringComparison.Ordinal)]);
        var css = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.True(answer.Headers.CacheControl!.Public);
        Assert.Contains(answer.Headers.CacheControl.Extensions, extension => extension.Name == "immutable");
        Assert.Contains("[data-persona=\"luna\"] { --accent: light-dark(#123456, #abcdef);", css, StringComparison.Ordinal);
        Assert.StartsWith("/* The ground", css, StringComparison.Ordinal);
        Assert.True((await desk.GetAsync("/style.css?v=old")).Headers.CacheControl!.NoCache);
    }
}
