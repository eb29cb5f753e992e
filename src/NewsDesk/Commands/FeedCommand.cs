using System.CommandLine;
using NewsDesk.Wire.Feeds;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk feed</c>: shows what is read of a feed.</summary>
public static class FeedCommand
{
    private sealed record Line(string? Path, string? Url, string? ContentType);

    public static Command Create()
    {
        var batch = Batch.FileOption("""JSON Lines of {"id","path","url","contentType"}""");
        var command = new Command("feed", "Shows what is read of a feed.") { batch };
        command.SetAction((parsed, cancel) => Batch.RunAsync<Line>(
            parsed.GetRequiredValue(batch), parsed.InvocationConfiguration.Output, (line, _) => Answer(line), cancel));
        return command;
    }

    private static object Answer(Line line)
    {
        var path = line.Path ?? throw new BadInputException("\"path\" is missing");
        var url = line.Url is null ? null
            : Uri.TryCreate(line.Url, UriKind.Absolute, out var absolute) ? absolute
            : throw new BadInputException($"\"url\": {line.Url} is not an absolute address");
        return FeedReader.Read(File.ReadAllBytes(path), url, line.ContentType) switch
        {
            FeedRead.Read(var feed) => Shown(feed),
            FeedRead.NotAFeed(var reason) => throw new BadInputException($"{path}: {reason}"),
            _ => throw new InvalidOperationException("a feed is read or it is not"),
        };
    }

    private static object Shown(Feed feed) => new
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
