using NewsDesk.Press.Rendering;

namespace NewsDesk.Tests.Press.Rendering;

/// <summary>Headlines, captions and words after a block's name are set as the text is.</summary>
public sealed class SetTitlesTests
{
    private const string File = """
        ---
        title: "\"Moon\" isn't sold -- yet..."
        summary: The dogs' "dinner"
        image: {url: /media/moon.jpg, alt: The "moon", caption: "Not 'ours'"}
        ---
        The dogs' "dinner", 'tis said in the '90s.

        ::: aside For the "pedants"
        A.
        :::

        ::: pull The mayor's wife
        A.
        :::

        ::: spoiler Who isn't it
        A.
        :::

        ::: video https://www.youtube.com/watch?v=abc123 How to "sell" it
        :::

        ![moon](/media/moon.jpg "Kevin's moon")
        """;

    [Fact]
    public void They_are_set_in_English()
    {
        var printed = Prints.Print(File);

        Assert.Equal(("“Moon” isn’t sold – yet…", "The dogs’ “dinner”"), (printed.Title, printed.Summary));
        Assert.Equal(("The “moon”", "Not ‘ours’"), (printed.Image!.Alt, printed.Image.Caption));
        foreach (var set in new[] { "<p>The dogs’ “dinner”, ’tis said in the ’90s.</p>", "For the “pedants”", "The mayor’s wife", "Who isn’t it", "How to “sell” it", "<figcaption>Kevin’s moon" })
            Assert.Contains(set, printed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('\'', printed.Text);
    }

    [Theory]
    [InlineData("... and so", "… and so")]
    [InlineData("\"...so\" (...) yet...", "“…so” (…) yet…")]
    [InlineData("*...*, a...b", "<em>…</em>, a…b")]
    [InlineData("A .. b .... c. D.", "A .. b .... c. D.")]
    [InlineData("`...`", "<code>...</code>")]
    public void Three_dots_are_one_sign_wherever_they_stand(string markdown, string html) =>
        Assert.Equal($"<p>{html}</p>\n", Prints.PrintText(markdown).Html);

    [Fact]
    public void They_are_set_as_the_sites_language_does()
    {
        var printed = Prints.Print(File, Prints.Context with { Language = "de-AT" });

        Assert.Equal("„Moon“ isn’t sold – yet…", printed.Title);
        Assert.Contains("<p>The dogs’ „dinner“, ’tis said", printed.Html, StringComparison.Ordinal);
        Assert.Contains("For the „pedants“", printed.Html, StringComparison.Ordinal);
        Assert.Contains("„dinner“", printed.Text, StringComparison.Ordinal);
        Assert.Equal("<p>„A“</p>\n", PostHtml.RenderMarkdown("\"A\"", context: new RenderContext { Language = "de" }));
    }

    [Theory]
    [InlineData("<img src=\"/media/moon.jpg\">", "width=\"1200\" height=\"800\"")]
    [InlineData("<img src='https://misgiving.example/media/moon.jpg' alt='a>b'>", "width=\"1200\" height=\"800\"")]
    [InlineData("<p><img width=\"300\" src=\"/media/moon.jpg\"></p>", "height=\"200\"")]
    [InlineData("A word <img height=80 src=/media/moon.jpg>", "width=\"120\"")]
    [InlineData("<img src=\"/media/moon.jpg\" width=\"3\" height=\"4\">", "width=\"3\" height=\"4\"")]
    public void A_picture_typed_as_HTML_has_its_size(string typed, string sides)
    {
        var html = Prints.PrintText(typed).Html;

        Assert.Contains(sides, html, StringComparison.Ordinal);
        Assert.Equal((1, 1), (html.Split(" width=").Length - 1, html.Split(" height=").Length - 1));
    }

    [Fact]
    public void A_picture_elsewhere_has_none() => Assert.DoesNotContain("width", Prints.PrintText("<img src=\"https://e.example/moon.jpg\">").Html, StringComparison.Ordinal);
}
