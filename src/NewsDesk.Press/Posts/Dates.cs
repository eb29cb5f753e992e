using System.Globalization;

namespace NewsDesk.Press.Posts;

/// <summary>Dates as writers write them: a day alone is midnight, a time without a zone is UTC.</summary>
internal static class Dates
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd", "yyyy-M-d", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm K", "yyyy-MM-dd HH:mm:ss K", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    public const string Remedy = "write 2026-11-05, or 2026-11-05 09:00 for a time in UTC, or 2026-11-05T09:00+01:00 for another zone";

    public static DateTimeOffset? Find(string text) =>
        DateTimeOffset.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;

    /// <summary>The day that a file's name begins with, as in <c>2026-11-05-title.md</c>.</summary>
    public static DateTimeOffset? FindInFileName(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.Length >= 10 && (name.Length == 10 || name[10] is '-' or '_' or ' ') ? Find(name[..10]) : null;
    }
}
