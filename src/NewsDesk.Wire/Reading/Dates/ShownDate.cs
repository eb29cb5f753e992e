using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Judging;

namespace NewsDesk.Wire.Reading.Dates;

/// <summary>The date that a page shows to its readers: beside the title, at the article's end, or where it says "posted".</summary>
internal sealed record ShownDate(DateTimeOffset Date, bool IsUpdate, bool IsPublished)
{
    /// <summary>Whether the date is most of what its line says.</summary>
    public bool IsLine { get; init; }

    public bool IsByTitle { get; init; }

    private const Hint Elsewhere = Hint.Related | Hint.Comments | Hint.Footer | Hint.Side | Hint.Navigation | Hint.Card;

    /// <summary>In words; a longer block tells a story and may well speak of another day.</summary>
    private const int MaxWords = 28;

    /// <summary>In blocks, from the title.</summary>
    private const int BlocksBefore = 8;
    private const int BlocksAfter = 16;

    /// <summary>In blocks, from the end of what holds the article.</summary>
    private const int BlocksAtEnd = 3;
    private const int BlocksAfterEnd = 8;

    public static ShownDate? Find(Scene scene, string? language)
    {
        var order = FigureOrder.Of(scene, language);
        ShownDate? best = null;
        var bestRank = 0.0;
        foreach (var block in scene.Page.Blocks)
        {
            var time = MachineDate.In(block);
            if (time is null && (block.Words > MaxWords || block.LinkDensity > 0.9 && block.Words > 6)) continue;
            var worth = Worth(scene, block);
            if (worth * 2.1 <= bestRank || Read(scene, block, time, order) is not { } shown) continue;
            if (time is not null) worth *= 1.4;
            // A date that is nearly all of its block is a date line; one amid words may be any day.
            else if (!shown.IsLine && !shown.IsPublished && !shown.IsUpdate && (block.Box.Own & (Hint.About | Hint.Author)) == Hint.None) worth *= 0.6;
            if (shown.IsPublished) worth *= Labels.IsFirst(block.Text) ? 2.5 : 1.5;
            var rank = shown.IsUpdate ? worth * 0.6 : worth;
            if (worth < 1 || rank <= bestRank || IsQuoted(scene, block)) continue;
            (best, bestRank) = (shown, rank);
        }

        return best;
    }

    private static ShownDate? Read(Scene scene, Block block, DateTimeOffset? time, FigureOrder order)
    {
        var distance = block.Index - scene.Anchor;
        var written = block.Words <= MaxWords ? WrittenDate.Find(block.Text, order) : null;
        if ((time ?? written?.Date) is not { } date) return null;
        var before = written is null ? block.Words <= 6 ? block.Text : "" : block.Text.AsSpan(0, written.Value.At);
        // A heading or cell just above may say what the date is.
        if (before.IsWhiteSpace() && block.Index > 0 && scene.Page.Blocks[block.Index - 1] is { Words: <= 3 } above) before = above.Text;
        return new(date, Labels.IsUpdate(before), Labels.IsPublished(before) || Labels.IsPublished(block.Text) && !Labels.IsUpdate(before))
        {
            IsLine = written is { } found ? found.Length * 3 >= block.Text.Length || IsCredits(block) : block.Words <= 8,
            IsByTitle = scene.TitleBlock >= 0 && distance is >= -3 and <= 8 && (block.HintsApartFromTitle & (Hint.Related | Hint.Comments | Hint.Navigation)) == Hint.None,
        };
    }

    /// <summary>A quoted letter, or another network's post set into the text, has a day of its own.</summary>
    private static bool IsQuoted(Scene scene, Block block)
    {
        for (Box? box = block.Box; box is not null && (scene.Anchor < box.FirstBlock || scene.Anchor >= box.EndBlock); box = box.Parent)
        {
            if (box.Tag == "blockquote" || MachineDate.IsOfEmbedded(box.Element)) return true;
        }

        return false;
    }

    /// <summary>A short line that says what its date is, or stands under one that does.</summary>
    private static bool IsLabelled(Scene scene, Block block) =>
        block.Words <= 12 && (Labels.IsPublished(block.Text) || Labels.IsUpdate(block.Text) || block.Index > 0 && scene.Page.Blocks[block.Index - 1] is { Words: <= 3 } above && Labels.IsPublished(above.Text));

    /// <summary>A line that tells who and when.</summary>
    private static bool IsCredits(Block block) => block.Words <= 16 && ((block.Box.Own | block.Inline) & (Hint.About | Hint.Author)) != Hint.None;

    private static double Worth(Scene scene, Block block)
    {
        var distance = block.Index - scene.Anchor;
        var start = scene.Container?.FirstBlock ?? scene.Anchor;
        if (Math.Abs(block.Index - start) < Math.Abs(distance)) distance = (block.Index - start) * 2;
        var worth = distance is >= -BlocksBefore and <= BlocksAfter ? 3.0 - (distance < 0 ? -distance * 0.15 : distance * 0.08)
            : scene.Container is { } box && block.Index >= box.EndBlock - BlocksAtEnd && block.Index < box.EndBlock + BlocksAfterEnd ? 1.4
            : IsLabelled(scene, block) ? 1.05
            : 0;
        if (worth == 0) return 0;
        if (((block.Box.Own | block.Inline) & Hint.About) != Hint.None) worth *= 1.3;
        var around = block.HintsApartFromTitle;
        // Articles have a foot of their own.
        if (scene.Container is { } article && block.Index >= article.FirstBlock && block.Index < article.EndBlock + BlocksAfterEnd) around &= ~Hint.Footer;
        if ((around & Elsewhere) != Hint.None) worth *= (around & Hint.Navigation) != Hint.None ? 0.2 : 0.5;
        if (block.Box.Alike > 3 && block.Tag is not ("p" or "div")) worth *= 0.6;
        return worth;
    }
}
