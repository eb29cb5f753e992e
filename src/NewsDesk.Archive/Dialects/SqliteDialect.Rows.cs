using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace NewsDesk.Archive.Dialects;

internal sealed partial class SqliteDialect
{
    private static readonly JsonSerializerOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Written as JSON, however many there are: one statement with one value.
    public override string InKeys => "IN (SELECT value FROM json_each(@keys))";

    public override object Keys<T>(T[] keys) => JsonSerializer.Serialize(keys, Plainly);

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
}
