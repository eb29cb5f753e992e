using NewsDesk.Press.Pictures;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Tests.Press.Rendering;

/// <summary>Posts printed for a test, with an archive that knows a little.</summary>
internal static class Prints
{
    public static readonly WordList Words = WordListFile.Parse("strong:\n  - fuck*\n  - shit: muck\nmild:\n  - damn*: darn*\n", "language.yml").Words;

    /// <summary>The archive, the words and the images that the written cases are printed with.</summary>
    public static RenderContext Context { get; } = new()
    {
        Words = Words,
        SiteUrl = new Uri("https://misgiving.example/"),
        Originals = new[]
        {
            new KnownOriginal
            {
                Url = "https://herald.example/moon", Title = "Moon is sold", Publisher = "The Herald", Author = "Ada Penn",
                Published = new DateTimeOffset(2026, 11, 4, 9, 30, 0, TimeSpan.Zero), Excerpt = "The council sold the moon on Tuesday.",
                ArticlePath = "/article/1/moon-is-sold", OthersReporting = 3,
            },
            new KnownOriginal { Url = "https://courier.example/buyer", Title = "A buyer <speaks>", OthersReporting = 1 },
        }.ToDictionary(known => known.Url, StringComparer.Ordinal),
        Story =
        [
            new KnownOriginal { Url = "https://herald.example/moon", Title = "Moon is sold", Publisher = "The Herald", ArticlePath = "/article/1/moon-is-sold" },
            new KnownOriginal { Url = "https://gazette.example/a?b=1&c=2", Published = new DateTimeOffset(2026, 11, 5, 0, 0, 0, TimeSpan.Zero) },
        ],
        Pictures = new(new Dictionary<string, ImageSize?>(StringComparer.Ordinal) { ["/media/moon.jpg"] = new(1200, 800) }),
    };

    public static RenderedPost Print(string file, RenderContext? context = null) =>
        PostHtml.Render(PostFile.Parse(file, "posts/2026-11-05-case.md", default).Post!, context ?? Context);

    /// <summary>The same for a body alone.</summary>
    public static RenderedPost PrintText(string markdown, RenderContext? context = null) =>
        Print($"---\ntitle: A title\nlanguage: strong\n---\n{markdown}", context);
}
