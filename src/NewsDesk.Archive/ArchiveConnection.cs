namespace NewsDesk.Archive;

/// <summary>Where an archive lies, as the setting <c>Archive:Connection</c> says it.</summary>
public abstract record ArchiveConnection
{
    private ArchiveConnection() { }

    /// <summary>A file of the embedded database.</summary>
    public sealed record SqliteFile(string Path) : ArchiveConnection;

    /// <summary>Reads the setting: nothing (then <paramref name="defaultPath"/>), or the path of a SQLite file.</summary>
    /// <exception cref="ArchiveException">The text is none of them.</exception>
    public static ArchiveConnection Parse(string text, string defaultPath)
    {
        ArgumentNullException.ThrowIfNull(text);
        var given = text.Trim();
        if (given.Length == 0) given = defaultPath;
        return given.Length > 0 && !given.Contains('\0', StringComparison.Ordinal)
            ? new SqliteFile(given)
            : throw new ArchiveException("The archive's connection is empty: name the path of a SQLite file.");
    }
}
