using System.Globalization;
using NewsDesk.Archive;

namespace NewsDesk.Pages.Searching;

/// <summary>What a reader looks for, as an address says it: words, and what the answers must be. Everything that is set must hold.</summary>
public sealed record SearchQuestion(string Words)
{
    /// <summary>What <see cref="Only"/> says of our posts.</summary>
    public const string Ours = "posts";

    /// <summary>What <see cref="Only"/> says of what others reported.</summary>
    public const string Theirs = "wire";

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Our posts or the wire; null for both.</summary>
    public string? Only { get; init; }

    /// <summary>A persona's id: whose posts.</summary>
    public string? By { get; init; }

    /// <summary>A source's id: whose reports.</summary>
    public long? Source { get; init; }

    /// <summary>In which language it was reported, without a region.</summary>
    public string? Language { get; init; }

    /// <summary>The first day that counts.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day that counts.</summary>
    public DateOnly? To { get; init; }

    /// <summary>No source and no language of others' makes a post of ours fit.</summary>
    public bool WantsPosts => Only != Theirs && Source is null && Language is null;

    public bool WantsWire => Only != Ours && By is null;

    public bool IsNarrowed => this != Wide;

    /// <summary>The same words, whatever the answers are.</summary>
    public SearchQuestion Wide => new(Words);

    /// <summary>As an address goes on after its path; empty when nothing is asked.</summary>
    public string Query => QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["q"] = Words,
        ["of"] = Only,
        ["by"] = By,
        ["source"] = Source?.ToString(CultureInfo.InvariantCulture),
        ["in"] = Language,
        ["from"] = Written(From),
        ["to"] = Written(To),
    }.Where(part => !string.IsNullOrEmpty(part.Value))).Value ?? "";

    /// <summary>For titles.</summary>
    public string Said => string.Join(", ", new[]
    {
        $"“{Words}”", Only, By is null ? null : $"by {By}", Source is null ? null : string.Create(CultureInfo.InvariantCulture, $"source {Source}"),
        Language, From is null ? null : $"from {Written(From)}", To is null ? null : $"to {Written(To)}",
    }.OfType<string>());

    /// <summary>What cannot be understood is not asked.</summary>
    public static SearchQuestion Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(query["q"].ToString().Trim())
        {
            Only = query["of"] is [Ours or Theirs] only ? only[0] : null,
            By = Text(query["by"]),
            Source = long.TryParse(query["source"], NumberStyles.None, CultureInfo.InvariantCulture, out var source) ? source : null,
            Language = Text(query["in"])?.ToLowerInvariant(),
            From = Day(query["from"]),
            To = Day(query["to"]),
        };
    }

    public Task<SearchPage<PostLine>> FindPostsAsync(Search search, int page, int count, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(search);
        return WantsPosts
            ? search.FindPostsAsync(Words, new(By, Since: Begin(From), Until: End(To)), page, count, now, cancel)
            : Task.FromResult(new SearchPage<PostLine>([], 0, false));
    }

    public Task<SearchPage<ArticleLine>> FindArticlesAsync(Search search, int page, int count, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(search);
        return WantsWire
            ? search.FindArticlesAsync(Words, new(Source, Begin(From), End(To), Language), page, count, now, cancel)
            : Task.FromResult(new SearchPage<ArticleLine>([], 0, false));
    }

    /// <summary>A day as addresses and forms write it.</summary>
    public static string? Written(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateTimeOffset? Begin(DateOnly? day) => day is { } first ? new(first.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;

    private static DateTimeOffset? End(DateOnly? day) => day is { } last && last < DateOnly.MaxValue ? Begin(last.AddDays(1)) : null;
}
