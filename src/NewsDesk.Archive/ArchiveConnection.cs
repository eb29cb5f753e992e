using System.Data.Common;
using Npgsql;

namespace NewsDesk.Archive;

/// <summary>Where an archive lies, as the setting <c>Archive:Connection</c> says it.</summary>
public abstract record ArchiveConnection
{
    private ArchiveConnection() { }

    /// <summary>A file of the embedded database.</summary>
    public sealed record SqliteFile(string Path) : ArchiveConnection;

    /// <summary>A server's database; the settings may hold a password, so they are never printed.</summary>
    public sealed record PostgresServer(string Settings) : ArchiveConnection
    {
        public override string ToString() => "PostgreSQL";
    }

    /// <summary>
    /// Reads the setting: nothing (then <paramref name="defaultPath"/>), the path of a SQLite file, a <c>postgres://</c> address or
    /// PostgreSQL's settings as <c>Host=…;Database=…</c>.
    /// </summary>
    /// <exception cref="ArchiveException">The text is none of them.</exception>
    public static ArchiveConnection Parse(string text, string defaultPath)
    {
        ArgumentNullException.ThrowIfNull(text);
        var given = text.Trim();
        if (given.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || given.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase))
            return new PostgresServer(PostgresAddress.ToSettings(given));
        if (LooksLikeSettings(given)) return new PostgresServer(Checked(given));
        if (given.Length == 0) given = defaultPath;
        return given.Length > 0 && !given.Contains('\0', StringComparison.Ordinal)
            ? new SqliteFile(given)
            : throw new ArchiveException("Archive:Connection is empty: give the path of a SQLite file, or postgres://user:password@host/database.");
    }

    /// <summary>Also without a host, or with it misspelt: a password must not become a file's name.</summary>
    private static bool LooksLikeSettings(string text) => text.Split(';').Any(part =>
        part.Split('=', 2) is [var key, _] && key.Trim().ToUpperInvariant() is "HOST" or "SERVER" or "DATABASE" or "USERNAME" or "USER ID" or "PASSWORD");

    private static string Checked(string settings)
    {
        try
        {
            var read = new NpgsqlConnectionStringBuilder(settings);
            return string.IsNullOrEmpty(read.Host)
                ? throw new ArchiveException("Archive:Connection names no host. Write it as Host=db.example;Database=newsdesk;Username=…;Password=…")
                : read.ConnectionString;
        }
        catch (ArgumentException error)
        {
            // The message names the key, not its value: there may be a password in it.
            throw new ArchiveException($"Archive:Connection is not understood: {error.Message}. Write it as Host=db.example;Database=newsdesk;Username=…;Password=…", error);
        }
    }
}

/// <summary>Reads <c>postgres://user:password@host:port/database?sslmode=require</c>.</summary>
internal static class PostgresAddress
{
    private const string Remedy = "Write it as postgres://user:password@host:5432/database?sslmode=require.";

    public static string ToSettings(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            throw new ArchiveException($"Archive:Connection is no address of a PostgreSQL. {Remedy}");
        var settings = new NpgsqlConnectionStringBuilder { Host = uri.IdnHost, Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) };
        if (settings.Database.Length == 0) throw new ArchiveException($"Archive:Connection names no database. {Remedy}");
        if (uri.Port > 0) settings.Port = uri.Port;
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0) settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) settings.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)) Set(settings, pair.Split('=', 2));
        return settings.ConnectionString;
    }

    private static void Set(DbConnectionStringBuilder settings, string[] pair)
    {
        var value = Uri.UnescapeDataString(pair.Length > 1 ? pair[1] : "");
        var (key, meant) = pair[0].ToUpperInvariant() switch
        {
            "SSLMODE" => ("SSL Mode", value.Replace("-", "", StringComparison.Ordinal)),
            "APPLICATION_NAME" => ("Application Name", value),
            "CONNECT_TIMEOUT" => ("Timeout", value),
            "HOST" => ("Host", value), // a folder with the server's socket
            _ => throw new ArchiveException($"Archive:Connection has \"{pair[0]}\", which is not known; sslmode, application_name, connect_timeout and host are."),
        };
        try
        {
            settings[key] = meant;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException)
        {
            throw new ArchiveException($"Archive:Connection has {pair[0]}={value}, which is not understood. {Remedy}", error);
        }
    }
}
