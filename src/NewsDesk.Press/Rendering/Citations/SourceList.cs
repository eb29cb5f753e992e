using System.Text;

namespace NewsDesk.Press.Rendering.Citations;

/// <summary>The list of sources at the end of a text.</summary>
internal static class SourceList
{
    public static string? Html(IReadOnlyList<CitedSource> sources)
    {
        if (sources.Count == 0) return null;
        var html = new StringBuilder("<section class=\"sources\">\n<h2>Sources</h2>\n<ol>\n");
        foreach (var source in sources)
        {
            html.Append("<li id=\"source-").Append(source.Number).Append("\"><a dir=\"auto\" href=\"").Append(Escape.Html(source.Url)).Append("\">");
            if (source.Title is { } title) html.Append(Escape.Html(title)).Append("</a>");
            else html.Append("<span class=\"domain\">").Append(Escape.Html(source.Domain)).Append("</span></a>");
            if (source.Publisher is { } publisher) html.Append(", <span class=\"publisher\" dir=\"auto\">").Append(Escape.Html(publisher)).Append("</span>");
            else if (source.Title is not null) html.Append(", <span class=\"domain\">").Append(Escape.Html(source.Domain)).Append("</span>");
            if (source.Published is { } published) html.Append(", ").Append(TimeTag.Of(published));
            html.Append("</li>\n");
        }

        return html.Append("</ol>\n</section>\n").ToString();
    }

    /// <summary>What a citation says when the pointer rests on it.</summary>
    public static string? Title(CitedSource source)
    {
        if (source.Title is null) return null;
        var date = source.Published is { } published ? ", " + TimeTag.Day(published) : "";
        return $"{source.Title}, {source.Publisher ?? source.Domain}{date}";
    }
}
