using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsDesk.Archive.Dialects;

/// <summary>
/// A statement that is run for many rows, its values bound by their places. The driver binds by name, and looks each name up among all of
/// them: with many rows in one statement that took a third of the time of an insert.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _statement;
    private byte[] _letters = ArrayPool<byte>.Shared.Rent(16_384);

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _db = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_db, sql, out _statement), _db);
    }

    /// <summary>Binds a value to a place, counted from 1.</summary>
    public void Bind(int place, object? value) => Check(Storable.Value(value) switch
    {
        DBNull => raw.sqlite3_bind_null(_statement, place),
        string text => BindText(place, text),
        byte[] utf8 => BindText(place, utf8),
        bool yes => raw.sqlite3_bind_int64(_statement, place, yes ? 1 : 0),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        IConvertible number => raw.sqlite3_bind_int64(_statement, place, number.ToInt64(null)),
        var other => throw new InvalidOperationException($"No column holds a {other.GetType().Name}."),
    });

    /// <summary>Runs it with what is bound, gives the rows that it returns (a word and a number), and is ready for the next.</summary>
    public void Run(Action<string, long>? returned = null)
    {
        int answer;
        while ((answer = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
            returned?.Invoke(raw.sqlite3_column_text(_statement, 0).utf8_to_string(), raw.sqlite3_column_int64(_statement, 1));
        if (answer != raw.SQLITE_DONE) Check(answer);
        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose()
    {
        _statement.Dispose();
        ArrayPool<byte>.Shared.Return(_letters);
    }

    private int BindText(int place, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_letters.Length < most)
        {
            ArrayPool<byte>.Shared.Return(_letters);
            _letters = ArrayPool<byte>.Shared.Rent(most);
        }

        return BindText(place, _letters.AsSpan(0, Encoding.UTF8.GetBytes(text, _letters)));
    }

    // No bytes at all would be bound as NULL.
    private int BindText(int place, ReadOnlySpan<byte> utf8) =>
        utf8.IsEmpty ? raw.sqlite3_bind_text(_statement, place, "") : raw.sqlite3_bind_text(_statement, place, utf8);

    private void Check(int answer) => SqliteException.ThrowExceptionForRC(answer, _db);
}
