using System.CommandLine;
using System.Globalization;
using NewsDesk.Wire.Reading;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk extract</c>: shows what the reader finds in a page.</summary>
public static class ExtractCommand
{
    private sealed record Line(string? Path, string? Url);

    public static Command Create()
    {
        var batch = Batch.FileOption("""JSON Lines of {"id","path","url"}""");
        var command = new Command("extract", "Finds the article in a page.") { batch };
        command.SetAction((parsed, cancel) => Batch.RunAsync<Line>(
            parsed.GetRequiredValue(batch), parsed.InvocationConfiguration.Output, (line, _) => Answer(Read(line)), cancel));
        return command;
    }

    private static ReadArticle Read(Line line)
    {
        if (line.Path is not { } path) throw new BadInputException("\"path\" is missing");
        if (!File.Exists(path)) throw new BadInputException($"{path}: there is no such file");
        return ArticleReader.Read(File.ReadAllBytes(path), Uri.TryCreate(line.Url, UriKind.Absolute, out var url) ? url : null);
    }

    private static object Answer(ReadArticle article) => new
    {
        article.Title,
        Byline = article.Authors.Count == 0 ? null : string.Join(", ", article.Authors),
        article.SiteName,
        Published = Written(article.Published),
        article.Language,
        article.Excerpt,
        Image = article.Image?.AbsoluteUri,
        article.Text,
        article.Html,
    };

    /// <summary>A date alone was read as midnight UTC, and is told as a date alone, so that no zone makes another day of it.</summary>
    private static string? Written(DateTimeOffset? moment) => moment switch
    {
        null => null,
        { Offset.Ticks: 0, TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        { } time => time.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
    };
}
