using System.Text.Json;
using NewsDesk.Commands;

namespace NewsDesk.Tests.Commands;

public sealed class FeedCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public async Task Shows_a_person_what_was_read()
    {
        var file = Save("feed.xml", """
            <rss version="2.0"><channel><title>Quay</title><link>https://quay.example/</link>
            <item><title>Gull lands</title><link>https://quay.example/1</link><pubDate>Wed, 04 Mar 2026 09:05:06 GMT</pubDate></item>
            <item><title>Gull leaves</title></item></channel></rss>
            """);

        var (exit, output, error) = await RunAsync(file);

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("Quay  [rss 2.0]", output, StringComparison.Ordinal);
        Assert.Contains("2026-03-04 09:05  Gull lands", output, StringComparison.Ordinal);
        Assert.Contains("https://quay.example/1", output, StringComparison.Ordinal);
        Assert.Contains("no date           Gull leaves", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_each_that_cannot_be_read_and_shows_the_rest()
    {
        var missing = Path.Combine(_folder, "missing.xml");
        var page = Save("page.html", "<!DOCTYPE html><html><body>Log in</body></html>");
        var feed = Save("feed.xml", "<rss><channel><title>Still here</title></channel></rss>");

        var (exit, output, error) = await RunAsync(missing, "https://quay.example/feed", page, feed);

        Assert.Equal(1, exit);
        Assert.Contains("Still here", output, StringComparison.Ordinal);
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Equal($"{missing}: there is no such file", lines[0].TrimEnd());
        Assert.Contains("save the feed and name the file", lines[1], StringComparison.Ordinal);
        Assert.Equal($"{page}: this is an HTML page, not a feed", lines[2].TrimEnd());
    }

    [Fact]
    public async Task Without_anything_to_read_it_is_wrong_usage()
    {
        var (exit, _, error) = await RunAsync();

        Assert.Equal(2, exit);
        Assert.Contains("name a saved feed", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_that_looks_like_an_option_is_no_file()
    {
        var command = FeedCommand.Create();

        Assert.Equal("--allow-networks: feed has no such option", Assert.Single(command.Parse(["--allow-networks", "feed.xml"]).Errors).Message);
        Assert.Equal("--explian: extract has no such option", Assert.Single(ExtractCommand.Create().Parse(["page.html", "--explian"]).Errors).Message);
        Assert.Empty(command.Parse(["feed.xml", "./-odd.xml"]).Errors);
    }

    [Fact]
    public async Task Answers_a_batch_with_every_member_in_the_table()
    {
        var feed = Save("feed.xml", """
            <rss version="2.0"><channel><title>Quay</title><item><title>Gull</title><link>1</link><author>a@b.example (Ada)</author>
            <enclosure url="1.mp3" type="audio/mpeg" length="5"/></item></channel></rss>
            """);
        var batch = Save("batch.jsonl", string.Join('\n',
            JsonSerializer.Serialize(new { id = 1, path = feed, url = "https://quay.example/feed", contentType = "text/xml" }),
            JsonSerializer.Serialize(new { id = 2, path = Path.Combine(_folder, "missing.xml") }),
            JsonSerializer.Serialize(new { id = 3, path = feed, url = "nonsense" }),
            JsonSerializer.Serialize(new { id = 4 })));

        var (exit, output, _) = await RunAsync("--batch", batch);

        Assert.Equal(0, exit);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("""
            {"id":1,"format":"rss 2.0","title":"Quay","link":null,"description":null,"language":null,"authors":[],"updated":null,"items":[{"id":null,"title":"Gull","link":"https://quay.example/1","summary":null,"content":null,"authors":[{"name":"Ada","email":"a@b.example","url":null}],"published":null,"updated":null,"categories":[],"enclosures":[{"url":"https://quay.example/1.mp3","type":"audio/mpeg","length":5}]}]}
            """, lines[0].TrimEnd());
        Assert.Contains("there is no such file", lines[1], StringComparison.Ordinal);
        Assert.Contains("nonsense is not an absolute address", lines[2], StringComparison.Ordinal);
        Assert.Contains("\\\"path\\\" is missing", lines[3], StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Save(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await FeedCommand.Create().Parse(arguments).InvokeAsync(
            new() { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }
}
