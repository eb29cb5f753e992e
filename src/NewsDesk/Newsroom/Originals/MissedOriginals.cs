using System.Text.Json;
using NewsDesk.Archive;

namespace NewsDesk.Newsroom.Originals;

/// <summary>Which originals could not be had, how often they were asked for, and when they are asked for again. Kept over a restart.</summary>
public sealed class MissedOriginals
{
    private const string NoteName = "originals.missed";

    /// <summary>More are forgotten, those that wait longest first.</summary>
    private const int MaxKept = 2_000;

    private static readonly TimeSpan First = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly Dictionary<string, Miss> _byUrl;

    private MissedOriginals(Dictionary<string, Miss> byUrl) => _byUrl = byUrl;

    /// <param name="Times">In a row.</param>
    public sealed record Miss(int Times, DateTimeOffset AskAgain);

    public static async Task<MissedOriginals> ReadAsync(Notes notes, CancellationToken cancel) =>
        new(await notes.FindAsync(NoteName, cancel) is { } json && JsonSerializer.Deserialize<Dictionary<string, Miss>>(json) is { } known ? new(known, StringComparer.Ordinal) : new(StringComparer.Ordinal));

    public Task SaveAsync(Notes notes, CancellationToken cancel) => notes.SaveAsync(NoteName, JsonSerializer.Serialize(_byUrl), cancel);

    public bool IsDue(string url, DateTimeOffset now) => !_byUrl.TryGetValue(url, out var miss) || miss.AskAgain <= now;

    public bool IsKnown(string url) => _byUrl.ContainsKey(url);

    /// <summary>When the next of these is due; null when none waits.</summary>
    public DateTimeOffset? NextOf(IEnumerable<string> urls) => urls.Select(url => _byUrl.GetValueOrDefault(url)?.AskAgain).Min();

    /// <summary>Each time in a row the pause is four times as long; what says that it will not change is asked once a week.</summary>
    public void Note(string url, bool isLasting, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var times = 1 + (_byUrl.GetValueOrDefault(url)?.Times ?? 0);
        var pause = isLasting ? Longest : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (2 * Math.Min(times - 1, 10))));
        _byUrl[url] = new(times, now + (retryAfter > pause ? TimeSpan.FromTicks(Math.Min(retryAfter.Value.Ticks, Longest.Ticks)) : pause));
        foreach (var forgotten in _byUrl.OrderByDescending(one => one.Value.AskAgain).Take(Math.Max(0, _byUrl.Count - MaxKept)).Select(one => one.Key).ToList()) _byUrl.Remove(forgotten);
    }

    public void Forget(string url) => _byUrl.Remove(url);
}
