using NewsDesk.Markup;
using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading;

/// <summary>Pages cut, doubled and mixed by chance, always the same chance.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 20_000;

    private static readonly string[] Pieces =
    [
        "<", ">", "</", "\"", "'", "=", "<!--", "-->", "<script>", "</script>", "<svg>", "<math><mtext>", "<table>", "<td>", "<b>", "</p>", "<template>",
        "<noscript>", "<title>", "</title>", "<select>", "<a href=javascript:alert(1)>", "<img src=x onerror=alert(1)>", "<base href=//x.example/>", "&#0;", "&lt",
        "\0", "\uD800", "\\uD800", "\\uDC00", "<time datetime=2026-13-45>", "<script type=application/ld+json>{\"@type\":[", "<meta property=og:title content=", "31.02.2026", "By ", "\u00e2\u0080\u0099", "\u00c3\u0080", "<iframe src=//player.vimeo.com/video/1>", "<h1>", "Author(s)", "</br>", "</x>",
    ];

    [Fact]
    public void Any_page_is_read_and_comes_out_clean() => Run(20260304, Rounds);

    [Theory]
    [MemberData(nameof(MoreSeeds))]
    [Trait("Category", "Long")]
    public void A_million_damaged_pages_are_read_and_come_out_clean(int seed) => Run(seed, 50_000);

    public static TheoryData<int> MoreSeeds => [.. Enumerable.Range(11, 20)];

    private static void Run(int seed, int rounds)
    {
        var chance = new Random(seed);
        var samples = new[]
        {
            OwnPages.Page(),
            OwnPages.Page(head: """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Crane stays","author":[{"name":"Ada Quill"}],"datePublished":"2026-03-04T05:06:07+01:00"}</script>"""),
            OwnPages.Page("<ul><li>One (1:12-1:20)</li><li>Two</li></ul><table><tr><td>a</td><td>b</td></tr></table><pre>x = 1;</pre>", before: "<p class=byline>By Ada Quill, 4 March 2026</p>"),
            OwnPages.Page(before: "<h2>Article by</h2><ul><li>Ada Quill</li><li>Bo Reed</li></ul><iframe data-src=https://www.youtube.com/embed/abc></iframe>", title: "<a href=/other>Crane</a>"),
            "<div>" + OwnPages.Paragraphs + "<figure><img data-src=/a.jpg><figcaption>Crane</figcaption></figure>",
        };
        for (var round = 0; round < rounds; round++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var page = samples[round % samples.Length];
            for (var changes = chance.Next(1, 6); changes > 0; changes--) page = Change(page, samples[chance.Next(samples.Length)], chance);

            var read = ArticleReader.Read(page, new Uri("https://quay.example/"));

            // Cleaning is slow beside reading, and one page in twenty is enough to see that nothing passes by the cleaner.
            if (round % 20 == 0) Assert.Equal(HtmlCleaner.Clean(read.Html), read.Html);
            Assert.True(read.Text.Length <= page.Length * 2, page);
        }
    }

    private static string Part(string page, Random chance)
    {
        var at = chance.Next(page.Length);
        return page.Substring(at, chance.Next(Math.Min(300, page.Length - at)));
    }

    private static string Change(string page, string other, Random chance)
    {
        var at = chance.Next(page.Length + 1);
        var length = chance.Next(Math.Min(200, page.Length - at + 1));
        return chance.Next(4) switch
        {
            0 => page.Remove(at, length),
            1 => page.Insert(at, Pieces[chance.Next(Pieces.Length)]),
            2 => page.Insert(at, page.Substring(at, length)),
            _ => page.Insert(at, Part(other, chance)),
        };
    }
}
