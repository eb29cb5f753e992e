using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Stories;

namespace NewsDesk.Pages.StoryParts;

/// <summary>A story as a line of a list.</summary>
public sealed record StoryLine(Story Story, StoryDetails Details)
{
    private const int OutletsNamed = 3;

    public string Path => Address.OfStory(Story.Id, Story.Title);

    public string? Excerpt => Details.Extract is [var first, ..] ? first.Sentence : null;

    public IEnumerable<string> Named => Details.Outlets.Take(OutletsNamed);

    /// <summary>How many outlets are not named; 0 when all are.</summary>
    public int Others => Math.Max(0, Story.Outlets - OutletsNamed);

    /// <summary>On how many things the outlets differ; what only one has is none.</summary>
    public int Disputes => Details.Disagreements.Figures.Count + Details.Disagreements.Quotes.Count + (Details.Disagreements.Deeds.Count > 0 ? 1 : 0);

    public string DisputesSaid => Disputes == 1 ? "1 thing they cannot agree on" : string.Create(CultureInfo.InvariantCulture, $"{Disputes} things they cannot agree on");

    public static StoryLine Of(Story story) => new(story, StoryDetails.Of(story));
}
