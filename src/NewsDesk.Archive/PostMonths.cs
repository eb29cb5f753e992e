using System.Data;

namespace NewsDesk.Archive;

/// <summary>How many posts each month shows, kept in step with the posts: what a change adds and takes is laid on what was there.</summary>
internal static class PostMonths
{
    /// <summary>Of the posts, those that a reader sees once their time has come.</summary>
    private const string Shown = "NOT draft AND NOT shadowed";

    /// <summary>The same, counted anew.</summary>
    public const string Counted = $"SELECT month, count(*) AS posts FROM posts WHERE {Shown} GROUP BY month";

    private static readonly Column<KeyValuePair<int, long>>[] Columns =
    [
        new("month", DbType.Int32, change => change.Key),
        new("posts", DbType.Int64, change => change.Value),
    ];

    /// <summary>Makes a change to the post at a path and to those that have one of these slugs.</summary>
    public static async Task<T> KeepAsync<T>(Session session, string path, IReadOnlyList<string> slugs, Func<Task<T>> change)
    {
        var months = new SortedDictionary<int, long>();
        await AddAsync(-1);
        var answer = await change();
        await AddAsync(1);
        await session.Dialect.InsertAsync(session, "post_months", Columns, [.. months.Where(month => month.Value != 0)],
            "ON CONFLICT (month) DO UPDATE SET posts = post_months.posts + excluded.posts");
        return answer;

        async Task AddAsync(int times)
        {
            foreach (var (month, posts) in await session.ListAsync<(int Month, long Posts)>($"""
                SELECT month, count(*) FROM posts WHERE (path = @path OR slug = @one OR slug = @other) AND {Shown} GROUP BY month
                """, new { path, one = slugs[0], other = slugs[^1] }))
            {
                months[month] = months.GetValueOrDefault(month) + (times * posts);
            }
        }
    }
}
