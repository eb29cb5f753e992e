using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using NewsDesk.Archive;

namespace NewsDesk.Pages.Searching;

/// <summary>A line of what was found, with what was looked for marked. There are up to sixty in a page: too many to look up a partial view for each.</summary>
public sealed class Marked(IEnumerable<SnippetPart> parts) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        foreach (var part in parts)
        {
            if (part.IsHit) writer.Write("<mark>");
            encoder.Encode(writer, part.Text);
            if (part.IsHit) writer.Write("</mark>");
        }
    }
}
