using NewsDesk.Markup;

namespace NewsDesk.Tests.Markup;

public sealed class HostileHtmlTests
{
    private static readonly Uri Page = new("https://paper.example/news/article.html");

    public static TheoryData<string> Hostile => new(Samples.Hostile);

    public static TheoryData<string> Harmless => new(Samples.Harmless);

    [Theory, MemberData(nameof(Hostile))]
    public void Nothing_hostile_comes_out(string html)
    {
        foreach (var page in new[] { Page, null })
        {
            var clean = HtmlCleaner.Clean(html, page);

            Assert.Null(CleanCheck.FirstFault(clean));
            Assert.Equal(clean, HtmlCleaner.Clean(clean, page));
        }
    }

    [Theory, MemberData(nameof(Harmless))]
    public void What_is_harmless_comes_out_as_it_went_in(string html) => Assert.Equal(html, HtmlCleaner.Clean(html));

    [Theory, MemberData(nameof(Harmless))]
    public void The_check_finds_no_fault_with_what_is_harmless(string html) => Assert.Null(CleanCheck.FirstFault(html));

    [Theory]
    [InlineData("<p onclick=x>")]
    [InlineData("<script>x</script>")]
    [InlineData("<svg></svg>")]
    [InlineData("<a href=javascript:x rel='nofollow ugc noopener'>x</a>")]
    [InlineData("<a href=/x>x</a>")]
    [InlineData("<img src=x>")]
    [InlineData("<p id=title>x")]
    [InlineData("<p>x<!-- -->")]
    [InlineData("<p>\u0001")]
    [InlineData("<body class=x>x")]
    [InlineData("<h1><a><h2><a>x")]
    public void The_check_finds_what_is_wrong(string html) => Assert.NotNull(CleanCheck.FirstFault(html));
}
