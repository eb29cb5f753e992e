using System.Globalization;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>What stands with a mention: the item's hash, and before it how often its page was asked for in vain while it is still waited for.</summary>
internal readonly record struct PageNote(string ItemHash, int? Tries)
{
    private const string Mark = "waits";

    public static PageNote Read(string? written)
    {
        if (written is null || !written.StartsWith(Mark, StringComparison.Ordinal)) return new(written ?? "", null);
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && int.TryParse(written.AsSpan(Mark.Length, colon - Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var tries)
            ? new(written[(colon + 1)..], tries)
            : new(written, null);
    }

    public override string ToString() => Tries is { } tries ? string.Create(CultureInfo.InvariantCulture, $"{Mark}{tries}:{ItemHash}") : ItemHash;
}
