using System.Buffers;
using System.Text.RegularExpressions;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Dates;
using NewsDesk.Wire.Reading.Judging;
using NewsDesk.Wire.Reading.Metadata;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>
/// Trims from what was kept the short lines that say themselves that they are no part of the piece: labels of adverts, links to other
/// pieces, what stands between title and text, and whatever follows the last word.
/// </summary>
internal static partial class FurnitureLines
{
    /// <summary>In words.</summary>
    private const int Short = 24;

    /// <summary>In characters.</summary>
    private const int LongestLine = 400;

    private const int LongestByline = 14;

    /// <summary>In blocks: what stands between title and text.</summary>
    private const int Start = 6;

    /// <summary>Headings and credits that are taken off an article's start, or its end; a page of dates alone is a list of them.</summary>
    private const int MostTaken = 20;

    /// <summary>As a share of the kept words: where an article's end begins.</summary>
    private const double End = 0.7;

    private static readonly SearchValues<char> EndsOfLabels = SearchValues.Create(":»›>–：");

    public static IReadOnlyList<Block> Trim(IReadOnlyList<Block> kept, Scene scene, Facts facts)
    {
        var left = kept.Where(block => !IsLine(block) || !IsAdvert(block) && !IsPointer(block)).ToList();
        TrimStart(left, facts);
        TrimEnd(left, scene, facts);
        return left.Count == 0 ? kept : left;
    }

    /// <summary>The same once more where only something else was taken out since, so that other lines are the first and the last.</summary>
    public static IReadOnlyList<Block> TrimEnds(IReadOnlyList<Block> kept, Scene scene, Facts facts)
    {
        var left = kept.ToList();
        TrimStart(left, facts);
        TrimEnd(left, scene, facts);
        return left.Count == 0 ? kept : left;
    }

    private static bool IsLine(Block block) => block.Words <= Short && block.Text.Length <= LongestLine;

    private static void TrimStart(List<Block> left, Facts facts)
    {
        var taken = 0;
        for (var at = 0; at < Math.Min(Start, left.Count) && taken < MostTaken && !(left[at].IsProse && left[at].Words > Short);)
        {
            if (IsLine(left[at]) && IsCredits(left[at], facts))
            {
                left.RemoveAt(at);
                taken++;
            }
            else
            {
                at++;
            }
        }
    }

    private static bool IsAdvert(Block block) => block.Stops < 2 && Advert().IsMatch(block.Text);

    /// <summary>"You might also like: …" with a link behind it.</summary>
    private static bool IsPointer(Block block)
    {
        if (block.Words <= 2 || block.LinkWords == 0 || block.Links > 3) return false;
        var mark = block.Text.AsSpan().IndexOfAny(EndsOfLabels);
        return mark > 0 && FurniturePhrases.IsLabel(block.Text.AsSpan(0, mark)) || Pointer().IsMatch(block.Text);
    }

    /// <summary>Who wrote it, when, and how long it takes to read.</summary>
    private static bool IsCredits(Block block, Facts facts) =>
        !block.IsHeading && (CreditLines.Is(block.Text, facts) || block.Words <= LongestByline && (ReadingTime().IsMatch(block.Text) || IsByline(block, facts)));

    /// <summary>A line that names a known author and says little else.</summary>
    private static bool IsByline(Block block, Facts facts) =>
        facts.Authors.FirstOrDefault(name => name.Length > 3 && block.Text.Contains(name, StringComparison.OrdinalIgnoreCase)) is { } author &&
        (By().IsMatch(block.Text) || author.Length * 2 >= block.Text.Length || WrittenDate.Find(block.Text, facts.Language) is not null);

