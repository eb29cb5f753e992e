using System.Text;
using NewsDesk.Wire.Reading.Blocks;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>Writes the kept blocks as plain text, paragraphs parted by a blank line.</summary>
internal static class ArticleText
{
    /// <summary>In blocks: where titles and teasers are repeated.</summary>
    private const int Start = 6;

    /// <summary>In letters.</summary>
    private const int ShortestTeaser = 24;
    private const int Compared = 1_000;

    public static string Of(IEnumerable<Block> kept) =>
        string.Join("\n\n", kept.Select(block => IsCode(block) ? block.Text : LeakedAttributes.Remove(block.Text)).Where(text => text.Length > 0));

    /// <summary>
    /// The blocks without those near the start that only say the title again, as often as a page does so, and without a cut-off teaser
    /// that a later paragraph says in full.
    /// </summary>
    public static IReadOnlyList<Block> WithoutRepeats(IReadOnlyList<Block> kept, string? title)
    {
        var plain = kept.Take(Start + 4).Select(block => Letters(block.Text)).ToList();
        var plainTitle = title is null ? "" : Letters(title);
        var left = new List<Block>(kept.Count);
        for (var i = 0; i < kept.Count; i++)
        {
            if (i >= Start || !(plainTitle.Length > 0 && plain[i] == plainTitle) && !IsTeaser(plain, i, plainTitle)) left.Add(kept[i]);
        }

        return left.Count == 0 ? kept : left;
    }

    /// <summary>Whether what the block says after the title is where one of the next paragraphs begins.</summary>
    private static bool IsTeaser(List<string> plain, int at, string title)
    {
        var said = plain[at];
        if (title.Length > 0 && said.IndexOf(title, StringComparison.Ordinal) is >= 0 and < 24 and var found) said = said[(found + title.Length)..];
        if (said.Length < ShortestTeaser) return false;
        for (var i = at + 1; i < plain.Count; i++)
        {
            if (plain[i].Length > said.Length && plain[i].StartsWith(said, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(Math.Min(text.Length, Compared));
        for (var i = 0; i < text.Length && letters.Length < Compared; i++)
        {
            if (char.IsLetterOrDigit(text[i])) letters.Append(char.ToLowerInvariant(text[i]));
        }

        return letters.ToString();
    }

    private static bool IsCode(Block block) => block.Tag == "pre" || block.Box.Parent?.Element.LocalName == "pre";
}
