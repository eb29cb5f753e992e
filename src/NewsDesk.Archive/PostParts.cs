namespace NewsDesk.Archive;

/// <summary>Brings tags, originals and aliases to the posts of one page: one question for all of them.</summary>
internal static class PostParts
{
    private sealed record Word
    {
        public long PostId { get; init; }

        public string Value { get; init; } = "";
    }

    private sealed record OriginalRow
    {
        public long PostId { get; init; }

        public int Position { get; init; }

        public string Url { get; init; } = "";

        public string? Title { get; init; }

        public string? Publisher { get; init; }

        public string? Author { get; init; }

        public DateTimeOffset? Published { get; init; }

        public string? Quote { get; init; }
    }

    public static async Task<IReadOnlyList<T>> AddAsync<T>(Session session, IReadOnlyList<T> posts)
        where T : PostLine
    {
        if (posts.Count == 0) return posts;
        var ids = posts.Select(post => post.Id).ToArray();
        var tags = (await session.ListByKeysAsync<Word, long>(
            "SELECT post_id, tag AS value FROM post_tags WHERE post_id IN @keys ORDER BY post_id, position", ids)).ToLookup(tag => tag.PostId, tag => tag.Value);
        var originals = (await session.ListByKeysAsync<OriginalRow, long>("""
            SELECT post_id, position, url, title, publisher, author, published, quote FROM post_originals WHERE post_id IN @keys ORDER BY post_id, position
            """, ids)).ToLookup(row => row.PostId, AsOriginal);
        var aliases = posts[0] is IndexedPost
            ? (await session.ListByKeysAsync<Word, long>(
                "SELECT post_id, alias AS value FROM post_aliases WHERE post_id IN @keys ORDER BY post_id, position", ids)).ToLookup(alias => alias.PostId, alias => alias.Value)
            : null;
        return [.. posts.Select(post => (T)With(post, [.. tags[post.Id]], [.. originals[post.Id]], aliases is null ? [] : [.. aliases[post.Id]]))];
    }

    private static PostLine With(PostLine post, string[] tags, PostOriginal[] originals, string[] aliases) => post is IndexedPost whole
        ? whole with { Tags = tags, Originals = originals, Aliases = aliases }
        : post with { Tags = tags, Originals = originals };

    private static PostOriginal AsOriginal(OriginalRow row) => new()
    {
        Position = row.Position,
        Url = row.Url,
        Title = row.Title,
        Publisher = row.Publisher,
        Author = row.Author,
        Published = row.Published,
        Quote = row.Quote,
    };
}
