using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;

namespace NewsDesk.Archive.Dialects;

internal sealed partial class SqliteDialect
{
    private static readonly KeysJson Plainly = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    // Written as JSON, however many there are: one statement with one value.
    public override string InKeys => "IN (SELECT value FROM json_each(@keys))";

    public override object Keys<T>(T[] keys) => JsonSerializer.Serialize(keys, typeof(T[]), Plainly);

    public override Task InsertAsync<T>(
        Session session, string table, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows, string after = "", Action<string, long>? returned = null)
    {
        if (rows.Count == 0) return Task.CompletedTask;
        using var statement = new SqliteStatement((SqliteConnection)session.Connection, $"""
            INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))})
            VALUES ({string.Join(", ", columns.Select(_ => "?"))}) {after}
            """);
        foreach (var row in rows)
        {
            session.Cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Count; i++) statement.Bind(i + 1, columns[i].Value(row));
            statement.Run(returned);
        }

        return Task.CompletedTask;
    }

    public override Task UpdateAsync<T>(
        Session session, string table, IReadOnlyList<Column<T>> set, IReadOnlyList<Column<T>> where, IReadOnlyList<T> rows, Action<long> done)
    {
        if (rows.Count == 0) return Task.CompletedTask;
        using var statement = new SqliteStatement((SqliteConnection)session.Connection, $"""
            UPDATE {table} SET {string.Join(", ", set.Select(column => $"{column.Name} = ?"))}
            WHERE {string.Join(" AND ", where.Select(column => $"{column.Name} = ?"))} RETURNING '', id
            """);
        foreach (var row in rows)
        {
            session.Cancel.ThrowIfCancellationRequested();
            for (var i = 0; i < set.Count; i++) statement.Bind(i + 1, set[i].Value(row));
            for (var i = 0; i < where.Count; i++) statement.Bind(set.Count + i + 1, where[i].Value(row));
            statement.Run((_, id) => done(id));
        }

        return Task.CompletedTask;
    }
}

/// <summary>How keys are written; compiled with the program, since a tool would spend longer on finding out how than on its work.</summary>
[JsonSerializable(typeof(long[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class KeysJson : JsonSerializerContext;
