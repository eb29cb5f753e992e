using System.Data;

namespace NewsDesk.Archive;

/// <summary>How many articles each day of the wire wins or loses; written at the end of a transaction, in order, because every node writes today's.</summary>
internal sealed class DayCounts
{
    private const long MillisecondsOfADay = 86_400_000;

    /// <summary>The same, counted anew; days before 1970 are rounded down too.</summary>
    public const string Counted = """
        SELECT CASE WHEN wire_time < 0 THEN (wire_time - 86399999) / 86400000 ELSE wire_time / 86400000 END AS day, count(*) AS articles
        FROM articles WHERE withdrawn IS NULL GROUP BY 1
        """;

    private static readonly Column<KeyValuePair<long, long>>[] Columns =
    [
        new("day", DbType.Int64, change => change.Key),
        new("articles", DbType.Int64, change => change.Value),
    ];

    private readonly SortedDictionary<long, long> _days = [];

    public void Add(DateTimeOffset time, int change)
    {
        var day = Math.DivRem(time.ToUnixTimeMilliseconds(), MillisecondsOfADay, out var rest) - (rest < 0 ? 1 : 0);
        _days[day] = _days.GetValueOrDefault(day) + change;
    }

    public Task WriteAsync(Session session) => session.Dialect.InsertAsync(session, "wire_days", Columns, [.. _days.Where(day => day.Value != 0)],
        "ON CONFLICT (day) DO UPDATE SET articles = wire_days.articles + excluded.articles");
}
