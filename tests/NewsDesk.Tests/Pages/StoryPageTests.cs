using System.Net;

namespace NewsDesk.Tests.Pages;

public class StoryPageTests
{
    private static string APage(string outlet, string title, string text, string more, int hour) => $"""
        <!DOCTYPE html><html lang="en"><head><title>{title}</title><meta property="og:site_name" content="{outlet}">
        <link rel="canonical" href="https://{outlet.ToLowerInvariant()}.example/story"><meta property="article:published_time" content="2026-11-10T{hour:00}:00:00Z"></head>
        <body><article><h1>{title}</h1><p>{text}</p><p>{more}</p></article></body></html>
        """;

    private static Desk WithACrash() => new Desk()
        .With("inbox/one.html", APage("Gazette", "Ferry Saint Oda hits pier at Merrow", "The ferry Saint Oda hit the pier at Merrow on Monday evening. Thirty-one passengers were injured, the coastguard said.",
            "The harbour office of Merrow will look into it, and the captain of the Saint Oda has been sent home until it has.", 8))
        .With("inbox/two.html", APage("Radio", "Ferry Saint Oda just flipped the script on Merrow’s pier", "The ferry Saint Oda ran into the pier at Merrow on Monday evening. At least 28 passengers were injured, the clinic said.",
            "Ambulances came from three islands. Nobody can say why the reverse thruster of the Saint Oda was silent when it was asked.", 9));

    [Fact]
    public async Task A_desk_without_stories_says_so()
    {
        await using var desk = new Desk();
        Assert.Contains("No two outlets tell the same story yet", await desk.ReadAsync("/stories"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/story/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/story/nothing")).StatusCode);
    }

    [Fact]
    public async Task Two_outlets_on_one_event_are_one_story_everywhere()
    {
        await using var desk = WithACrash();
        var list = await desk.ReadAsync("/stories");
        Assert.Contains("/story/1/ferry-saint-oda-hits-pier-at-merrow", list, StringComparison.Ordinal);
        Assert.Contains("also reported by 1 other", await desk.ReadAsync("/wire"), StringComparison.Ordinal);
        Assert.Matches("Also reported by 1 other, side by side: <a href=\"/story/1/", await desk.ReadAsync("/article/1/ferry-saint-oda-hits-pier-at-merrow"));
        Assert.Contains("class=\"top-stories\"", await desk.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Contains("/stories</loc>", await desk.ReadAsync("/sitemap-pages.xml"), StringComparison.Ordinal);

        var moved = await desk.GetAsync("/story/1");
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        Assert.Equal("/story/1/ferry-saint-oda-hits-pier-at-merrow", moved.Headers.Location!.OriginalString);

        var page = await desk.ReadAsync("/story/1/ferry-saint-oda-hits-pier-at-merrow");
        Assert.Contains("<mark>flipped</mark>", page, StringComparison.Ordinal);
        Assert.Contains("What they cannot agree on", page, StringComparison.Ordinal);
        Assert.Contains("Thirty-one", page, StringComparison.Ordinal);
        Assert.Contains("\"@type\":\"CollectionPage\"", page, StringComparison.Ordinal);
        Assert.Contains("<circle", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_engines_are_led_to_what_several_outlets_tell_and_not_to_what_one_tells_alone()
    {
        await using var desk = WithACrash().With("inbox/three.html", APage("Herald", "Bakers of Sandry give up on rye", "The bakers of Sandry bake no rye bread any more. Nobody has asked for any since the spring, their guild said on Tuesday.",
            "The last loaf was sold to a man from another town, who had taken it for a doorstop and brought it back the next day.", 10));
        var sitemap = await desk.ReadAsync("/sitemap-stories.xml");
        Assert.Contains("/story/1/ferry-saint-oda-hits-pier-at-merrow</loc>", sitemap, StringComparison.Ordinal);
        Assert.DoesNotContain("rye", sitemap, StringComparison.Ordinal);
        Assert.Contains("/sitemap-stories.xml</loc>", await desk.ReadAsync("/sitemap.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("noindex", await desk.ReadAsync("/story/1/ferry-saint-oda-hits-pier-at-merrow"), StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", await desk.ReadAsync("/story/2/bakers-of-sandry-give-up-on-rye"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_says_how_many_others_report_its_original_and_lists_them()
    {
        await using var desk = WithACrash().With("posts/pier.md", """
            ---
            title: The pier was in the way
            date: 2026-11-11
            originals:
              - https://gazette.example/story
            ---
            It stood there.

            {{story}}
            """);
        var post = await desk.ReadUntilAsync("/2026/11/the-pier-was-in-the-way", page => page.Contains("1 other reports this", StringComparison.Ordinal));
        Assert.Contains("flipped the script", post, StringComparison.Ordinal);
        Assert.Contains("The pier was in the way", await desk.ReadAsync("/story/1/ferry-saint-oda-hits-pier-at-merrow"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_handed_on_is_told_as_a_copy()
    {
        const string text = "The ferry Saint Oda hit the pier at Merrow on Monday evening. Thirty-one passengers were injured, the coastguard said, and two of them seriously.";
        const string more = "The harbour office of Merrow will look into it, and the captain of the Saint Oda has been sent home until it has.";
        await using var desk = new Desk()
            .With("inbox/one.html", APage("Gazette", "Ferry Saint Oda hits pier at Merrow", text, more, 8))
            .With("inbox/two.html", APage("Radio", "Ferry Saint Oda strikes Merrow pier", text, more, 9));
        var page = await desk.ReadAsync("/story/1/ferry-saint-oda-hits-pier-at-merrow");
        Assert.Contains("the same text as in <a href=\"/article/1/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("What they cannot agree on", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_taken_out_of_the_inbox_leaves_the_story()
    {
        await using var desk = WithACrash();
        Assert.Contains("/story/1/", await desk.ReadAsync("/stories"), StringComparison.Ordinal);
        desk.Delete("inbox/two.html");
        await desk.ReadUntilAsync("/stories", page => page.Contains("No two outlets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Articles_of_one_minute_make_no_stretch_of_time()
    {
        await using var desk = new Desk()
            .With("inbox/one.html", APage("Gazette", "Ferry Saint Oda hits pier at Merrow", "The ferry Saint Oda hit the pier at Merrow on Monday evening. Thirty-one passengers were injured, the coastguard said.",
                "The harbour office of Merrow will look into it, and the captain of the Saint Oda has been sent home until it has.", 8))
            .With("inbox/two.html", APage("Radio", "Ferry Saint Oda runs into pier at Merrow", "The ferry Saint Oda ran into the pier at Merrow on Monday evening. At least 28 passengers were injured, the clinic said.",
                "Ambulances came from three islands. Nobody can say why the reverse thruster of the Saint Oda was silent when it was asked.", 8));

        var page = await desk.ReadAsync("/story/1/ferry-saint-oda-hits-pier-at-merrow");

        Assert.Matches("2 articles by 2 outlets, <time [^>]*>10 Nov 2026, 08:00</time></p>", page);
    }
}
