namespace NewsDesk.Wire.Stories.Window;

/// <summary>
/// The stream's own time, since nothing here has a clock: the middle of the times last told. One outlet's calendar with dates in
/// the future, or an archive from last year, does not move it.
/// </summary>
internal sealed class StreamClock
{
    private const int Remembered = 33;
    private const double HoursAhead = 24;

    /// <summary>So many of the remembered times may lie in the future before they are believed.</summary>
    private const int Outliers = 2;

    private readonly Queue<double> _last = new();

    /// <summary>Hours since 1970, or not a number before the first time was told.</summary>
    public double Now { get; private set; } = double.NaN;

    /// <summary>When the article counts as published: as told, but not from the future; the stream's time when nothing is told.</summary>
    public double HourOf(DateTimeOffset? published)
    {
        if (published is not { } time) return Now;
        var hour = time.ToUnixTimeSeconds() / 3600.0;
        _last.Enqueue(hour);
        if (_last.Count > Remembered) _last.Dequeue();
        var sorted = _last.ToArray();
        Array.Sort(sorted);
        Now = sorted[sorted.Length / 2];
        var outliers = Math.Min(Outliers, sorted.Length / 8);
        return Math.Min(hour, sorted[sorted.Length - 1 - outliers] + HoursAhead);
    }
}
