using System.Globalization;
using NewsDesk.Archive;

namespace NewsDesk.Commands;

/// <summary>Which source a person means: by its number, its address, or a part of its title or address that no other has.</summary>
internal static class AskedSource
{
    private const int MostNamed = 6;

    /// <param name="isListed">Those of the list, paused ones too, are meant before those that were taken out of it.</param>
    public static Source Find(IReadOnlyList<Source> all, string asked, Func<Source, bool> isListed)
    {
        var found = Matching([.. all.Where(source => source.Active || isListed(source))], asked);
        if (found.Count == 0) found = Matching(all, asked);
        return found.Count switch
        {
            0 => throw new BadInputException($"{asked}: no source has this number, address or title; newsdesk sources list shows them all"),
            1 => found[0],
            _ => throw new BadInputException($"{asked}: this may be {string.Join(", ", found.Take(MostNamed).Select(source => $"{source.Id} ({source.Title})"))}{(found.Count > MostNamed ? " or others" : "")}; say its number or its address"),
        };
    }

    private static List<Source> Matching(IReadOnlyList<Source> sources, string asked)
    {
        var exact = sources.Where(source => source.Url == asked || source.Url == asked.TrimEnd('/') || source.Url == asked + "/" || source.Title.Equals(asked, StringComparison.OrdinalIgnoreCase)
            || source.Id.ToString(CultureInfo.InvariantCulture) == asked || source.MovedTo == asked).ToList();
        return exact.Count > 0 ? exact : [.. sources.Where(source => Says(source.Title) || Says(source.Url) || Says(source.SiteUrl))];

        bool Says(string? words) => words?.Contains(asked, StringComparison.OrdinalIgnoreCase) == true;
    }
}
