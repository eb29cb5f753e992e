using System.Globalization;
using NewsDesk.Archive;

namespace NewsDesk.Pages.StoryParts;

/// <summary>A line of the wire, with the story that it is in when others tell it too.</summary>
public sealed record WireLine(ArticleLine Article, Story? Story)
{
    private int Others => (Story?.Outlets ?? 1) - 1;

    public string OthersSaid => Others == 1 ? "1 other" : string.Create(CultureInfo.InvariantCulture, $"{Others} others");

    public static async Task<IReadOnlyList<WireLine>> OfAsync(IReadOnlyList<ArticleLine> lines, Archive.Stories stories, CancellationToken cancel)
    {
        var ids = lines.Select(line => line.StoryId).OfType<long>().Distinct().ToList();
        var told = (await stories.ListByIdsAsync(ids, cancel)).Where(story => story.Outlets > 1).ToDictionary(story => story.Id);
        return [.. lines.Select(line => new WireLine(line, line.StoryId is { } id ? told.GetValueOrDefault(id) : null))];
    }
}
