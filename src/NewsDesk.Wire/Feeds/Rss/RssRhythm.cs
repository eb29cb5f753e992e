using System.Globalization;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Rss;

/// <summary>When a channel wants to be fetched: <c>ttl</c>, <c>skipHours</c>, <c>skipDays</c>, and the period of the sy: module.</summary>
internal sealed class RssRhythm
{
    private readonly SortedSet<int> _skipHours = [];
    private readonly SortedSet<DayOfWeek> _skipDays = [];
    private TimeSpan? _timeToLive;
    private TimeSpan? _period;
    private int _frequency = 1;

    public void Take(XmlWalk xml)
    {
        switch (xml.Name)
        {
            case "ttl" when Number(xml.ReadText()) is > 0 and <= MaxMinutes and var minutes:
                _timeToLive = TimeSpan.FromMinutes(minutes);
                break;
            case "skiphours":
                TakeHours(xml);
                break;
            case "skipdays":
                TakeDays(xml);
                break;
            case "sy:updateperiod":
                _period = Period(xml.ReadText());
                break;
            case "sy:updatefrequency" when Number(xml.ReadText()) is > 0 and var times:
                _frequency = times;
                break;
        }
    }

    public FeedHints AddTo(FeedHints hints) => hints with
    {
        TimeToLive = _timeToLive,
        UpdateEvery = _period / _frequency,
        SkipHours = [.. _skipHours],
        SkipDays = [.. _skipDays],
    };

    /// <summary>A year: more is a slip of the pen.</summary>
    private const int MaxMinutes = 366 * 24 * 60;

    private void TakeHours(XmlWalk xml)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name == "hour" && Number(xml.ReadText()) is >= 0 and <= 24 and var hour)
                _skipHours.Add(hour % 24); // Version 0.91 counts from 1 to 24.
        }
    }

    private void TakeDays(XmlWalk xml)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            var day = xml.Name == "day" ? xml.ReadText()?.Trim() : null;
            foreach (var known in Enum.GetValues<DayOfWeek>())
            {
                if (known.ToString().Equals(day, StringComparison.OrdinalIgnoreCase)) _skipDays.Add(known);
            }
        }
    }

    private static TimeSpan? Period(string? name) => name?.Trim().ToLowerInvariant() switch
    {
        "hourly" => TimeSpan.FromHours(1),
        "daily" => TimeSpan.FromDays(1),
        "weekly" => TimeSpan.FromDays(7),
        "monthly" => TimeSpan.FromDays(30),
        "yearly" => TimeSpan.FromDays(365),
        _ => null,
    };

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
