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
