using System.CommandLine;
using NewsDesk.Commands;
using NewsDesk.Tests.Wire.Stories.Invented;

namespace NewsDesk.Tests.Commands;

/// <summary>What an editor types about the stories of a desk that is open meanwhile.</summary>
public sealed class StoriesCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stories_are_listed_merged_split_moved_and_grouped_again()
    {
        await using var desk = new Desk(("gather", "false"));
        var number = 0;
        foreach (var article in InventedStories.Of("zoo escape").Concat(InventedStories.Of("vellory orchestra")))
        {
            desk.With($"inbox/{++number:00}.html", $"""
                <html lang="en"><head><title>{article.Title}</title><link rel="canonical" href="https://outlet{number}.example/{number}"></head><body><article><h1>{article.Title}</h1><p>{article.Text}</p></article></body></html>
                """);
        }

        await desk.ReadUntilAsync("/stories", page => page.Contains("/story/", StringComparison.Ordinal));
        var zoo = InventedStories.Of("zoo escape").Count;
        Assert.Contains($"{zoo} articles", await RunAsync(desk, "list"), StringComparison.Ordinal);
        Assert.Contains("began a story", await RunAsync(desk, "show", "1", "--explain"), StringComparison.Ordinal);

        Assert.Equal("Article 2 is in story 3.", await RunAsync(desk, "split", "2", "2"));
        Assert.Equal("Article 2 is in story 1.", await RunAsync(desk, "move", "2", "1"));
        Assert.Contains("(put here by an editor)", await RunAsync(desk, "show", "1"), StringComparison.Ordinal);
        Assert.Equal("Story 2 went into story 1.", await RunAsync(desk, "merge", "2", "1"));
        Assert.Contains($"{number} articles", await RunAsync(desk, "show", "2"), StringComparison.Ordinal);
        Assert.Contains("grouped again", await RunAsync(desk, "rebuild"), StringComparison.Ordinal);
        await desk.ReadUntilAsync("/stories", page => page.Contains($"and {number - 3} more", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("story 999: there is no such story", "show", "999")]
    [InlineData("story 7: it cannot be merged into itself", "merge", "7", "7")]
    [InlineData("article 5: there is no such article", "split", "5")]
    [InlineData("article 5: there is no such article", "move", "5", "1")]
    public async Task What_is_not_there_is_named(string expected, params string[] args)
    {
        await using var desk = new Desk(("gather", "false"));
        await desk.ReadAsync("/");
        Assert.Contains(expected, (await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, args))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STORY: \"abc\" is not a number", "show", "abc")]
    [InlineData("INTO: \"-1\" is not a number", "merge", "1", "-1")]
    [InlineData("ARTICLE: \"4x\" is not a number", "split", "3", "4x")]
    [InlineData("STORY: \"none\" is not a number", "move", "3", "none")]
    [InlineData("--count: \"0\" is not a number from 1 to 1000", "list", "--count", "0")]
    public void What_is_no_number_is_refused_with_its_name(string expected, params string[] args) =>
        Assert.Contains(expected, Assert.Single(new RootCommand { StoriesCommand.Create() }.Parse(["stories", .. args]).Errors).Message, StringComparison.Ordinal);

    private static async Task<string> RunAsync(Desk desk, params string[] args)
    {
        var output = new StringWriter();
        await new RootCommand { StoriesCommand.Create() }.Parse(["stories", .. args, "--data", desk.Data])
            .InvokeAsync(new() { Output = output, EnableDefaultExceptionHandler = false }, Cancel);
        return output.ToString().TrimEnd();
    }
}
