namespace NewsDesk.Archive;

/// <summary>One page of a list, newest first, and where its neighbours begin; null when there is none.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Items, Place? Newer, Place? Older)
{
    /// <summary>Makes a page of rows read from <paramref name="from"/> on in its direction, one more than the page holds if there are more.</summary>
    internal static Slice<T> Of(IReadOnlyList<T> read, int count, Place? from, Func<T, Place> placeOf)
    {
        var more = read.Count > count;
        var items = read.Take(count).ToList();
        var towardsNewer = from is { TowardsNewer: true };
        if (towardsNewer) items.Reverse();
        if (items.Count == 0) return new Slice<T>(items, null, null);
        var hasNewer = towardsNewer ? more : from is not null;
        var hasOlder = towardsNewer || more;
        return new Slice<T>(items,
            hasNewer ? placeOf(items[0]) with { TowardsNewer = true } : null,
            hasOlder ? placeOf(items[^1]) : null);
    }
}

/// <summary>The parts of a statement that reads a page by its place.</summary>
internal readonly record struct Paging(Place? From)
{
    private bool TowardsNewer => From is { TowardsNewer: true };

    /// <summary>The condition, with <c>AND</c> before it, or nothing for the first page.</summary>
    public string Condition(string time, string id) => From is null ? "" : $"AND ({time}, {id}) {(TowardsNewer ? '>' : '<')} (@Time, @Id)";

    public string Order(string time, string id) => TowardsNewer ? $"{time} ASC, {id} ASC" : $"{time} DESC, {id} DESC";
}
