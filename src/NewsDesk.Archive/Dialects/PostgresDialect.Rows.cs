using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace NewsDesk.Archive.Dialects;

internal sealed partial class PostgresDialect
{
    /// <summary>So many rows travel in one statement.</summary>
    private const int MostRowsAtOnce = 1000;

    public override string InKeys => "= ANY (@keys)";

    public override object Keys<T>(T[] keys) => keys;

    // Each column travels as one array, whatever the number of rows: one statement to plan, one answer to wait for.
    public override async Task InsertAsync<T>(
        Session session, string table, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows, string after = "", Action<string, long>? returned = null)
    {
        foreach (var some in rows.Chunk(MostRowsAtOnce))
        {
            await using var command = (NpgsqlCommand)session.Connection.CreateCommand();
            command.CommandText = $"""
                INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))})
                SELECT * FROM unnest({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))}) AS rows {after}
                """;
            foreach (var column in columns) command.Parameters.Add(new NpgsqlParameter { Value = Values(column, some), NpgsqlDbType = NpgsqlDbType.Array | TypeOf(column.Type) });
            await using var reader = await command.ExecuteReaderAsync(session.Cancel);
            while (await reader.ReadAsync(session.Cancel)) returned?.Invoke(reader.GetString(0), reader.GetInt64(1));
        }
    }

    public override async Task UpdateAsync<T>(
        Session session, string table, IReadOnlyList<Column<T>> set, IReadOnlyList<Column<T>> where, IReadOnlyList<T> rows, Action<long> done)
    {
        foreach (var some in rows.Chunk(MostRowsAtOnce))
        {
            List<Column<T>> all = [.. set, .. where];
            var names = all.Select((_, i) => $"c{i}").ToList();
            await using var command = (NpgsqlCommand)session.Connection.CreateCommand();
            // One statement locks rows in any order it likes; locked before, in theirs, they cannot be waited for in a ring.
            command.CommandText = $"""
                WITH rows AS MATERIALIZED (SELECT * FROM unnest({string.Join(", ", names.Select((_, i) => $"${i + 1}"))}) AS given ({string.Join(", ", names)})),
                    held AS MATERIALIZED (SELECT t.id, rows.* FROM {table} t JOIN rows ON {string.Join(" AND ", where.Select((column, i) => $"t.{column.Name} = rows.c{set.Count + i}"))}
                        ORDER BY t.id FOR UPDATE OF t)
                UPDATE {table} SET {string.Join(", ", set.Select((column, i) => $"{column.Name} = held.c{i}"))}
                FROM held WHERE {table}.id = held.id RETURNING {table}.id
                """;
            foreach (var column in all) command.Parameters.Add(new NpgsqlParameter { Value = Values(column, some), NpgsqlDbType = NpgsqlDbType.Array | TypeOf(column.Type) });
            await using var reader = await command.ExecuteReaderAsync(session.Cancel);
            while (await reader.ReadAsync(session.Cancel)) done(reader.GetInt64(0));
        }
    }

    private static Array Values<T>(Column<T> column, T[] rows) => column.Type switch
    {
        DbType.String => Array.ConvertAll(rows, row => Storable.Value(column.Value(row)) as string),
        DbType.Boolean => Array.ConvertAll(rows, row => column.Value(row) as bool?),
        DbType.Double => Array.ConvertAll(rows, row => column.Value(row) as double?),
        DbType.Int32 => Array.ConvertAll(rows, row => column.Value(row) as int?),
        _ => Array.ConvertAll(rows, row => Storable.Value(column.Value(row)) as long?),
    };

    private static NpgsqlDbType TypeOf(DbType type) => type switch
    {
        DbType.String => NpgsqlDbType.Text,
        DbType.Boolean => NpgsqlDbType.Boolean,
        DbType.Double => NpgsqlDbType.Double,
        DbType.Int32 => NpgsqlDbType.Integer,
        _ => NpgsqlDbType.Bigint,
    };
}
