using System.Text.Json;
using NewsDesk.Commands;

namespace NewsDesk.Tests.Commands;

public sealed class BatchTests
{
    [Fact]
    public async Task Answers_line_for_line_and_goes_on_after_a_bad_one()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """
            {"id":"one","html":"<p>first</p>"}
            this is not JSON
            {"id":3}

            {"id":7,"id":8,"html":"<p>twice</p>"}
            {"id":"half","html":"\ud800"}
            {"id":"kind","html":[1]}
            [1]
            {"id":"four","html":"<p>last</p>"}
            """, TestContext.Current.CancellationToken);

        var output = new StringWriter();
        var exit = await CleanCommand.Create().Parse(["--batch", file]).InvokeAsync(
            new() { Output = output }, TestContext.Current.CancellationToken);
        File.Delete(file);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(0, exit);
        Assert.Equal(8, lines.Count);
        Assert.Equal("one", lines[0].GetProperty("id").GetString());
        Assert.True(lines[1].TryGetProperty("error", out _));
        Assert.Contains("html", lines[2].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.All(lines[4..7], line => Assert.True(line.TryGetProperty("error", out _)));
        Assert.Equal("half", lines[4].GetProperty("id").GetString());
        Assert.Contains("\"html\"", lines[5].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("four", lines[^1].GetProperty("id").GetString());
    }
}
