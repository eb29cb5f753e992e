using System.Globalization;
using Markdig.Syntax.Inlines;

namespace NewsDesk.Press.Rendering.Video;

/// <summary>A time in a video, or from one time to another: <c>1:12</c>, <c>1:12-1:20</c>, <c>0:36:46 – 0:59:56</c>.</summary>
internal sealed class Moment : LeafInline
{
    public required int Start { get; init; }

    public int? End { get; init; }

    /// <summary>Where it leads; null when the site cannot jump.</summary>
    public string? Url { get; set; }

    public string Written => End is { } end ? $"{Clock(Start, end >= 3600)}–{Clock(end)}" : Clock(Start);

    /// <summary>Reads a moment at the beginning of <paramref name="text"/>; the length is zero when there is none.</summary>
    public static Moment? Read(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (ReadTime(text, out var startLength) is not { } start) return null;
        length = startLength;

        var rest = text[startLength..];
        var blank = rest.Length - rest.TrimStart(' ').Length;
        if (blank >= rest.Length || rest[blank] is not ('-' or '–' or '—')) return new Moment { Start = start };
        var after = rest[(blank + 1)..];
        var skipped = after.Length - after.TrimStart(' ').Length;
        if (ReadTime(after[skipped..], out var endLength) is not { } end || end < start) return new Moment { Start = start };
        length = startLength + blank + 1 + skipped + endLength;
        return new Moment { Start = start, End = end };
    }

    private static string Clock(int seconds, bool withHours = false) =>
        withHours || seconds >= 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");

    /// <summary>Minutes and seconds, or hours before them.</summary>
    private static int? ReadTime(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var (seconds, parts, digits) = (0, 0, 0);
        var part = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? text[at] : ' ';
            if (char.IsAsciiDigit(letter) && digits < 3)
            {
                part = part * 10 + (letter - '0');
                digits++;
                continue;
            }

            if (digits == 0 || (parts > 0 && (digits != 2 || part > 59))) return null;
            seconds = seconds * 60 + part;
            parts++;
            length = at;
            if (letter != ':' || parts == 3) return parts >= 2 && !char.IsLetterOrDigit(letter) ? seconds : null;
            (part, digits) = (0, 0);
        }

        return null;
    }
}
