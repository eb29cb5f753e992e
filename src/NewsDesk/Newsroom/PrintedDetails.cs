using System.Text.Json;
using NewsDesk.Archive;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;
using NewsDesk.Wire;

namespace NewsDesk.Newsroom;

/// <summary>What a post's page shows beside its text; the archive keeps it as JSON and does not look into it.</summary>
public sealed record PrintedDetails
{
    public string? UpdatesHtml { get; init; }

    public string? CleanUpdatesHtml { get; init; }

    public string? SourcesHtml { get; init; }

    public string? CleanSourcesHtml { get; init; }

    public string? OriginalsHtml { get; init; }

    public string? CleanOriginalsHtml { get; init; }

    public string? CleanExcerpt { get; init; }

    public PrintedImage? Image { get; init; }

    /// <summary>The addresses of the sources that the text cites.</summary>
    public IReadOnlyList<string> CitedUrls { get; init; } = [];

    public IReadOnlyList<Heading> Contents { get; init; } = [];

    /// <summary>Originals whose cards the writer placed in the text: they do not stand beside it again.</summary>
    public IReadOnlyList<string> PlacedInText { get; init; } = [];

    public static PrintedDetails Of(RenderedPost printed) => new()
    {
        UpdatesHtml = printed.UpdatesHtml,
        CleanUpdatesHtml = printed.CleanUpdatesHtml,
        SourcesHtml = printed.SourcesHtml,
        CleanSourcesHtml = printed.CleanSourcesHtml,
        CleanExcerpt = printed.CleanExcerpt,
        Image = printed.Image,
        CitedUrls = printed.Sources.Select(source => source.Url).ToList(),
        OriginalsHtml = printed.OriginalsHtml,
        CleanOriginalsHtml = printed.CleanOriginalsHtml,
        Contents = printed.Contents,
        PlacedInText = printed.Cards.Where(card => card.IsInText).Select(card => CanonicalUrl.Of(card.Url)).ToList(),
    };

    public static PrintedDetails Of(PostLine post) =>
        JsonSerializer.Deserialize<PrintedDetails>(post.Details) ?? throw new JsonException($"The details of {post.Path} are null");

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Makes the row that the archive keeps of a post.</summary>
    public static IndexedPost Index(Post post, Persona? persona, RenderedPost printed, string fileHash, DateTimeOffset now) => new()
    {
        Indexed = now,
        Path = post.Path,
        FileHash = fileHash,
        Slug = post.Slug,
        Title = printed.Title,
        CleanTitle = printed.CleanTitle,
        Persona = persona?.Id,
        Kind = post.Kind,
        Tags = post.Tags,
        Summary = printed.Summary,
        CleanSummary = printed.CleanSummary,
        Language = LevelOf(post, persona, printed).ToString().ToLowerInvariant(),
        Draft = post.Draft,
        Published = post.Date,
        Updated = post.Updated,
        Html = printed.Html,
        CleanHtml = printed.CleanHtml,
        SignOffHtml = printed.SignOffHtml,
        CleanSignOffHtml = printed.CleanSignOffHtml,
        Text = printed.Text,
        // As it was typed: how a headline is set is no change that subscribers are told of.
        Wording = $"{post.Title}\n{post.Summary}\n{printed.Text}",
        Excerpt = printed.Excerpt,
        WordCount = printed.WordCount,
        ReadingMinutes = printed.ReadingMinutes,
        Aliases = post.Aliases,
        Originals = post.Originals.Select((original, position) => new PostOriginal
        {
            Position = position,
            Url = CanonicalUrl.Of(original.Url),
            Title = original.Title,
            Publisher = original.Publisher,
            Author = original.Author,
            Published = original.Published,
            Quote = original.Quote,
        }).ToList(),
        Cited = printed.Sources.Select(source => source.Url).Concat(printed.Cards.Select(card => card.Url)).Select(CanonicalUrl.Of)
            .Except(post.Originals.Select(original => CanonicalUrl.Of(original.Url)), StringComparer.Ordinal).ToList(),
        Details = Of(printed).ToJson(),
    };

    // Readers are warned of the strongest of what the writer says, what the persona is known for and what the words come to.
    private static LanguageLevel LevelOf(Post post, Persona? persona, RenderedPost printed) =>
        (LanguageLevel)Math.Max((int)(post.LanguageIsStated ? post.Language : persona?.Language ?? post.Language), (int)printed.Language);
}
