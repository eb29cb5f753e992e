using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>Everything gathered, newest first, by day; of one source, category or language when asked.</summary>
[Shows(Subject.Articles, Subject.Sources, By = ["source", "category", "in", "at"])]
public sealed class WireModel(Articles articles, Sources sources) : PageModel
{
    private const int LinesShown = 40;

    public Slice<ArticleLine> Lines { get; private set; } = new([], null, null);

    public WireFilter Filter { get; private set; } = WireFilter.Everything;

    public IReadOnlyList<Source> Sources { get; private set; } = [];

    public IEnumerable<string> Categories => Known(source => source.Category);

    public IEnumerable<string> Languages => Known(source => source.Language);

    public Pager Pager => Pager.Of(Lines, "/wire" + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["source"] = Filter.SourceId?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["category"] = Filter.Category,
        ["in"] = Filter.Language,
    }.Where(part => part.Value is not null)));

    // "language" in an address says which of our texts is wanted, so an article's own is asked for with "in".
    public async Task<IActionResult> OnGetAsync(Place? at, long? source, string? category, [FromQuery(Name = "in")] string? language, CancellationToken cancel)
    {
        Filter = new(source, string.IsNullOrEmpty(category) ? null : category, string.IsNullOrEmpty(language) ? null : language);
        Lines = await articles.ListNewestAsync(at, LinesShown, Filter, cancel);
        Sources = (await sources.ListAsync(cancel)).Where(one => one.Active).ToList();
        return Page();
    }

    private IEnumerable<string> Known(Func<Source, string?> word) =>
        Sources.Select(word).OfType<string>().Where(one => one.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
