using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering.Blocks;
using NewsDesk.Press.Typesetting;

namespace NewsDesk.Press.Rendering.Video;

/// <summary><c>::: video https://… Title</c>: a card that leads to the video and to moments in it; nothing is loaded from there.</summary>
internal sealed class VideoBlock(BlockParser parser) : NewsroomBlock(parser)
{
    public VideoPlace? Place { get; set; }

    public string Title { get; set; } = "";

    /// <summary>Reads the words after the name: an address, and perhaps a title.</summary>
    public void Prepare(Printing printing)
    {
        var words = Words.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length > 0 && WebAddress.Find(words[0]) is { } address)
        {
            Place = VideoPlace.Find(address);
            Title = words.Length > 1 ? words[1] : "";
            printing.NoteLink(Place.Url, Line);
        }
        else
        {
            Title = Words;
            printing.Warn(Line, $"::: video needs the video's address, not \"{Words}\": write ::: video https://… and perhaps a title after it");
        }

        Title = SetLine.Of(Title, printing.Marks);
        Moments.Find(this);
    }
}

internal sealed class VideoExtension() : NewsroomBlockExtension<VideoBlock>("video", parser => new VideoBlock(parser))
{
    protected override void Write(PostRenderer renderer, VideoBlock block)
    {
        renderer.WriteStart("figure", "video", block);
        if (block.Place is { } place)
        {
            renderer.Write("<a href=\"").WriteEscape(place.Url).Write("\" class=\"video-still\"><span class=\"video-title\">")
                .WriteEscape(block.Title.Length > 0 ? block.Title : "Watch the video").Write("</span> <span class=\"video-place\">")
                .WriteEscape(place.Site).WriteLine("</span></a>");
        }
        else if (block.Title.Length > 0)
        {
            renderer.Write("<p class=\"video-title\">").WriteEscape(block.Title).WriteLine("</p>");
        }

        renderer.WriteChildren(block);
        renderer.WriteLine("</figure>");
    }
}

/// <summary>Writes a moment as a link that jumps there.</summary>
internal sealed class MomentExtension : HtmlObjectRenderer<Moment>, IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) { }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Add(this);

    protected override void Write(HtmlRenderer renderer, Moment moment)
    {
        if (moment.Url is { } url) renderer.Write("<a href=\"").WriteEscape(url).Write("\">").Write(moment.Written).Write("</a>");
        else renderer.Write(moment.Written);
    }
}
