using System.Globalization;

namespace NewsDesk.Archive;

/// <summary>
/// Where a page of a list begins: next to one row, towards older ones, or towards newer ones when <paramref name="TowardsNewer"/>.
/// Its text fits into an address.
/// </summary>
public readonly record struct Place(long Time, long Id, bool TowardsNewer = false)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(TowardsNewer ? 'n' : 'o')}{Time}.{Id}");

    /// <summary>Reads what <see cref="ToString"/> wrote; anything else, of any length, is no place.</summary>
    public static bool TryParse(string? text, out Place place)
    {
        place = default;
        if (text is not { Length: > 3 and <= 42 } || text[0] is not ('n' or 'o')) return false;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0
            || !long.TryParse(text.AsSpan(1, dot - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time)
            || !long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        place = new Place(time, id, text[0] == 'n');
        return true;
    }
}
