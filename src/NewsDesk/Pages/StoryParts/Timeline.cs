using System.Globalization;

namespace NewsDesk.Pages.StoryParts;

/// <summary>A moment on the line: how far along in per cent, how high in the pile, and whether an outlet comes in with it.</summary>
public sealed record TimelineDot(string Left, int Top, bool IsFirst, string Label);

/// <summary>When each outlet came in, as dots on a line from the first article to the newest; what comes close together is piled up.</summary>
public sealed record Timeline(IReadOnlyList<TimelineDot> Dots, int Height)
{
    private const int RowHeight = 15;
    private const int Ground = 14;
    private const int HighestPile = 6;

    /// <summary>In per cent of the width: dots nearer than this would lie on each other.</summary>
    private const double Apart = 2.5;

    public static Timeline Of(IReadOnlyList<Coverage> coverage)
    {
        var (first, last) = (coverage[0].Article.WireTime, coverage[^1].Article.WireTime);
        var span = Math.Max(1, (last - first).TotalMilliseconds);
        var outlets = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var placed = new List<(double X, int Row, bool IsFirst, string Label)>();
        foreach (var one in coverage)
        {
            // A margin on both sides, so that no dot is cut off.
            var x = 2 + (96 * (one.Article.WireTime - first).TotalMilliseconds / span);
            var row = placed.Count(other => Math.Abs(other.X - x) < Apart);
            var label = $"{one.Outlet}, {TimeTagHelper.Said(one.Article.WireTime, "d MMM, HH:mm")}";
            placed.Add((x, Math.Min(row, HighestPile - 1), outlets.Add(one.Outlet), label));
        }

        var height = ((placed.Max(dot => dot.Row) + 1) * RowHeight) + Ground;
        return new([.. placed.Select(dot => new TimelineDot(string.Create(CultureInfo.InvariantCulture, $"{dot.X:0.##}%"), height - Ground - (dot.Row * RowHeight) - 8, dot.IsFirst, dot.Label))], height);
    }
}
