namespace NewsDesk.Archive;

/// <summary>What subscribers were last given of a post, whatever became of it since.</summary>
internal sealed record ToldPost
{
    public string Uid { get; init; } = "";

    /// <summary>Of its file, when that was last there.</summary>
    public string Path { get; init; } = "";

    public string WordsHash { get; init; } = "";

    /// <summary>When it first appeared.</summary>
    public DateTimeOffset Published { get; init; }

    /// <summary>When its words last changed.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>When its words last changed if they are these now. Another date is no other word: then the old one says when.</summary>
    public DateTimeOffset? ChangedAt(string wordsHash, DateTimeOffset published, DateTimeOffset now) =>
        wordsHash != WordsHash ? now
        : published != Published ? Changed ?? Published
        : Changed;

    public static Task<ToldPost?> FindAsync(Session session, string uid) =>
        session.FindAsync<ToldPost>("SELECT uid, path, words_hash, published, changed FROM told_posts WHERE uid = @uid", new { uid });

    /// <summary>The id of the post whose file was last here: it may come back after a long time.</summary>
    public static Task<string?> FindUidAsync(Session session, string path) =>
        session.FindAsync<string>("SELECT uid FROM told_posts WHERE path = @path AND NOT EXISTS (SELECT 1 FROM posts p WHERE p.uid = told_posts.uid) ORDER BY uid LIMIT 1", new { path });

    /// <summary>The date at which it first appeared stays.</summary>
    public static Task<int> SaveAsync(Session session, ToldPost told) => session.ExecuteAsync("""
        INSERT INTO told_posts (uid, path, words_hash, published, changed) VALUES (@Uid, @Path, @WordsHash, @Published, @Changed)
        ON CONFLICT (uid) DO UPDATE SET path = excluded.path, words_hash = excluded.words_hash, changed = excluded.changed
        """, told);
}
