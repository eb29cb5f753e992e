using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

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

    [Fact]
    public async Task A_file_that_is_replaced_by_an_older_one_changes_the_look()
    {
        var root = Directory.CreateTempSubdirectory("newsdesk-look-");
        try
        {
            var css = root.CreateSubdirectory("css");
            foreach (var name in new[] { "base", "frame", "pieces", "stories", "prose", "print" }) await File.WriteAllTextAsync(Path.Combine(css.FullName, $"{name}.css"), $"/* {name} */", TestContext.Current.CancellationToken);
            using var files = new PhysicalFileProvider(root.FullName);
            await using var desk = new Desk
            {
                Change = services =>
                {
                    foreach (var host in services.Select(service => service.ImplementationInstance).OfType<IWebHostEnvironment>()) host.WebRootFileProvider = files;
                },
            };
            Assert.Contains("/* prose */", await desk.ReadAsync("/style.css"), StringComparison.Ordinal);

            var prose = Path.Combine(css.FullName, "prose.css");
            await File.WriteAllTextAsync(prose, "/* older prose */", TestContext.Current.CancellationToken);
            File.SetLastWriteTimeUtc(prose, new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

            await desk.ReadUntilAsync("/style.css", look => look.Contains("/* older prose */", StringComparison.Ordinal));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
