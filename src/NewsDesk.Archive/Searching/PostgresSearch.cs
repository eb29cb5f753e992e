using Npgsql;

namespace NewsDesk.Archive.Searching;

/// <summary>
/// tsvector with GIN. GIN knows no order, and would give all million rows that have a common word to keep the newest few hundred: so each
/// entry is also marked with the blocks of neighbouring rows that it lies in, and the newest blocks are asked first, larger and larger ones.
/// </summary>
internal sealed class PostgresSearch : SearchIndex
{
    /// <summary>
    /// The planner does not know that reading every entry means unpacking every entry, nor how few hits there will be: from the index to the
    /// hits to their rows is always the way.
    /// </summary>
    public const string Planning = "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off";

    private static readonly int[] BlockBits = [10, 12, 14, 16, 18, 20];

    public override async Task AddAsync(Session session, string table, IReadOnlyCollection<KeyValuePair<long, Entry>> entries)
    {
        if (entries.Count == 0) return;
        var rows = new TsVector();
        foreach (var (id, entry) in entries) rows.Add(id, entry, BlockBits.Select(bits => Mark.Block(bits, id)));
        rows.End();
        var copy = await ((NpgsqlConnection)session.Connection).BeginRawBinaryCopyAsync($"COPY {table} (id, words) FROM STDIN (FORMAT BINARY)", session.Cancel);
        await using (copy) await copy.WriteAsync(rows.Written, session.Cancel);
    }

    public override Task RemoveAsync(Session session, string table, long id, Entry was) =>
        session.ExecuteAsync($"DELETE FROM {table} WHERE id = @id", new { id });

    public override Task ClearAsync(Session session, string table) => session.ExecuteAsync($"TRUNCATE {table}");

    public override async Task<(long Missing, long Extra)> CompareAsync(Session session, string table, string rows) => (
        await session.ValueAsync<long>($"SELECT count(*) FROM {rows} r WHERE NOT EXISTS (SELECT 1 FROM {table} w WHERE w.id = r.id)"),
        await session.ValueAsync<long>($"SELECT count(*) FROM {table} w WHERE NOT EXISTS (SELECT 1 FROM {rows} r WHERE r.id = w.id)"));

    public override async Task<IReadOnlyList<T>> ListAsync<T>(Session session, Lookup lookup)
    {
        await using var transaction = await session.Connection.BeginTransactionAsync(session.Cancel);
        await session.ExecuteAsync(Planning);
        var expression = Expression(lookup);
        var newest = await session.ValueAsync<long?>($"SELECT max(id) FROM {lookup.Table}") ?? 0;
        IReadOnlyList<T> found = [];
        var steps = BlockBits.Where(bits => newest >> bits > 1)
            .Select(bits => $"{expression} & ('{Mark.Block(bits, newest)}' | '{Mark.Block(bits, newest - (1L << bits))}')").Append(expression);
        foreach (var (i, step) in steps.Index())
        {
            if (i > 0 && lookup.Patience is { } patience && patience.IsOver(found.Count)) break;
            found = await ListAsync<T>(session, lookup, step);
            if (found.Count == lookup.Most) break;
        }

        return found;
    }

    // Sorted before the join (which OFFSET 0 keeps so), so that only as many rows are visited as are wanted.
    private static Task<IReadOnlyList<T>> ListAsync<T>(Session session, Lookup lookup, string expression) => session.ListAsync<T>($"""
        WITH hits AS MATERIALIZED (SELECT id FROM {lookup.Table} WHERE words @@ CAST(@match AS tsquery))
        SELECT {lookup.Columns} FROM (SELECT id FROM hits ORDER BY id DESC OFFSET 0) newest JOIN {lookup.Rows} ON {lookup.RowId} = newest.id
        WHERE {lookup.Conditions}
        ORDER BY newest.id DESC LIMIT @most
        """, lookup.With(expression, lookup.Most));

    /// <summary>Words are only ever letters and digits, and stand in quotes: nothing that was typed is syntax.</summary>
    private static string Expression(Lookup lookup)
    {
        var wanted = lookup.Query.Wanted.Select(term => lookup.InTitle
            ? string.Join(" & ", term.Words.Select((word, i) => Word(Mark.InTitle(word), term.IsBeginning && i == term.Words.Count - 1)))
            : Phrase(term));
        var all = string.Join(" & ", [.. wanted, .. lookup.Marks.Select(group => $"({string.Join(" | ", group.Select(mark => Word(mark, false)))})")]);
        return lookup.Query.Unwanted.Count == 0 ? all : $"{all} & !({string.Join(" | ", lookup.Query.Unwanted.Select(Phrase))})";
    }

    private static string Phrase(Term term) =>
        $"({string.Join(" <-> ", term.Words.Select((word, i) => Word(word, term.IsBeginning && i == term.Words.Count - 1)))})";

    private static string Word(string word, bool isBeginning) => $"'{word}'{(isBeginning ? ":*" : "")}";
}
