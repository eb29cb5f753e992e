using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Pages.Keeping;
using NewsDesk.Pages.StoryParts;

namespace NewsDesk.Pages;

/// <summary>Everything gathered, newest first, by day; of one source, category or language when asked.</summary>
[Shows(Subject.Articles, Subject.Sources, Subject.Stories, By = ["source", "category", "in", "at"])]
public sealed class WireModel(Articles articles, SourceNames sources, Archive.Stories stories) : PageModel
{
    private const int LinesShown = 40;

    public Slice<ArticleLine> Lines { get; private set; } = new([], null, null);

    /// <summary>The same with their stories.</summary>
    public IReadOnlyList<WireLine> Told { get; private set; } = [];

    public WireFilter Filter { get; private set; } = WireFilter.Everything;

    public IReadOnlyList<NamedSource> Sources { get; private set; } = [];

    public IReadOnlyList<string> Categories { get; private set; } = [];

    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>What there is to choose from, or was chosen already.</summary>
    public bool OffersSources => Sources.Count > 1 || Filter.SourceId is not null;

    /// <summary>One category is a choice where some sources have none.</summary>
    public bool OffersCategories => Categories.Count > 1 || (Categories.Count == 1 && Sources.Any(source => string.IsNullOrEmpty(source.Category))) || Filter.Category is not null;

    public bool OffersLanguages => Languages.Count > 1 || Filter.Language is not null;

    public Pager Pager => Pager.Of(Lines, "/wire" + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["source"] = Filter.SourceId?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["category"] = Filter.Category,
        ["in"] = Filter.Language,
    }.Where(part => part.Value is not null)));

    // "language" in an address says which of our texts is wanted, so an article's own is asked for with "in".
    public async Task OnGetAsync(Place? at, long? source, string? category, [FromQuery(Name = "in")] string? language, CancellationToken cancel)
    {
        Filter = new(source, string.IsNullOrEmpty(category) ? null : category, string.IsNullOrEmpty(language) ? null : language);
        Lines = await articles.ListNewestAsync(at, LinesShown, Filter, cancel);
        Told = await WireLine.OfAsync(Lines.Items, stories, cancel);
        Sources = await sources.ListAsync(cancel);
        Categories = [.. Sources.Select(one => one.Category ?? "").Where(one => one.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Languages = LanguageName.Sorted(await articles.ListLanguagesAsync(cancel));
    }
}
