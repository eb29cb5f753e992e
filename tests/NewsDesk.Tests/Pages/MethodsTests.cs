using System.Net;

namespace NewsDesk.Tests.Pages;

/// <summary>The site is there to be read.</summary>
public sealed class MethodsTests
{
    [Fact]
    public async Task Headers_alone_can_be_asked_for()
    {
        await using var desk = new Desk();
        foreach (var address in new[]
        {
            "/",
            "/feed.xml",
            "/style.css",
            "/robots.txt",
            "/wire",
        })
        {
            using var answer = await desk.Reader.SendAsync(new(HttpMethod.Head, address), TestContext.Current.CancellationToken);

            Assert.Equal($"{address} OK", $"{address} {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Whoever_tries_more_is_told_so()
    {
        await using var desk = new Desk();
        foreach (var (method, address) in new[]
        {
            ("TRACE", "/nosuch"),
            ("TRACE", "/"),
            ("PUT", "/wire"),
            ("DELETE", "/2026/11/moon"),
            ("POST", "/feed.xml"),
            ("NONSENSE", "/style.css"),
        })
        {
            using var answer = await desk.Reader.SendAsync(new(new(method), address), TestContext.Current.CancellationToken);

            Assert.Equal($"{method} {address} MethodNotAllowed", $"{method} {address} {answer.StatusCode}");
            Assert.Contains("GET", answer.Content.Headers.Allow);
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("NONSENSE")]
    public async Task Whatever_was_tried_the_answer_says_what_was_wrong(string method)
    {
        await using var desk = new Desk();

        using var answer = await desk.Reader.SendAsync(new(new(method), "/api/posts.json"), TestContext.Current.CancellationToken);

        Assert.Contains("That is not how one asks", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tag/DIAL%20TONE")]
    [InlineData("/tag/dial-tone")]
    public async Task A_tag_in_other_letters_leads_to_its_page(string address)
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "tags: [Dial tone]"));

        using var answer = await desk.GetAsync(address);

        Assert.Equal((System.Net.HttpStatusCode.MovedPermanently, "/tag/Dial%20tone"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        using var unknown = await desk.GetAsync("/tag/dial-tones");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_tag_with_a_slash_has_its_page()
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "tags: [24/7]"));

        Assert.Contains("We bought the moon", await desk.ReadAsync("/tag/24%2F7"), StringComparison.Ordinal);
    }
}
