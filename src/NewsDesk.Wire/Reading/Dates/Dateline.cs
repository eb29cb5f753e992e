using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Judging;

namespace NewsDesk.Wire.Reading.Dates;

/// <summary>Finds the date that a page shows to its readers, beside the title or where it says "posted".</summary>
internal static class Dateline
{
    /// <summary>In words; a longer block tells a story and may well speak of another day.</summary>
    private const int MaxWords = 28;

    private const int BlocksBefore = 8;
    private const int BlocksAfter = 16;

    public static DateTimeOffset? Find(Scene scene, string? language)
    {
        DateTimeOffset? best = null;
        var bestWorth = 0.0;
        foreach (var block in scene.Page.Blocks)
        {
            if (block.Words > MaxWords || block.LinkDensity > 0.9 && block.Words > 6) continue;
            var worth = Worth(scene, block);
            if (worth <= bestWorth || WrittenDate.Find(block.Text, language) is not { } found) continue;
            if (found.At > 0 && Labels.IsUpdate(block.Text.AsSpan(0, found.At))) worth *= 0.6;
            else if (Labels.IsPublished(block.Text)) worth *= 1.5;
            // A date that is nearly all of its block is a date line; one amid words may be any day.
            if (found.Length * 3 < block.Text.Length && !Labels.IsPublished(block.Text) && (block.Box.Own & (Hint.About | Hint.Author)) == Hint.None) worth *= 0.6;
            if (worth <= bestWorth) continue;
            (best, bestWorth) = (found.Date, worth);
        }

        return bestWorth >= 1 ? best : null;
    }

    private static double Worth(Scene scene, Block block)
    {
        var distance = block.Index - scene.Anchor;
        var start = scene.Container?.FirstBlock ?? scene.Anchor;
        if (Math.Abs(block.Index - start) < Math.Abs(distance)) distance = (block.Index - start) * 2;
        var near = distance is >= -BlocksBefore and <= BlocksAfter;
        var worth = near ? 3.0 - (distance < 0 ? -distance * 0.15 : distance * 0.08) : 0;
        var around = scene.HintsApartFromTitle(block);
        if (worth == 0)
        {
            if (scene.Container?.Holds(block) == true && Labels.IsPublished(block.Text)) worth = 1.2;
            else return 0;
        }

        if (((block.Box.Own | block.Inline) & Hint.About) != Hint.None) worth *= 1.3;
        if ((around & (Hint.Related | Hint.Comments | Hint.Footer | Hint.Side | Hint.Navigation | Hint.Card)) != Hint.None) worth *= 0.5;
        if (scene.Alike(block.Box) > 3 && block.Tag != "p" && block.Tag != "div") worth *= 0.6;
        return worth;
    }
}
