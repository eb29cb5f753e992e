using System.Text;
using Markdig.Parsers;
using NewsDesk.Markup;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering.Text;

namespace NewsDesk.Press.Rendering.Blocks;

/// <summary><c>::: update 2026-06-24</c>: a dated correction.</summary>
internal sealed class Update(BlockParser parser) : NewsroomBlock(parser)
{
    /// <summary>Its place among the post's updates, counted from one.</summary>
    public int Number { get; set; }

    public DateTimeOffset? Date => Dates.Find(Words);

    public string Id => $"update-{Number}";
}

internal sealed class UpdateExtension() : NewsroomBlockExtension<Update>("update", parser => new Update(parser))
{
    protected override void Write(PostRenderer renderer, Update block)
    {
        renderer.WriteStart("section", "update", block, block.Id);
        renderer.Write("<p class=\"update-label\">Update");
        if (block.Date is { } date) renderer.Write(", ").Write(TimeTag.Of(date));
        renderer.WriteLine("</p>");
        renderer.WriteChildren(block);
        renderer.WriteLine("</section>");
    }
}

/// <summary>The list of updates for under the title, each with its first words and a way to the whole.</summary>
internal static class UpdateList
{
    private const int MaxWords = 160;

    public static string? Html(IReadOnlyList<Update> updates)
    {
        if (updates.Count == 0) return null;
        var html = new StringBuilder("<ul class=\"updates\">\n");
        foreach (var update in updates)
        {
            var text = PlainText.Excerpt(PlainPost.Read(update).Text, MaxWords);
            html.Append("<li><a href=\"#").Append(update.Id).Append("\">Update");
            if (update.Date is { } date) html.Append(", ").Append(TimeTag.Of(date));
            html.Append("</a>");
            if (text.Length > 0) html.Append(": ").Append(Escape.Html(text));
            html.Append("</li>\n");
        }

        return html.Append("</ul>\n").ToString();
    }
}
