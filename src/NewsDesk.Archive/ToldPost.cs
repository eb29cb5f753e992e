namespace NewsDesk.Archive;

/// <summary>What subscribers were last given of a post, whatever became of it since.</summary>
internal sealed record ToldPost
{
    public string Uid { get; init; } = "";

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
        session.FindAsync<ToldPost>("SELECT uid, words_hash, published, changed FROM told_posts WHERE uid = @uid", new { uid });

    /// <summary>The date at which it first appeared stays.</summary>
    public static Task<int> SaveAsync(Session session, ToldPost told) => session.ExecuteAsync("""
        INSERT INTO told_posts (uid, words_hash, published, changed) VALUES (@Uid, @WordsHash, @Published, @Changed)
        ON CONFLICT (uid) DO UPDATE SET words_hash = excluded.words_hash, changed = excluded.changed
        """, told);
}