    /// <summary>Blocks in a box that is called the author's, at the article's end, from the one that names the author on.</summary>
    private static bool BeginsBiography(Block block, Scene scene, Facts facts) =>
        (block.HintsApartFromTitle & Hint.Author) != Hint.None && facts.Authors.Any(name => block.Text.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static bool IsDate(Block block, string? language) =>
        block.Words <= 8 && block.Text.Length <= LongestLine && WrittenDate.Find(block.Text, language) is { } date && date.Length * 10 >= block.Text.Length * 7;

    /// <summary>Labels that open the furniture below an article take with them all that follows, unless prose follows.</summary>
    private static void TrimEnd(List<Block> left, Scene scene, Facts facts)
    {
        var all = left.Sum(block => block.Words);
        var words = 0;
        var cut = left.Count;
        for (var i = 0; i < left.Count; i++)
        {
            var isAuthors = words >= all * End && i > 0 && (left[i].HintsApartFromTitle & Hint.Author) != Hint.None;
            if (cut == left.Count && (isAuthors && BeginsBiography(left[i], scene, facts) || words >= all * End && i > 0 && left[i].Words <= 6 && left[i].Text.Length <= LongestLine && (Closing().IsMatch(left[i].Text) || FurniturePhrases.IsLabel(left[i].Text)))) cut = i;
            else if (!isAuthors && left[i].IsProse && left[i].Words > Short) cut = left.Count;
            words += left[i].Words;
        }

        if (cut < left.Count) left.RemoveRange(cut, left.Count - cut);

        // A heading that nothing follows, or credits, end no text; a signature may be a part of it.
        var unsigned = facts with { Authors = [] };
        for (var lines = 0; lines < MostTaken && left.Count > 1 && (left[^1].IsHeading && left[^1].Stops == 0 || IsDate(left[^1], null) || left[^1].Words <= Short && CreditLines.Is(left[^1].Text, unsigned)); lines++) left.RemoveAt(left.Count - 1);
    }

    [GeneratedRegex(@"^\W*(?:advertisement|advertisement - continue reading below|advertising|sponsored(?: content| links?)?|promoted|ad|ads|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|reklame|reklam|annons|إعلان|реклама|广告|広告)\W*(?:$|[•·|:–—]|\badvertisement\b)", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex Advert();

    [GeneratedRegex(@"^[^\p{L}]*(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|(?:read|see|check out|watch) (?:also|more|next|now)|also read|recommended(?: reading)?|related(?: article| articles| story| stories| post| posts| reading| news)?|more (?:on this|from [\p{L} ]{2,30})|must read|don't miss|lesen sie (?:auch|hier)|weiterlesen(?: mit [^:]{1,30})?|اقرأ أيضا?ً?|auch interessant|mehr zum thema|das könnte sie auch interessieren|(?:à )?lire (?:aussi|également)|lea también|te puede interesar|leggi anche|leia também|lees ook|läs också|læs også|les også)\s*[:»>–-]", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"^\W*(?:(?:estimated )?reading time\W*)?\d{1,3}[\s-]?(?:min(?:ute)?s?|minuten|minutos|minuti)\b(?:\W*(?:read|lesezeit|de lectura|de lecture|di lettura|leestijd).*|,.*|\W*)$", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex ReadingTime();

    [GeneratedRegex(@"^\W*(?:written |posted |words |story |text )?(?:by|von|par|por|di|door|av|af|بقلم|كتب)\s", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex By();

    [GeneratedRegex(@"^\W*(?:share(?: this(?: article| post| story)?)?(?: on)?|like this|like loading|loading|related(?: posts?| articles?| stories| content)?|(?:no|\d{1,6}) comments?|comments?(?: \(\d{1,6}\))?|leave a (?:comment|reply)|tags?|filed under|tagged|(?:you (?:may|might) also like)|you won't believe these|read (?:more|next)|more (?:stories|articles|posts|from .{2,30})|recommended(?: for you)?|about the authors?|subscribe|newsletter|follow us|teilen|kommentare?|schlagwörter|partager|commentaires|compartir|comentarios|condividi|commenti|delen|reacties)\W*$", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex Closing();
}
