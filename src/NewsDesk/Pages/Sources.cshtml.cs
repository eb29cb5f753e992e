using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>The places that we read, by category.</summary>
[Shows(Subject.Sources, Subject.Visits)]
public sealed class SourcesModel(Sources sources) : PageModel
{
    public IReadOnlyList<IGrouping<string, Source>> Categories { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Categories = (await sources.ListAsync(cancel)).Where(source => source.Active)
            .GroupBy(source => source.Category ?? "", StringComparer.Ordinal)
            .OrderBy(category => category.Key.Length == 0).ThenBy(category => category.Key, StringComparer.Ordinal).ToList();

    /// <summary>Its own site, where a source has one that a browser can open.</summary>
    public static Uri? SiteOf(Source source) =>
        Uri.TryCreate(source.SiteUrl ?? source.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}
