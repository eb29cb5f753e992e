using System.Text.Json;
using System.Text.Json.Serialization;
using NewsDesk.Archive;
using NewsDesk.Wire.Feeds;
using NewsDesk.Wire.Sources;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>How a source is read, as it travels with its row to whichever node gathers it.</summary>
public sealed record SourceReading
{
    /// <summary>As a column has it that says nothing: nearly all do, and then nobody need find out how JSON is written and read, which takes a tool longer than its work.</summary>
    private const string Nothing = "{}";

    public FullText FullText { get; init; }

    public TimeSpan? Every { get; init; }

    public ListSelectors? List { get; init; }

    public static SourceReading Of(Source source) => source.Reading == Nothing ? new() : JsonSerializer.Deserialize(source.Reading, StoredJson.Default.SourceReading) ?? new();

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
        Reading = Written(new SourceReading
        {
            FullText = source.FullText,
            Every = source.Every,
            List = source.List == ListSelectors.None ? null : source.List,
        }),
    };

    private static string Written(SourceReading reading) => reading == new SourceReading() ? Nothing : JsonSerializer.Serialize(reading, StoredJson.Default.SourceReading);

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
    public static FeedHints WishesOf(Source source)
    {
        if (source.Wishes == Nothing || JsonSerializer.Deserialize(source.Wishes, StoredJson.Default.FeedHints) is not { } read) return new();
        // What is not said is null, whatever the record begins with.
        return read with { SkipHours = read.SkipHours ?? [], SkipDays = read.SkipDays ?? [], Hubs = read.Hubs ?? [] };
    }

    public static string WishesOf(FeedHints hints) => hints is { TimeToLive: null, UpdateEvery: null, SkipHours.Count: 0, SkipDays.Count: 0 }
        ? Nothing
        : JsonSerializer.Serialize(new FeedHints
        {
            TimeToLive = hints.TimeToLive,
            UpdateEvery = hints.UpdateEvery,
            SkipHours = hints.SkipHours,
            SkipDays = hints.SkipDays,
        }, StoredJson.Default.FeedHints);
}

/// <summary>How both are written into their columns; compiled with the program, since a tool would spend longer on finding out how than on its work.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Converters = [typeof(FullTexts), typeof(Weekdays)])]
[JsonSerializable(typeof(SourceReading))]
[JsonSerializable(typeof(FeedHints))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    private sealed class FullTexts() : JsonStringEnumConverter<FullText>(JsonNamingPolicy.CamelCase);

    private sealed class Weekdays() : JsonStringEnumConverter<DayOfWeek>(JsonNamingPolicy.CamelCase);
}
