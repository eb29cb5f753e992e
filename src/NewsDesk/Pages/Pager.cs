using NewsDesk.Archive;

namespace NewsDesk.Pages;

/// <summary>Where a list goes on, in both directions.</summary>
public sealed record Pager(string? Newer, string? Older)
{
    public string NewerSaid { get; init; } = "Newer";

    public string OlderSaid { get; init; } = "Older";

    public static Pager Of<T>(Slice<T> slice, string path) => new(
        slice.Newer is { } newer ? $"{path}{Joint(path)}at={newer}" : null,
        slice.Older is { } older ? $"{path}{Joint(path)}at={older}" : null);

    private static char Joint(string path) => path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
}
