using System.Data.Common;
using Dapper;

namespace NewsDesk.Archive;

/// <summary>A connection for as long as one question or one change takes, with the caller's wish to stop.</summary>
internal sealed class Session(DbConnection connection, CancellationToken cancel)
{
    public DbConnection Connection => connection;

    public CancellationToken Cancel => cancel;

    public Task<int> ExecuteAsync(string sql, object? values = null) =>
        connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancel));

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? values = null) =>
        [.. await connection.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancel))];

    /// <summary>The first row, or null when there is none.</summary>
    public Task<T?> FindAsync<T>(string sql, object? values = null) =>
        connection.QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancel));

    /// <summary>The one value of the one row that the statement always gives.</summary>
    public async Task<T> ValueAsync<T>(string sql, object? values = null) =>
        (await connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancel)))!;
}
