using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace NewsDesk.Archive.Dialects;

internal sealed partial class SqliteDialect
{
    private static readonly JsonWriterOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Written as JSON, however many there are: one statement with one value.
    public override string InKeys => "IN (SELECT value FROM json_each(@keys))";

    // By hand: a tool would spend longer on finding out how an array is written than on its work.
    public override object Keys<T>(T[] keys)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(written, Plainly))
        {
            writer.WriteStartArray();
            foreach (var key in keys)
            {
                if (key is string text) writer.WriteStringValue(text);
                else writer.WriteNumberValue(Convert.ToInt64(key, CultureInfo.InvariantCulture));
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(written.WrittenSpan);
    }

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
