using System.Globalization;
using System.Text;
using NewsDesk.Wire.Reading;

namespace NewsDesk.Commands;

/// <summary>A read article as a person reads it in a terminal.</summary>
internal static class ShownArticle
{
    /// <summary>In columns, of a block's text and of where it stands.</summary>
    private const int MostOfText = 60;
    private const int LeastOfText = 24;

    /// <summary>In columns: a sign, a number and the spaces between.</summary>
    private const int Margin = 12;

    /// <summary>Of what is no article the reader keeps the likeliest, so that a page of a doubtful kind does not come out empty; a person is not shown a menu for an article.</summary>
    public static bool IsFound(Explanation told) =>
        told.Article.Text.Length > 0 && (!told.Blocks.Any(block => block.Kept) || told.Blocks.Any(block => block.Kept && block.Likelihood >= 0.5));

    public static string Of(Explanation told, bool explain, TerminalLook look)
    {
        var article = told.Article;
        var shown = new StringBuilder();
        foreach (var line in look.Lines(article.Title ?? "(no title)")) shown.AppendLine(look.Strong(line));
        var about = new[] { string.Join(", ", article.Authors), article.SiteName, ExtractCommand.Written(article.Published), article.Kind == ArticleKind.Article ? null : article.Kind.ToString() };
        if (string.Join(" · ", about.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } credits)
        {
            foreach (var line in look.Lines(credits)) shown.AppendLine(look.Faint(line));
        }

        shown.AppendLine();
        if (explain) Explain(shown, told, look);
        if (!IsFound(told)) return shown.ToString();
        foreach (var paragraph in article.Text.Split("\n\n"))
        {
            foreach (var line in look.Lines(paragraph)) shown.AppendLine(line);
            shown.AppendLine();
        }

        return shown.ToString();
    }

    private static void Explain(StringBuilder shown, Explanation told, TerminalLook look)
    {
        foreach (var line in look.Lines($"Container: {told.Container}")) shown.AppendLine(line);
        shown.AppendLine("Blocks: + kept or - pruned, how likely each belongs (0 to 1), its text, where it stands:");
        var text = Math.Clamp(look.Width - Margin - 30, LeastOfText, MostOfText);
        var place = look.IsStyled ? Math.Max(10, look.Width - Margin - text) : int.MaxValue;
        foreach (var block in told.Blocks)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"  {(block.Kept ? '+' : '-')} {block.Likelihood:F2}  {TerminalLook.Cut(block.Text.ReplaceLineEndings(" "), text)}  {Inner(TerminalLook.Plain(block.Place), place)}");
            shown.AppendLine(block.Kept ? line : look.Faint(line));
        }

        shown.AppendLine();
    }

    /// <summary>The end of a place, which is nearest to the text.</summary>
    private static string Inner(string place, int columns) => place.Length <= columns ? place : "…" + place[^(columns - 1)..];
}
