using System.Data.Common;
using System.Numerics;
using Dapper;

namespace NewsDesk.Archive;

/// <summary>A connection for as long as one question or one change takes, with the caller's wish to stop.</summary>
internal sealed class Session(DbConnection connection, Action<string, object?>? watch, CancellationToken cancel)
{
    private const int MostKeysAtOnce = 512;

    public DbConnection Connection => connection;

    public CancellationToken Cancel => cancel;

    public Task<int> ExecuteAsync(string sql, object? values = null) =>
        connection.ExecuteAsync(Command(sql, values));

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? values = null) =>
        [.. await connection.QueryAsync<T>(Command(sql, values))];

    /// <summary>The first row, or null when there is none.</summary>
    public Task<T?> FindAsync<T>(string sql, object? values = null) =>
        connection.QueryFirstOrDefaultAsync<T>(Command(sql, values));

    /// <summary>The one value of the one row that the statement always gives.</summary>
    public async Task<T> ValueAsync<T>(string sql, object? values = null) =>
        (await connection.ExecuteScalarAsync<T>(Command(sql, values)))!;

    /// <summary>
    /// The rows for many keys. <paramref name="sql"/> says <c>IN @keys</c>, and may say <c>@and</c>; the list is written out, because one database wants it so, and
    /// filled up to a power of two, so that there are few different statements.
    /// </summary>
    public async Task<IReadOnlyList<T>> ListByKeysAsync<T, TKey>(string sql, IEnumerable<TKey> keys, object? and = null)
    {
        var found = new List<T>();
        foreach (var some in keys.Distinct().Chunk(MostKeysAtOnce))
        {
            var size = (int)BitOperations.RoundUpToPowerOf2((uint)some.Length);
            var values = new DynamicParameters();
            if (and is not null) values.Add("and", and);
            for (var i = 0; i < size; i++) values.Add($"k{i}", some[Math.Min(i, some.Length - 1)]);
            var list = string.Join(", ", Enumerable.Range(0, size).Select(i => $"@k{i}"));
            found.AddRange(await ListAsync<T>(sql.Replace("IN @keys", $"IN ({list})", StringComparison.Ordinal), values));
        }

        return found;
    }

    private CommandDefinition Command(string sql, object? values)
    {
        watch?.Invoke(sql, values);
        return new CommandDefinition(sql, values, cancellationToken: cancel);
    }
}
