using System.Globalization;

namespace NewsDesk.Press.Syndication;

/// <summary>Moments as machines read them.</summary>
public static class Moment
{
    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
