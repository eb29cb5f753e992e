using System.Text.Json;
using System.Text.Json.Serialization;
using NewsDesk.Archive;
using NewsDesk.Wire.Feeds;
using NewsDesk.Wire.Sources;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>How a source is read, as it travels with its row to whichever node gathers it.</summary>
public sealed record SourceReading
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public FullText FullText { get; init; }

    public TimeSpan? Every { get; init; }

    public ListSelectors? List { get; init; }

    public static SourceReading Of(Source source) => JsonSerializer.Deserialize<SourceReading>(source.Reading, Json) ?? new();

    /// <summary>The row for a source as the operator wrote it.</summary>
    public static Source Row(WatchedSource source) => new()
    {
        Kind = source.Kind.ToString().ToLowerInvariant(),
        Url = source.Url,
        Title = source.Title,
        SiteUrl = source.SiteUrl,
        Category = source.Category,
        Language = source.Language,
        WholePage = source.FullText == FullText.Always,
        Active = !source.Paused,
        Reading = JsonSerializer.Serialize(new SourceReading
        {
            FullText = source.FullText,
            Every = source.Every,
            List = source.List == ListSelectors.None ? null : source.List,
        }, Json),
    };

    /// <summary>The other way round: a row as the operator might have written it.</summary>
    public static WatchedSource Watched(Source source)
    {
        var reading = Of(source);
        return new WatchedSource
        {
            Kind = Enum.Parse<SourceKind>(source.Kind, ignoreCase: true),
            Url = source.Url,
            Title = source.Title,
            SiteUrl = source.SiteUrl,
            Category = source.Category,
            Language = source.Language,
            FullText = reading.FullText,
            Every = reading.Every,
            Paused = !source.Active,
            List = reading.List ?? ListSelectors.None,
        };
    }

    /// <summary>What a feed asked for the last time that it was read: an answer of "unchanged" does not say it again.</summary>
    public static FeedHints WishesOf(Source source) => JsonSerializer.Deserialize<FeedHints>(source.Wishes, Json) ?? new();

    public static string WishesOf(FeedHints hints) => JsonSerializer.Serialize(new FeedHints
    {
        TimeToLive = hints.TimeToLive,
        UpdateEvery = hints.UpdateEvery,
        SkipHours = hints.SkipHours,
        SkipDays = hints.SkipDays,
    }, Json);
}
