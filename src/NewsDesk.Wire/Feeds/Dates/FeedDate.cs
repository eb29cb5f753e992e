namespace NewsDesk.Wire.Feeds.Dates;

/// <summary>Reads a date however a feed wrote it. A time without a zone is UTC, a day without a time its first second.</summary>
internal static class FeedDate
{
    /// <summary>No date is longer; the rest would be prose.</summary>
    private const int MaxLength = 100;

    public static DateTimeOffset? Parse(string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        var text = written.Trim();
        if (text.Length > MaxLength) return null;
        return IsoDate.Parse(text) ?? UnixTime.Parse(text) ?? NumericDate.Parse(text) ?? EastAsianDate.Parse(text) ?? WordyDate.Parse(text);
    }
}
