using System.Globalization;

namespace NewsDesk.Press.Rendering;

/// <summary>A day, for people and for machines.</summary>
internal static class TimeTag
{
    public static string Of(DateTimeOffset date) =>
        string.Create(CultureInfo.InvariantCulture, $"<time datetime=\"{date:yyyy-MM-dd}\">{Day(date)}</time>");

    public static string Day(DateTimeOffset date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
