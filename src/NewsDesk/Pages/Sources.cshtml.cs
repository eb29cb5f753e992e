using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>The places that we read, by category, so many on a page.</summary>
[Shows(Subject.Sources, Subject.Visits, By = ["part"])]
public sealed class SourcesModel(Sources sources, SourceDesk list) : PageModel
{
    private const int SourcesShown = 150;

    public IReadOnlyList<IGrouping<string, Source>> Categories { get; private set; } = [];

    /// <summary>All of them, on whatever page they stand.</summary>
    public int Count { get; private set; }

    /// <summary>Which page this is, from 1 on.</summary>
    public int Part { get; private set; }

    public int Parts { get; private set; }

    /// <summary>Whether there is more than one category, on whatever page.</summary>
    public bool HasCategories { get; private set; }

    public async Task<IActionResult> OnGetAsync(int part = 1, CancellationToken cancel = default)
    {
        var all = (await sources.ListAsync(cancel)).Where(source => source.Active || IsPaused(source))
            .OrderBy(source => source.Category is null).ThenBy(source => source.Category, StringComparer.Ordinal).ToList();
        (Count, Part, Parts) = (all.Count, part, Math.Max(1, (all.Count + SourcesShown - 1) / SourcesShown));
        if (part < 1 || part > Parts) return NotFound();
        HasCategories = all.Exists(source => source.Category != all[0].Category);
        Categories = all.Skip((part - 1) * SourcesShown).Take(SourcesShown).GroupBy(source => source.Category ?? "", StringComparer.Ordinal).ToList();
        return Page();
    }

    /// <summary>Whether it is in the operator's list and not read for the time being.</summary>
    public bool IsPaused(Source source) => !source.Active && list.Paused.Contains(source.Url);

    /// <summary>Its own site, where a source has one that a browser can open.</summary>
    public static Uri? SiteOf(Source source) =>
        Uri.TryCreate(source.SiteUrl ?? source.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    /// <summary>By its own dates, or by when something of it first came to us.</summary>
    public static DateTimeOffset? LastPublished(Source source) => source.LastPublished ?? source.LastNew;
}
