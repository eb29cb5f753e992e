using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;

namespace NewsDesk.Archive;

/// <summary>Inserts many rows by few statements: what a statement costs is paid once for a hundred rows.</summary>
internal static class BulkInsert
{
    // Only these sizes, so that there are few different statements to prepare.
    private static readonly int[] Sizes = [64, 8, 1];

    /// <summary>A column, and what it holds of a row; times and words travel as elsewhere.</summary>
    public sealed record Column<T>(string Name, DbType Type, Func<T, object?> Value);

    /// <summary>Inserts the rows; <paramref name="after"/> is what the statement says after its values, and <paramref name="read"/> takes what it returns.</summary>
    public static async Task RunAsync<T>(
        Session session, string table, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows, string after = "", Action<DbDataReader>? read = null)
    {
        var at = 0;
        foreach (var size in Sizes)
        {
            if (rows.Count - at < size) continue;
            await using var command = session.Connection.CreateCommand();
            command.CommandText = Statement(table, columns, size, after);
            for (var i = 0; i < size * columns.Count; i++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.DbType) = (string.Create(CultureInfo.InvariantCulture, $"p{i}"), columns[i % columns.Count].Type);
                command.Parameters.Add(parameter);
            }

            await command.PrepareAsync(session.Cancel);
            for (; rows.Count - at >= size; at += size)
            {
                for (var i = 0; i < command.Parameters.Count; i++)
                    command.Parameters[i].Value = Storable.Value(columns[i % columns.Count].Value(rows[at + (i / columns.Count)]));
                await using var reader = await command.ExecuteReaderAsync(session.Cancel);
                while (await reader.ReadAsync(session.Cancel)) read?.Invoke(reader);
            }
        }
    }

    private static string Statement<T>(string table, IReadOnlyList<Column<T>> columns, int rows, string after)
    {
        var sql = new StringBuilder($"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))}) VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var i = 0; i < columns.Count; i++) sql.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}@p{(row * columns.Count) + i}");
            sql.Append(')');
        }

        return sql.Append(' ').Append(after).ToString();
    }
}
