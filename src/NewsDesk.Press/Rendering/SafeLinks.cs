using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsDesk.Press.Rendering;

/// <summary>Takes the address out of every link and image whose scheme could run something.</summary>
internal sealed class SafeLinks : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += document =>
    {
        foreach (var node in document.Descendants())
        {
            if (node is LinkInline link && !IsSafe(link.Url, link.IsImage)) link.Url = "";
            if (node is AutolinkInline { IsEmail: false } auto && !IsSafe(auto.Url, isImage: false)) auto.Url = "";
        }
    };

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    /// <summary>Relative addresses and a few schemes; browsers skip control characters in a scheme, so none may stand before its end.</summary>
    internal static bool IsSafe(string? url, bool isImage)
    {
        if (string.IsNullOrEmpty(url)) return true;
        var end = url.AsSpan().IndexOfAny(':', '/', '?');
        var beginning = end < 0 ? url.AsSpan() : url.AsSpan(0, end);
        if (beginning.IndexOfAnyInRange('\0', ' ') >= 0) return false;
        if (end < 0 || url[end] != ':') return true;
        return beginning.Equals("https", StringComparison.OrdinalIgnoreCase)
            || beginning.Equals("http", StringComparison.OrdinalIgnoreCase)
            || (!isImage && (beginning.Equals("mailto", StringComparison.OrdinalIgnoreCase) || beginning.Equals("tel", StringComparison.OrdinalIgnoreCase)));
    }
}
