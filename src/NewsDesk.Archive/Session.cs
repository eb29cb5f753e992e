using System.Data.Common;
using Dapper;
using NewsDesk.Archive.Dialects;

namespace NewsDesk.Archive;

/// <summary>A connection for as long as one question or one change takes, with the caller's wish to stop.</summary>
internal sealed class Session(DbConnection connection, Dialect dialect, Action<string, object?>? watch, CancellationToken cancel)
{
    public DbConnection Connection => connection;

    public Dialect Dialect => dialect;

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

    /// <summary>The rows for many keys. <paramref name="sql"/> says <c>IN @keys</c>, and may say <c>@and</c> and name what is in <paramref name="others"/>.</summary>
    public async Task<IReadOnlyList<T>> ListByKeysAsync<T, TKey>(string sql, IEnumerable<TKey> keys, object? and = null, object? others = null)
    {
        TKey[] distinct = [.. keys.Select(key => key is string text ? (TKey)(object)Storable.Text(text) : key).Distinct()];
        if (distinct.Length == 0) return [];
        var values = new DynamicParameters(others);
        values.Add("keys", dialect.Keys(distinct));
        if (and is not null) values.Add("and", and);
        return await ListAsync<T>(sql.Replace("IN @keys", dialect.InKeys, StringComparison.Ordinal), values);
    }

    private CommandDefinition Command(string sql, object? values)
    {
        watch?.Invoke(sql, values);
        return new CommandDefinition(sql, values, cancellationToken: cancel);
    }
}
