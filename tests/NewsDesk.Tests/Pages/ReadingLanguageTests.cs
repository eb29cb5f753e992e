using System.Net;

namespace NewsDesk.Tests.Pages;

public sealed class ReadingLanguageTests
{
    private const string Words = "strong:\n  - blast*\n";

    private static Desk DeskThatSwears() => new Desk()
        .With("language.yml", Words)
        .With("posts/moon.md", Samples.Post("The blasted moon", "date: 2026-11-05", "slug: moon", "tags: [moon]", "summary: A blasted shame") + "\n::: signoff\nBlast it.\n:::\n");

    [Fact]
    public async Task Clean_shows_every_page_without_the_words()
    {
        await using var desk = DeskThatSwears();
        foreach (var address in new[]
        {
            "/",
            "/2026/11/moon",
            "/2026/11",
            "/tag/moon",
        })
        {
            Assert.Contains("blasted", await desk.ReadAsync(address), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("blasted", await desk.ReadAsync($"{address}?language=clean"), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_sign_off_is_clean_too()
    {
        await using var desk = DeskThatSwears();

        Assert.Contains("Blast it", await desk.ReadAsync("/2026/11/moon"), StringComparison.Ordinal);
        Assert.DoesNotContain("Blast it", await desk.ReadAsync("/2026/11/moon?language=clean"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strong_post_says_so_before_its_first_line()
    {
        await using var desk = DeskThatSwears();

        var page = await desk.ReadAsync("/2026/11/moon");

        Assert.InRange(page.IndexOf("This piece swears", StringComparison.Ordinal), 0, page.IndexOf("the rent is due", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_choice_is_remembered_and_leads_back_to_the_page()
    {
        await using var desk = DeskThatSwears();

        var answer = await ChooseAsync(desk, "clean", "/2026/11/moon");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/2026/11/moon", answer.Headers.Location!.ToString());
        Assert.DoesNotContain("blasted", await desk.ReadAsync("/2026/11/moon"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("blasted", await desk.ReadAsync("/2026/11/moon?language=strong"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/search?q=moon", "/search?q=moon")]
    [InlineData("/wire?in=de&at=o5", "/wire?in=de&at=o5")]
    [InlineData("/?language=strong", "/")]
    [InlineData("/no/such/page", "/no/such/page")]
    [InlineData("https://evil.example/search?q=moon", "/back")]
    public async Task The_way_back_is_the_address_as_it_was_asked(string from, string expected)
    {
        await using var desk = new Desk();

        var answer = await ChooseAsync(desk, "clean", "/back", new(desk.Reader.BaseAddress!, from));

        Assert.Equal(expected, Uri.UnescapeDataString(answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task The_way_back_never_leads_elsewhere()
    {
        await using var desk = new Desk();
        foreach (var back in new[]
        {
            "https://evil.example/",
            "//evil.example/",
            "/\\evil.example/",
            "/مصعد",
            "",
        })
        {
            var answer = await ChooseAsync(desk, "clean", back);

            Assert.Equal("/", answer.Headers.Location!.ToString());
        }
    }

    private static async Task<HttpResponseMessage> ChooseAsync(Desk desk, string language, string back, Uri? from = null)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["language"] = language, ["back"] = back });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/language") { Content = form };
        request.Headers.Referrer = from;
        return await desk.Reader.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
