using Microsoft.AspNetCore.WebUtilities;
using NewsDesk.Archive;

namespace NewsDesk.Pages;

/// <summary>Where a list goes on, in both directions.</summary>
public sealed record Pager(string? Newer, string? Older)
{
    public string NewerSaid { get; init; } = "Newer";

    public string OlderSaid { get; init; } = "Older";

    public static Pager Of<T>(Slice<T> slice, string path) => new(
        slice.Newer is { } newer ? QueryHelpers.AddQueryString(path, "at", newer.ToString()) : null,
        slice.Older is { } older ? QueryHelpers.AddQueryString(path, "at", older.ToString()) : null);
}
