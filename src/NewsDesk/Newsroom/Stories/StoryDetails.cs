using System.Text.Json;
using System.Text.Json.Serialization;
using NewsDesk.Archive;
using NewsDesk.Wire.Stories.Disagreements;
using NewsDesk.Wire.Stories.Telling;

namespace NewsDesk.Newsroom.Stories;

/// <summary>What a story's page shows beside its articles; the archive keeps it as JSON and does not look into it.</summary>
public sealed record StoryDetails
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>The outlets' names, in the order in which they came in.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>The article that gave the story its title.</summary>
    public string? TitleArticle { get; init; }

    public IReadOnlyList<ToldSentence> Extract { get; init; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> OwnWords { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    public StoryDisagreements Disagreements { get; init; } = new();

    public static StoryDetails Of(Story story) => JsonSerializer.Deserialize<StoryDetails>(story.Details, Options) ?? throw new JsonException($"The details of story {story.Id} are null");

    public string ToJson() => JsonSerializer.Serialize(this, Options);
}
