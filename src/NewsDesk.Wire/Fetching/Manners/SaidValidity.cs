using NewsDesk.Wire.Fetching.Bodies;

namespace NewsDesk.Wire.Fetching.Manners;

/// <summary>What an answer's headers say of when to ask again.</summary>
internal static class SaidValidity
{
    /// <summary>In characters: a longer mark is no use to anybody but who wants to fill the archive.</summary>
    private const int MaxMark = 1000;

    private static readonly TimeSpan MaxFresh = TimeSpan.FromDays(7);

    public static Validity Of(HttpResponseMessage answer, DateTimeOffset now) => new(
        Mark(Header.First(answer.Headers, "ETag")),
        Mark(Header.First(answer.Content.Headers, "Last-Modified")),
        FreshFor(answer, now));

    /// <summary>Of a 304, which need not repeat the marks.</summary>
    public static Validity OfUnchanged(HttpResponseMessage answer, FetchRequest asked, DateTimeOffset now)
    {
        var said = Of(answer, now);
        return said with { ETag = said.ETag ?? asked.ETag, LastModified = said.LastModified ?? asked.LastModified };
    }

    /// <summary>How long a 429 or 503 asks to wait.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage answer, DateTimeOffset now)
    {
        var said = answer.Headers.RetryAfter;
        var wait = said?.Delta ?? (said?.Date - now);
        if (wait is null) return null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > HostTurns.MaxRetryAfter ? HostTurns.MaxRetryAfter : wait;
    }

    /// <summary>A mark is sent back as it came, if it can be: with a line break in it, it could forge a header.</summary>
    public static string? Mark(string? mark) =>
        mark is { Length: > 0 and <= MaxMark } && !mark.AsSpan().ContainsAnyExceptInRange(' ', '~') ? mark : null;

    private static TimeSpan? FreshFor(HttpResponseMessage answer, DateTimeOffset now)
    {
        var control = answer.Headers.CacheControl;
        if (control is { NoCache: true } or { NoStore: true }) return TimeSpan.Zero;
        var fresh = control?.MaxAge is { } age
            ? age - (answer.Headers.Age ?? TimeSpan.Zero)
            : answer.Content.Headers.Expires - (answer.Headers.Date ?? now);
        if (fresh is null) return null;
        return fresh < TimeSpan.Zero ? TimeSpan.Zero : fresh > MaxFresh ? MaxFresh : fresh;
    }
}
