using System.Data;

namespace NewsDesk.Archive.Searching;

/// <summary>FTS5: walks from the newest row down, and stops when it has enough.</summary>
internal sealed class SqliteSearch : SearchIndex
{
    private static readonly Column<KeyValuePair<long, Entry>>[] Columns =
        [new("rowid", DbType.Int64, entry => entry.Key), new("words", DbType.String, entry => entry.Value.Words)];

    public override Task AddAsync(Session session, string table, IReadOnlyCollection<KeyValuePair<long, Entry>> entries) =>
        session.Dialect.InsertAsync(session, table, Columns, [.. entries]);

    public override Task RemoveAsync(Session session, string table, long id, Entry was) => session.Dialect.InsertAsync(session, table,
        [new Column<KeyValuePair<long, Entry>>(table, DbType.String, _ => "delete"), .. Columns], [KeyValuePair.Create(id, was)]);

    public override Task ClearAsync(Session session, string table) =>
        session.ExecuteAsync($"INSERT INTO {table} ({table}) VALUES ('delete-all')");

    public override async Task<(long Missing, long Extra)> CompareAsync(Session session, string table, string rows) => (
        await session.ValueAsync<long>($"SELECT count(*) FROM {rows} WHERE id NOT IN (SELECT id FROM {table}_docsize)"),
        await session.ValueAsync<long>($"SELECT count(*) FROM {table}_docsize WHERE id NOT IN (SELECT id FROM {rows})"));

    // The cross join holds the order: first the index, then the rows that it names.
    public override Task<IReadOnlyList<T>> ListAsync<T>(Session session, Lookup lookup) => session.ListAsync<T>($"""
        SELECT {lookup.Columns} FROM {lookup.Table} CROSS JOIN {lookup.Rows}
        WHERE {lookup.Table} MATCH @match AND {lookup.RowId} = {lookup.Table}.rowid AND {lookup.Conditions}
        ORDER BY {lookup.Table}.rowid DESC LIMIT @most
        """, lookup.With("match", Expression(lookup)));

    /// <summary>Words are only ever letters and digits, and stand in quotes: nothing that was typed is syntax.</summary>
    private static string Expression(Lookup lookup)
    {
        var wanted = lookup.Query.Wanted.Select(term => lookup.InTitle
            ? All(term.Words.Select((word, i) => Written([Mark.InTitle(word)], term.IsBeginning && i == term.Words.Count - 1)))
            : Written(term.Words, term.IsBeginning));
        var all = All([.. wanted, .. lookup.Marks.Select(AnyOf)]);
        return lookup.Query.Unwanted.Count == 0
            ? all
            : $"{all} NOT ({string.Join(" OR ", lookup.Query.Unwanted.Select(term => Written(term.Words, term.IsBeginning)))})";
    }

    private static string All(IEnumerable<string> parts) => $"({string.Join(" AND ", parts)})";

    private static string AnyOf(IReadOnlyList<string> marks) => $"({string.Join(" OR ", marks.Select(mark => $"\"{mark}\""))})";

    private static string Written(IReadOnlyList<string> words, bool isBeginning) => $"\"{string.Join(' ', words)}\"{(isBeginning ? " *" : "")}";
}
