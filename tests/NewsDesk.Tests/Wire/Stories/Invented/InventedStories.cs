using System.Globalization;
using System.Runtime.CompilerServices;
using NewsDesk.Wire.Stories;

namespace NewsDesk.Tests.Wire.Stories.Invented;

/// <summary>Reads the invented stories beside this file, in order of arrival, each article with the story it tells.</summary>
internal static class InventedStories
{
    public static IReadOnlyList<(StoryArticle Article, string Story)> Read()
    {
        var read = new List<(StoryArticle Article, string Story)>();
        var story = "";
        foreach (var line in Directory.GetFiles(Folder(), "stories-*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.StartsWith("== ", StringComparison.Ordinal)) story = line[3..];
            else if (line.StartsWith("-- ", StringComparison.Ordinal)) read.Add((Begin(line[3..], read.Count), story));
            else read[^1] = (read[^1].Article with { Text = line }, story);
        }

        return [.. read.OrderBy(one => one.Article.Published)];
    }

    /// <summary>The articles of one story.</summary>
    public static IReadOnlyList<StoryArticle> Of(string story) =>
        [.. Read().Where(one => one.Story == story).Select(one => one.Article)];

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private static StoryArticle Begin(string head, int number)
    {
        var parts = head.Split(" | ", 3);
        var published = DateTimeOffset.ParseExact("2031-05-" + parts[1], "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new StoryArticle("a" + number.ToString(CultureInfo.InvariantCulture), parts[2], null, null, parts[0], published);
    }
}
