using NewsDesk.Archive;
using NewsDesk.Newsroom;

namespace NewsDesk.Pages.Subscriptions;

/// <summary>Feeds of one part each of what we write, by what parts them.</summary>
public sealed record FeedParts(string Title, IReadOnlyList<FeedScope> Feeds)
{
    private const int MostTags = 40;

    /// <summary>Only parts that have something in them.</summary>
    public static async Task<IReadOnlyList<FeedParts>> ListAsync(Posts posts, Masthead masthead, DateTimeOffset now, CancellationToken cancel)
    {
        FeedParts[] parts =
        [
            new("One voice", [.. masthead.Personas.Values.OrderBy(persona => persona.Name, StringComparer.Ordinal).Select(FeedScope.Of)]),
            new("One kind of piece", [.. (await posts.CountByKindAsync(now, cancel)).Select(kind => FeedScope.OfKind(kind.Name))]),
            new("Answers to one source", [.. (await posts.CountBySourceAnsweredAsync(now, cancel)).Select(source => FeedScope.OfSource(source.Id, source.Name))]),
            new("One tag", [.. (await posts.CountByTagAsync(MostTags, now, cancel)).Select(tag => FeedScope.OfTag(tag.Name))]),
        ];
        return [.. parts.Where(part => part.Feeds.Count > 0)];
    }
}
