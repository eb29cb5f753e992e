using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Dates;
using NewsDesk.Wire.Reading.Judging;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>The names that a page shows as its authors', and whether a line by the title says "By" before them.</summary>
internal sealed record Signature(IReadOnlyList<string> Names, bool IsSaidByTitle)
{
    public static readonly Signature None = new([], false);
}

/// <summary>Finds the byline that a page shows to its readers: "By …" near the title, or a name in a box that is called author.</summary>
internal static partial class Signatures
{
    private const int MaxWords = 24;
    private const int MaxLength = 300;

    /// <summary>The same of a line in a box that calls itself the author's: it may say what she has done, too.</summary>
    private const int MaxWordsOfAuthor = 60;
    private const int MaxLengthOfAuthor = 600;

    private const int MaxNames = 6;
    private const int BlocksBefore = 8;
    private const int BlocksAfter = 14;

    /// <summary>In blocks, from the end of what holds the article.</summary>
    private const int BlocksAtEnd = 4;
    private const int BlocksAfterEnd = 6;

    public static Signature Find(Scene scene, string? siteName, string? language)
    {
        var best = Signature.None;
        var bestWorth = 0.0;
        foreach (var block in scene.Page.Blocks)
        {
            var isLong = block.Words > MaxWords || block.Text.Length > MaxLength;
            if (isLong && (block.Words > MaxWordsOfAuthor || block.Text.Length > MaxLengthOfAuthor || (block.Box.Own & Hint.Author) == Hint.None) || block.Index == scene.TitleBlock) continue;
            var place = Zone(scene, block);
            // Far from the title and from the end only a single box that calls itself the author's will do.
            if (place == Place.Elsewhere && !StandsAlone(scene, block) && !IsSaidAboveAlone(scene, block)) continue;
            var named = NamedElements.In(block);
            if (isLong && named.Count == 0) continue;
            var worth = Worth(scene, block, place, named, language, out var text);
            if (worth <= bestWorth) continue;
            var names = (named.Count > 0 ? named.SelectMany(PersonNames.Split) : PersonNames.Split(text))
                .Where(name => PersonNames.IsName(name, siteName, mayBeSite: true) && (named.Count > 0 || !char.IsLower(name[0])) && scene.Facts.Title?.Contains(name, StringComparison.OrdinalIgnoreCase) != true).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            // "Jane Roe, Head of Marketing": beside a person, what is none is what she does.
            if (names.Exists(PersonNames.LooksLikePerson)) names.RemoveAll(name => !PersonNames.LooksLikePerson(name));
            if (names.Count is 0 or > MaxNames) continue;
            if (names.Count == 1 && IsSaidAbove(scene, block)) AddThoseBelow(scene, block, names);
            (best, bestWorth) = (new(names, place == Place.ByTitle && SaidNames.In(block.Text) is not null), worth);
        }

        return bestWorth >= 1 ? best : Signature.None;
    }

    private const Hint Others = Hint.Comments | Hint.Related | Hint.Card | Hint.Navigation | Hint.Footer | Hint.List;

    private enum Place
    {
        ByTitle,
        Within,
        AtEnd,
        Elsewhere,
    }

    private static Place Zone(Scene scene, Block block)
    {
        if (block.Index - scene.Anchor is >= -BlocksBefore and <= BlocksAfter) return Place.ByTitle;
        if (scene.Container is not { } box || block.Index < box.FirstBlock || block.Index >= box.EndBlock + BlocksAfterEnd) return Place.Elsewhere;
        return block.Index >= box.EndBlock - BlocksAtEnd ? Place.AtEnd : Place.Within;
    }

    private static bool StandsAlone(Scene scene, Block block) =>
        block.Index > scene.Anchor && block.Box.Alike == 1 && scene.Copies(block) <= 2 && (block.HintsApartFromTitle & Others) == Hint.None;

