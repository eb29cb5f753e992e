using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Dates;
using NewsDesk.Wire.Reading.Judging;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>Finds the byline that a page shows to its readers: "By …" near the title, or a name in a box that is called author.</summary>
internal static partial class Signatures
{
    private const int MaxWords = 24;
    private const int MaxLength = 300;
    private const int BlocksBefore = 8;
    private const int BlocksAfter = 14;

    public static IReadOnlyList<string> Find(Scene scene, string? siteName, string? language)
    {
        IReadOnlyList<string> best = [];
        var bestWorth = 0.0;
        foreach (var block in scene.Page.Blocks)
        {
            if (block.Words > MaxWords || block.Text.Length > MaxLength || block.Index == scene.TitleBlock) continue;
            var worth = Worth(scene, block, language, out var text);
            if (worth <= bestWorth) continue;
            var names = PersonNames.Split(text).Where(name => PersonNames.IsName(name, siteName, mayBeSite: true) && !char.IsLower(name[0])).ToList();
            if (names.Count is 0 or > 6) continue;
            (best, bestWorth) = (names, worth);
        }

        return bestWorth >= 1 ? best : [];
    }

    private static double Worth(Scene scene, Block block, string? language, out string text)
    {
        text = block.Text;
        var distance = block.Index - scene.Anchor;
        var near = distance is >= -BlocksBefore and <= BlocksAfter;
        var linked = ProfileIn(block);
        if (linked is not null && near) text = linked;
        var hinted = linked is not null || ((block.Box.Own | block.Inline | (block.Box.Parent?.Own ?? Hint.None)) & Hint.Author) != Hint.None;
        var says = Said().Match(block.Text);
        var inArticle = scene.Container is { } box && block.Index >= box.FirstBlock && block.Index < box.EndBlock + 4;
        var around = scene.HintsApartFromTitle(block);
        if (!near && !(inArticle && says.Success)) return 0;
        if ((around & (Hint.Comments | Hint.Navigation | Hint.Footer)) != Hint.None && !hinted && !says.Success) return 0;

        // "Jane Roe July 3, 2026": what stands before or after a date may be the name, and a date beside a name speaks for both.
        var dated = WrittenDate.Find(text, language);
        if (says.Success && linked is null) text = says.Groups["names"].Value;
        if (WrittenDate.Find(text, language) is { } date) text = date.At > 3 ? text[..date.At] : text[(date.At + date.Length)..];
        text = Tail().Replace(text, "");

        var worth = near ? 1.0 - Math.Abs(distance) * 0.03 : 0.2;
        if (says.Success) worth += near ? 1.5 : 0.9;
        else if (!PersonNames.LooksLikePerson(text)) return 0;
        if (linked is not null) worth += 0.6;
        if (hinted) worth += 0.8;
        if (dated is not null && !says.Success) worth += 0.4;
        else if (!says.Success && DateBeside(scene, block, language)) worth += 0.3;
        else if (!says.Success && !hinted && distance is < 1 or > 3) return 0;
        else if (!says.Success) worth += 0.1;
        if ((around & (Hint.Related | Hint.Card | Hint.Side)) != Hint.None) worth *= 0.5;
        return worth;
    }

    /// <summary>The text of a link to a page about a writer, as addresses tell.</summary>
    private static string? ProfileIn(Block block)
    {
        if (block.Links is 0 or > 4) return null;
        foreach (var node in block.Nodes)
        {
            for (var at = node.Parent; at is IElement element && at != block.Box.Element; at = at.Parent)
            {
                if (element.LocalName != "a" || element.GetAttribute("href") is not { } address) continue;
                if (Profile().IsMatch(address) && Titles.Squeeze(node.NodeValue) is { Length: > 3 } name && PersonNames.LooksLikePerson(name)) return name;
            }
        }

        return null;
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

    [GeneratedRegex(@"^(?:.{0,40}?(?:[|•·,:–—-]|\d)\s*)?(?i:(?:written|posted|published|reviewed|words|story|text|article|report|post|contributed)\s+)?(?i:by|von|par|por|di|door|autor|author|auteur|autore|escrito por|écrit par|geschrieben von)[:\s]*(?<names>\p{Lu}.{1,120})$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5_000)]
    private static partial Regex Said();

    [GeneratedRegex(@"/(?:author|authors|autor|auteur|by|people|person|contributor|contributors|writer|writers|staff|profile|profiles|team|reporter|journalist|columnist)s?/[^/]+", RegexOptions.IgnoreCase, 5_000)]
    private static partial Regex Profile();

    /// <summary>What follows a name in a byline: a mark and the rest, or a word that no name has.</summary>
    [GeneratedRegex(@"\s*(?:[|•·・–—\n(]|\s-\s|,?\s(?:on|in|at|posted|published|updated|last|read|view|from|reviewed|edited)\s|\.\s(?:reviewed|edited|medically|updated|fact)).*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5_000)]
    private static partial Regex Tail();
}
