namespace NewsDesk.Archive;

/// <summary>Someone who may write here.</summary>
public sealed record Editor
{
    public long Id { get; init; }

    /// <summary>As typed at the door.</summary>
    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    public required string Role { get; init; }

    public bool Active { get; init; } = true;

    public DateTimeOffset Added { get; init; }
}

/// <summary>A way for an editor to show who they are: a password's hash, a passkey's public half; never a secret.</summary>
public sealed record Credential
{
    public long Id { get; init; }

    public long EditorId { get; init; }

    public required string Kind { get; init; }

    public string Label { get; init; } = "";

    public required string Proof { get; init; }

    public DateTimeOffset Added { get; init; }

    public DateTimeOffset? Used { get; init; }
}

/// <summary>One text of a post, as an editor saved it.</summary>
public sealed record Revision
{
    public long Id { get; init; }

    public required string Path { get; init; }

    public DateTimeOffset Saved { get; init; }

    public long? EditorId { get; init; }

    public string? Note { get; init; }

    public string Hash { get; init; } = "";

    public required string Text { get; init; }
}

/// <summary>An uploaded file; the file itself lies on the disk.</summary>
public sealed record MediaFile
{
    public long Id { get; init; }

    public required string Path { get; init; }

    public required string Hash { get; init; }

    public required string Type { get; init; }

    public long Bytes { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public string? Description { get; init; }

    public DateTimeOffset Added { get; init; }

    public long? EditorId { get; init; }

    internal Place Place => new(Added.ToUnixTimeMilliseconds(), Id);
}
