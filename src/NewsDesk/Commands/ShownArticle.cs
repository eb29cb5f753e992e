using System.Globalization;
using System.Text;
using NewsDesk.Markup;
using NewsDesk.Wire.Reading;

namespace NewsDesk.Commands;

/// <summary>A read article as a person reads it in a terminal.</summary>
internal static class ShownArticle
{
    private const int ShownOfPruned = 60;

    public static string Of(Explanation told, bool explain, int width)
    {
        var article = told.Article;
        var shown = new StringBuilder();
        Wrap(shown, article.Title ?? "(no title)", width);
        var about = new[] { string.Join(", ", article.Authors), article.SiteName, ExtractCommand.Written(article.Published), article.Kind == ArticleKind.Article ? null : article.Kind.ToString() };
        if (string.Join(" · ", about.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } line) Wrap(shown, line, width);
        shown.AppendLine();
        if (explain) Explain(shown, told);
        foreach (var paragraph in (article.Text.Length == 0 ? "(no article was found in this page)" : article.Text).Split("\n\n"))
        {
            foreach (var lineOfText in paragraph.Split('\n')) Wrap(shown, lineOfText, width);
            shown.AppendLine();
        }

        return shown.ToString();
    }

    private static void Explain(StringBuilder shown, Explanation told)
    {
        shown.AppendLine(CultureInfo.InvariantCulture, $"Container: {Safe(told.Container)}");
        shown.AppendLine("Blocks, + kept and - pruned, with how likely each belongs to the article:");
        foreach (var block in told.Blocks)
            shown.AppendLine(CultureInfo.InvariantCulture, $"  {(block.Kept ? '+' : '-')} {block.Likelihood:F2}  {PlainText.Excerpt(Safe(block.Text), ShownOfPruned),-ShownOfPruned}  {Safe(block.Place)}");
        shown.AppendLine();
    }

    private static void Wrap(StringBuilder shown, string text, int width)
    {
        var length = 0;
        foreach (var word in Safe(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (length > 0 && length + 1 + word.Length > width)
            {
                shown.AppendLine();
                length = 0;
            }

            if (length > 0) shown.Append(' ');
            shown.Append(word);
            length += word.Length + (length > 0 ? 1 : 0);
        }

        shown.AppendLine();
    }

    /// <summary>Control characters in a page could command the terminal.</summary>
    private static string Safe(string text) =>
        string.Create(text.Length, text, (safe, from) =>
        {
            for (var i = 0; i < from.Length; i++) safe[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });
}
