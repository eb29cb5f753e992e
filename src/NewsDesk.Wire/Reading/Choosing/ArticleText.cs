using System.Text;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Metadata;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>Writes the kept blocks as plain text.</summary>
internal static class ArticleText
{
    public static string Of(IEnumerable<Block> kept, string? title)
    {
        var text = new StringBuilder();
        foreach (var block in kept)
        {
            if (text.Length == 0 && title is not null && Titles.Squeeze(block.Text).Equals(title, StringComparison.OrdinalIgnoreCase)) continue;
            if (text.Length > 0) text.Append("\n\n");
            text.Append(block.Text);
        }

        return text.ToString();
    }
}
