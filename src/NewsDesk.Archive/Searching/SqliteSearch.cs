using System.Data;

namespace NewsDesk.Archive.Searching;

/// <summary>FTS5: walks from the newest row down, step by step, and stops when it has enough.</summary>
internal sealed class SqliteSearch : SearchIndex
{
    /// <summary>So many of the newest rows are looked at first, then twice as many older ones, and so on.</summary>
    private const long FirstStep = 16_384;

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

    public override async Task<IReadOnlyList<T>> ListAsync<T>(Session session, Lookup lookup)
    {
        var found = new List<T>();
        var expression = Expression(lookup);
        var to = await session.ValueAsync<long?>($"SELECT max(id) FROM {lookup.Table}_docsize") ?? 0;
        for (var size = FirstStep; to > 0 && found.Count < lookup.Most; size *= 2)
        {
            if (size > FirstStep && lookup.Patience is { } patience && patience.IsOver(found.Count)) break;
            found.AddRange(await ListAsync<T>(session, lookup, expression, to - size, to, lookup.Most - found.Count));
            to -= size;
        }

        return found;
    }

    // The cross join holds the order: first the index, then the rows that it names.
    private static Task<IReadOnlyList<T>> ListAsync<T>(Session session, Lookup lookup, string expression, long after, long to, int most)
    {
        var values = lookup.With(expression, most);
        values.Add("after", after);
        values.Add("to", to);
        return session.ListAsync<T>($"""
            SELECT {lookup.Columns} FROM {lookup.Table} CROSS JOIN {lookup.Rows}
            WHERE {lookup.Table} MATCH @match AND {lookup.Table}.rowid > @after AND {lookup.Table}.rowid <= @to
                AND {lookup.RowId} = {lookup.Table}.rowid AND {lookup.Conditions}
            ORDER BY {lookup.Table}.rowid DESC LIMIT @most
            """, values);
    }

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