    private static double Worth(Scene scene, Block block, Place place, IReadOnlyList<string> named, string? language, out string text)
    {
        text = named.Count > 0 ? string.Join(", ", named) : block.Text;
        if (place == Place.Elsewhere) return named.Count > 0 && StandsAlone(scene, block) || IsSaidAboveAlone(scene, block) ? 1 : 0;
        var distance = block.Index - scene.Anchor;
        var near = place == Place.ByTitle;
        var hinted = named.Count > 0 || ((block.Box.Own | block.Inline | (block.Box.Parent?.Own ?? Hint.None)) & Hint.Author) != Hint.None;
        var says = SaidNames.In(block.Text);
        var said = says is not null || IsSaidAbove(scene, block);
        var around = block.HintsApartFromTitle;

        if (!near && !said && !(place == Place.AtEnd && hinted)) return 0;
        if (!said && ((block.Box.Own | block.Inline) & Hint.Caption) != Hint.None) return 0;
        if ((around & (Hint.Comments | Hint.Navigation | Hint.Footer)) != Hint.None && !hinted && !said) return 0;

        // "Jane Roe July 3, 2026": what stands before or after a date may be the name, and a date beside a name speaks for both.
        var dated = WrittenDate.Find(block.Text, language);
        if (named.Count == 0)
        {
            if (says is not null) text = says.Names;
            if (WrittenDate.Find(text, language) is { } date) text = date.At > 3 ? text[..date.At] : text[(date.At + date.Length)..];
            text = SaidNames.WithoutTail(text);
            if (says is null && !PersonNames.LooksLikePerson(text)) return 0;
            // "Text: …" may also open a line that tells of a text.
            if (says is { IsLabelled: true } && !PersonNames.Split(text).All(name => PersonNames.LooksLikePerson(name) || PersonNames.HasNoCapitals(name))) return 0;
        }

        var worth = near ? 1.0 - Math.Abs(distance) * 0.03 : 0.2;
        if (said) worth += near ? 1.5 : 0.9;
        if (named.Count > 0) worth += 0.6;
        if (hinted) worth += 0.8;
        if (!said)
        {
            if (dated is not null) worth += 0.4;
            else if (DateBeside(scene, block, language)) worth += 0.3;
            else if (!hinted && distance is < 1 or > 3) return 0;
            else worth += 0.1;
        }

        if (!said && ((block.Box.Own | block.Inline | (block.Box.Parent?.Own ?? Hint.None)) & Hint.About) != Hint.None) worth += 0.3;
        if ((around & (Hint.Comments | Hint.Related | Hint.Card | Hint.Side)) != Hint.None) worth *= said && (around & (Hint.Comments | Hint.Related)) == Hint.None ? 0.9 : 0.5;
        return worth;
    }

    /// <summary>A short line just above that says that an author follows; between the two may stand initials in place of a picture.</summary>
    private static Block? SaidAbove(Scene scene, Block block)
    {
        if (block.Index == 0 || !PersonNames.LooksLikePerson(block.Text)) return null;
        var above = scene.Page.Blocks[block.Index - 1];
        if (above.Text.Length <= 3 && block.Index > 1 && above.Text.All(char.IsUpper)) above = scene.Page.Blocks[block.Index - 2];
        return above.Words <= 5 && SaysAuthor().IsMatch(above.Text) ? above : null;
    }

    private static bool IsSaidAbove(Scene scene, Block block) => SaidAbove(scene, block) is not null;

    /// <summary>The same where the page says so once, and not of its comments or of other pieces.</summary>
    private static bool IsSaidAboveAlone(Scene scene, Block block) =>
        SaidAbove(scene, block) is { } above && scene.Copies(above) == 1 && (block.HintsApartFromTitle & (Hint.Comments | Hint.Related | Hint.Navigation | Hint.Footer)) == Hint.None;

    /// <summary>Names in a list that a line above it calls the authors.</summary>
    private static void AddThoseBelow(Scene scene, Block first, List<string> names)
    {
        for (var at = first.Index + 1; at < scene.Count && names.Count < MaxNames; at++)
        {
            var block = scene.Page.Blocks[at];
            if (first.Tag != "li" || block.Tag != first.Tag || block.Box.Parent != first.Box.Parent || !PersonNames.LooksLikePerson(block.Text)) return;
            names.Add(block.Text);
        }
    }

    private static bool DateBeside(Scene scene, Block block, string? language)
    {
        for (var at = block.Index + 1; at <= block.Index + 2 && at < scene.Count; at++)
        {
            var other = scene.Page.Blocks[at];
            if (other.Words <= 12 && WrittenDate.Find(other.Text, language) is { } found && found.At < 14) return true;
        }

        return false;
    }

    [GeneratedRegex(@"^(?:(?:(?:this |the )?(?:article|story|text|words|post|piece|guide|content) )?(?:was )?(?:(?:written|posted|published|contributed) )?by|authors?|author\(s\)|(?:about|meet) the authors?|words|autor|autorin|autoren|autores|auteurs?|autore|autori|scritto da|escrito por|écrit par|geschrieben von|verfasst von|geschreven door|skriven av|skrevet av|автор|авторы|作者|記者|记者|執筆者|بقلم|yazar)\s*[:：]?$", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex SaysAuthor();
}
