using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>Everything of ours by year and month, with a chart of the last years' months.</summary>
[Shows(Subject.Posts)]
public sealed class ArchiveModel(Posts posts, TimeProvider clock) : PageModel
{
    public const int MonthsInChart = 24;

    private const int ChartHeight = 64;

    public IReadOnlyList<IGrouping<int, MonthCount>> Years { get; private set; } = [];

    public long Count { get; private set; }

    /// <summary>The newest month last; a month without posts is a gap. Empty while there is nothing to compare.</summary>
    public IReadOnlyList<Bar> Bars { get; private set; } = [];

    /// <summary>One month's column: how high, of <see cref="ChartHeight"/>.</summary>
    public sealed record Bar(DateTimeOffset Month, long Count, int Height);

    /// <summary>The first part of a post's address alone.</summary>
    [Shows(Subject.Posts)]
    public static async Task<IResult> GetYearAsync(int year, HttpRequest request, Posts posts, TimeProvider clock, CancellationToken cancel) =>
        await FindYearAsync(year, posts, clock, cancel) is { } place ? Results.Redirect(Address.Onwards(request, place)) : Results.NotFound();

    /// <summary>Where a year stands in the archive; null when it has no posts.</summary>
    public static async Task<string?> FindYearAsync(int year, Posts posts, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(posts);
        ArgumentNullException.ThrowIfNull(clock);
        var months = await posts.CountByMonthAsync(PostFilter.Everything, clock.GetUtcNow(), cancel);
        return months.Any(month => month.Year == year) ? string.Create(CultureInfo.InvariantCulture, $"/archive#year-{year}") : null;
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var months = await posts.CountByMonthAsync(PostFilter.Everything, now, cancel);
        Years = months.GroupBy(month => month.Year).ToList();
        Count = months.Sum(month => month.Count);

        if (months.Count < 2) return;

        var counts = months.ToDictionary(month => (month.Year, month.Month), month => month.Count);
        var last = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var shown = Enumerable.Range(0, MonthsInChart).Select(back => last.AddMonths(back - MonthsInChart + 1))
            .Select(month => (Month: month, Count: counts.GetValueOrDefault((month.Year, month.Month)))).ToList();
        var most = Math.Max(1, shown.Max(one => one.Count));
        Bars = shown.Select(one => new Bar(one.Month, one.Count, one.Count == 0 ? 0 : Math.Max(3, (int)(one.Count * ChartHeight / most)))).ToList();
    }
}
