using System.Buffers.Binary;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsDesk.Archive;

/// <summary>How many rows a table has, and what they say, in whatever order.</summary>
public sealed record TableSum(string Table, long Rows, string Hash);

/// <summary>Moves a desk from one database to another.</summary>
public sealed class ArchiveTransfer(ArchiveDatabase from, ArchiveDatabase to)
{
    private const int Batch = 512;

    /// <summary>
    /// Copies every row as it is at one moment into an empty archive, makes the search index there, and compares counts and hashes of both
    /// sides; all of it, or nothing.
    /// </summary>
    /// <exception cref="ArchiveException">The other archive is not empty, or holds something else in the end.</exception>
    public Task<IReadOnlyList<TableSum>> RunAsync(IProgress<Step>? progress = null, CancellationToken cancel = default) =>
        from.Dialect.SnapshotAsync(reading => to.WriteAsync<IReadOnlyList<TableSum>>(async writing =>
        {
            var source = new Session(reading, from.Dialect, null, cancel);
            await RefuseUnlessEmptyAsync(writing);
            var sums = new List<TableSum>();
            foreach (var table in TableLayout.All)
            {
                var total = await source.ValueAsync<long>($"SELECT count(*) FROM {table.Name}");
                var sum = await CopyAsync(source, writing, table, total, progress);
                var there = await SumAsync(writing, table);
                if (sum != there)
                    throw new ArchiveException($"{to.Dialect.Place}: the table {table.Name} came out different ({there.Rows} rows of {sum.Rows}); nothing was kept there. Check the first archive with `newsdesk archive check`.");
                if (table.HasId) await to.Dialect.AdvanceIdsAsync(writing, table.Name);
                sums.Add(sum);
            }

            await ArchiveRebuild.RunAsync(writing, to.Dialect.Search, progress);
            return sums;
        }, cancel), cancel);

    /// <summary>What an archive holds, for comparing.</summary>
    public static Task<IReadOnlyList<TableSum>> SumAsync(ArchiveDatabase db, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Dialect.SnapshotAsync<IReadOnlyList<TableSum>>(async connection =>
        {
            var sums = new List<TableSum>();
            foreach (var table in TableLayout.All) sums.Add(await SumAsync(new Session(connection, db.Dialect, null, cancel), table));
            return sums;
        }, cancel);
    }

    private async Task RefuseUnlessEmptyAsync(Session session)
    {
        foreach (var table in TableLayout.All.Where(table => table.Name != "settings"))
        {
            if (await session.FindAsync<int?>($"SELECT 1 FROM {table.Name} LIMIT 1") is not null)
                throw new ArchiveException($"{to.Dialect.Place}: this archive is not empty ({table.Name} has rows); name a new one to copy to.");
        }

        await session.ExecuteAsync("DELETE FROM settings WHERE 1 = 1");
    }

    private static async Task<TableSum> CopyAsync(Session source, Session target, TableLayout table, long total, IProgress<Step>? progress)
    {
        var sum = new Summing(table);
        // A story may go on from one with a higher id: those links are set when all are there.
        var follows = table.Columns.ToList().FindIndex(column => column is { Name: "follows" });
        var links = new List<(object Id, object Follows)>();
        var columns = table.Columns.Select((column, i) => new Column<object?[]>(column.Name, column.Type, row => i == follows ? null : row[i])).ToList();
        var batch = new List<object?[]>(Batch);
        await foreach (var row in ReadAsync(source, table))
        {
            sum.Add(row);
            batch.Add(row);
            if (follows >= 0 && row[follows] is { } other) links.Add((row[0]!, other));
            if (batch.Count < Batch) continue;
            await target.Dialect.InsertAsync(target, table.Name, columns, batch);
            batch.Clear();
            progress?.Report(new Step(table.Name, sum.Rows, total));
        }

        await target.Dialect.InsertAsync(target, table.Name, columns, batch);
        foreach (var (id, other) in links) await target.ExecuteAsync("UPDATE stories SET follows = @other WHERE id = @id", new { id = (long)id, other = (long)other });
        progress?.Report(new Step(table.Name, sum.Rows, total));
        return sum.Result;
    }

    private static async Task<TableSum> SumAsync(Session session, TableLayout table)
    {
        var sum = new Summing(table);
        await foreach (var row in ReadAsync(session, table)) sum.Add(row);
        return sum.Result;
    }

    private static async IAsyncEnumerable<object?[]> ReadAsync(Session session, TableLayout table)
    {
        await using var command = session.Connection.CreateCommand();
        command.CommandText = $"SELECT {table.ColumnNames} FROM {table.Name} ORDER BY {table.Key}";
        command.CommandTimeout = 0; // a large table takes its time
        await using var reader = await command.ExecuteReaderAsync(session.Cancel);
        while (await reader.ReadAsync(session.Cancel))
        {
            var row = new object?[table.Columns.Count];
            for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : Read(reader, i, table.Columns[i].Type);
            yield return row;
        }
    }

    private static object Read(DbDataReader reader, int column, DbType type) => type switch
    {
        DbType.String => reader.GetString(column),
        DbType.Boolean => Convert.ToBoolean(reader.GetValue(column), CultureInfo.InvariantCulture),
        DbType.Double => Convert.ToDouble(reader.GetValue(column), CultureInfo.InvariantCulture),
        DbType.Int32 => Convert.ToInt32(reader.GetValue(column), CultureInfo.InvariantCulture),
        _ => Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture),
    };

    /// <summary>Adds up the fingerprints of rows: two databases sort text differently, and a sum does not mind.</summary>
    private sealed class Summing(TableLayout table)
    {
        private UInt128 _sum;

        public long Rows { get; private set; }

        public TableSum Result => new(table.Name, Rows, _sum.ToString("x32", CultureInfo.InvariantCulture));

        public void Add(object?[] row)
        {
            var written = new StringBuilder();
            foreach (var value in row)
            {
                var text = value switch
                {
                    null => null,
                    double number => number.ToString("R", CultureInfo.InvariantCulture),
                    _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
                };
                written.Append(CultureInfo.InvariantCulture, $"{text?.Length ?? -1}:{text}");
            }

            _sum += BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(written.ToString())));
            Rows++;
        }
    }
}
