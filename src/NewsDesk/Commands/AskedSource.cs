using System.Globalization;
using NewsDesk.Archive;

namespace NewsDesk.Commands;

/// <summary>Which source a person means: by its number, its address, or a part of its title that no other has.</summary>
internal static class AskedSource
{
    private const int MostNamed = 6;

    public static Source Find(IReadOnlyList<Source> all, string asked)
    {
        var exact = all.Where(source => source.Url == asked || source.Url == asked.TrimEnd('/') || source.Url == asked + "/" || source.Title.Equals(asked, StringComparison.OrdinalIgnoreCase)
            || source.Id.ToString(CultureInfo.InvariantCulture) == asked || source.MovedTo == asked).ToList();
        var found = exact.Count > 0 ? exact : [.. all.Where(source =>
            source.Title.Contains(asked, StringComparison.OrdinalIgnoreCase) || source.Url.Contains(asked, StringComparison.OrdinalIgnoreCase) || source.SiteUrl?.Contains(asked, StringComparison.OrdinalIgnoreCase) == true)];
        // One that is watched is meant before one that was taken out of the list.
        var watched = found.Where(source => source.Active).ToList();
        return (found.Count, watched.Count) switch
        {
            (0, _) => throw new BadInputException($"{asked}: no source has this number, address or title; newsdesk sources list shows them all"),
            (1, _) => found[0],
            (_, 1) => watched[0],
            _ => throw new BadInputException($"{asked}: this may be {string.Join(", ", found.Take(MostNamed).Select(source => $"{source.Id} ({source.Title})"))}{(found.Count > MostNamed ? " or others" : "")}; say its number or its address"),
        };
    }
}
