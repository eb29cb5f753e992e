using System.CommandLine;
using System.Globalization;
using NewsDesk.Wire.Feeds;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk feed</c>: shows what is read of a feed.</summary>
public static class FeedCommand
{
    private sealed record Line(string? Path, string? Url, string? ContentType);

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Saved feeds to read.", Arity = ArgumentArity.ZeroOrMore }.OnlyFiles();
        var batch = Batch.FileOption("""JSON Lines of {"id","path","url","contentType"}""");
        var command = new Command("feed", "Shows what is read of a feed.") { files, batch };
        command.SetAction((parsed, cancel) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            return parsed.GetValue(batch) is { } lines
                ? Batch.RunAsync<Line>(lines, output, (line, _) => Answer(line), cancel)
                : ShowAllAsync(parsed.GetValue(files) ?? [], output, error, cancel);
        });
        return command;
    }

    private static async Task<int> ShowAllAsync(string[] files, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        if (files.Length == 0)
        {
            await error.WriteLineAsync("feed: nothing to read; name a saved feed, or --batch FILE");
            return 2;
        }

        var exit = 0;
        foreach (var file in files)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                await ShowAsync(Read(file, null, null), output);
            }
            catch (Exception problem) when (problem is BadInputException or IOException or UnauthorizedAccessException)
            {
                await error.WriteLineAsync(problem.Message);
                exit = 1;
            }
        }

        return exit;
    }

    private static Feed Read(string path, Uri? url, string? contentType)
    {
        if (path.Contains("://", StringComparison.Ordinal))
            throw new BadInputException($"{path}: addresses are not fetched here; save the feed and name the file");
        if (!File.Exists(path)) throw new BadInputException(Directory.Exists(path) ? $"{path}: this is a folder; name the feeds in it" : $"{path}: there is no such file");
        return FeedReader.Read(File.ReadAllBytes(path), url, contentType) switch
        {
            FeedRead.Read(var feed) => feed,
            FeedRead.NotAFeed(var reason) => throw new BadInputException($"{path}: {reason}"),
            _ => throw new InvalidOperationException("Bytes are a feed or they are none."),
        };
    }

    private static async Task ShowAsync(Feed feed, TextWriter output)
    {
        await output.WriteLineAsync($"{feed.Title ?? "(no title)"}  [{feed.Format}{(feed.Language is null ? "" : $", {feed.Language}")}]");
        if (feed.Link is not null) await output.WriteLineAsync(feed.Link);
        if (feed.Description is not null) await output.WriteLineAsync(feed.Description);
        var count = feed.Items.Count == 1 ? "1 item" : $"{feed.Items.Count} items";
        await output.WriteLineAsync(feed.Updated is { } updated ? $"{count}, updated {Minute(updated)} UTC" : count);
        await output.WriteLineAsync();
        foreach (var item in feed.Items)
        {
            var when = (item.Published ?? item.Updated) is { } date ? Minute(date) : "no date";
            await output.WriteLineAsync($"{when,-16}  {item.Title ?? "(no title)"}");
            if (item.Link is not null) await output.WriteLineAsync($"{"",-16}  {item.Link}");
        }

        await output.WriteLineAsync();
    }

    private static string Minute(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static object Answer(Line line)
    {
        var path = line.Path ?? throw new BadInputException("\"path\" is missing");
        var url = line.Url is null ? null
            : Uri.TryCreate(line.Url, UriKind.Absolute, out var absolute) ? absolute
            : throw new BadInputException($"\"url\": {line.Url} is not an absolute address");
        var feed = Read(path, url, line.ContentType);
        return new
        {
            feed.Format,
            feed.Title,
            feed.Link,
            feed.Description,
            feed.Language,
            feed.Authors,
            feed.Updated,
            Items = feed.Items.Select(item => new
            {
                item.Id,
                item.Title,
                item.Link,
                item.Summary,
                item.Content,
                item.Authors,
                item.Published,
                item.Updated,
                item.Categories,
                item.Enclosures,
            }),
        };
    }
}
