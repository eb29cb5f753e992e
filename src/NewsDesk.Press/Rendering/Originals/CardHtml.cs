using System.Globalization;
using System.Text;

namespace NewsDesk.Press.Rendering.Originals;

/// <summary>Writes an original's card.</summary>
internal static class CardHtml
{
    public static string Write(Card card, string noteHtml = "")
    {
        var html = new StringBuilder("<article class=\"original-card\">\n<p class=\"original-publisher\">");
        if (card.Publisher is { } publisher) html.Append(Escape.Html(publisher));
        else html.Append("<span class=\"domain\">").Append(Escape.Html(card.Domain)).Append("</span>");
        html.Append("</p>\n<p class=\"original-title\"><a href=\"").Append(Escape.Html(card.Url)).Append("\">");
        if (card.Title is { } title) html.Append(Escape.Html(title));
        else html.Append("<span class=\"domain\">").Append(Escape.Html(ShortAddress(card.Url))).Append("</span>");
        html.Append("</a></p>\n");

        if (card.Author is not null || card.Published is not null)
        {
            html.Append("<p class=\"original-meta\">").Append(card.Author is { } author ? $"By <span dir=\"auto\">{Escape.Html(author)}</span>" : "");
            if (card.Published is { } published) html.Append(card.Author is null ? "" : ", ").Append(TimeTag.Of(published));
            html.Append("</p>\n");
        }

        if (card.Excerpt is { } excerpt)
            html.Append("<blockquote class=\"original-excerpt\"><p>").Append(Escape.Html(excerpt)).Append("</p></blockquote>\n");
        if (noteHtml.Length > 0) html.Append("<div class=\"original-note\">\n").Append(noteHtml).Append("</div>\n");
        AppendOthers(html, card);
        return html.Append("</article>\n").ToString();
    }

    /// <summary>The cards that stand nowhere in the text, under their heading.</summary>
    public static string? Section(IReadOnlyList<Card> cards)
    {
        var loose = cards.Where(card => !card.IsInText).ToList();
        if (loose.Count == 0) return null;
        var html = new StringBuilder("<section class=\"originals\">\n<h2>").Append(Escape.Html(OriginalsHeading.Of([.. loose.Select(card => card.Publisher)]))).Append("</h2>\n");
        foreach (var card in loose) html.Append(Write(card));
        return html.Append("</section>\n").ToString();
    }

    private static void AppendOthers(StringBuilder html, Card card)
    {
        if (card.OthersReporting <= 0) return;
        var others = card.OthersReporting == 1 ? "1 other reports this" : string.Create(CultureInfo.InvariantCulture, $"{card.OthersReporting} others report this");
        html.Append("<p class=\"original-more\">");
        if ((card.StoryPath ?? card.ArticlePath) is { } path) html.Append("<a href=\"").Append(Escape.Html(path)).Append("\">").Append(others).Append("</a>");
        else html.Append(others);
        html.Append("</p>\n");
    }

    private static string ShortAddress(string url)
    {
        var address = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..];
        return address.Length <= 60 ? address.TrimEnd('/') : address[..59] + "…";
    }
}
