using Dapper;

namespace NewsDesk.Archive.Searching;

/// <summary>The full-text index of one database.</summary>
internal abstract class SearchIndex
{
    public abstract Task AddAsync(Session session, string table, IReadOnlyCollection<KeyValuePair<long, Entry>> entries);

    /// <summary>Takes a row out; <paramref name="was"/> is the entry that was added.</summary>
    public abstract Task RemoveAsync(Session session, string table, long id, Entry was);

    /// <summary>Takes every row out.</summary>
    public abstract Task ClearAsync(Session session, string table);

    /// <summary>How many rows of <paramref name="rows"/> are not in the index, and how many of the index are no rows.</summary>
    public abstract Task<(long Missing, long Extra)> CompareAsync(Session session, string table, string rows);

    /// <summary>The rows that fit, by falling id, at most <see cref="Lookup.Most"/>.</summary>
    public abstract Task<IReadOnlyList<T>> ListAsync<T>(Session session, Lookup lookup);
}

/// <summary>A question to the index.</summary>
/// <param name="Table">Of words.</param>
/// <param name="Rows">The table of the rows and its short name, as <c>articles a</c>.</param>
/// <param name="Columns">What is wanted of each row.</param>
/// <param name="Query">Has at least one wanted term.</param>
/// <param name="Marks">Of each group one must be there.</param>
/// <param name="Conditions">On the rows.</param>
/// <param name="Values">Of the conditions.</param>
internal sealed record Lookup(
    string Table, string Rows, string Columns, Query Query, IReadOnlyList<IReadOnlyList<string>> Marks, string Conditions, object Values)
{
    public required int Most { get; init; }

    /// <summary>All that is wanted stands in the title.</summary>
    public bool InTitle { get; init; }

    /// <summary>Without one, all rows are looked at.</summary>
    public Patience? Patience { get; init; }

    public string RowId => Rows[(Rows.LastIndexOf(' ') + 1)..] + ".id";

    /// <summary>The values, and those of the index's own.</summary>
    public DynamicParameters With(string match, int most)
    {
        var values = new DynamicParameters(Values);
        values.Add("match", match);
        values.Add("most", most);
        return values;
    }
}
