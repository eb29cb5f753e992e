using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Tests.Pages.Keeping;

/// <summary>What readers, browsers and caches in between get to see of pages being kept.</summary>
public sealed class KeptPagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Desk DeskWithAPost() => new Desk().With("posts/moon.md", Samples.Post("We bought the moon", "date: 2026-11-05", "slug: moon", "tags: [moon]"));

    [Theory]
    [InlineData("/")]
    [InlineData("/2026/11/moon")]
    [InlineData("/wire")]
    [InlineData("/feed.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    public async Task Who_has_it_already_hears_only_that_nothing_changed(string address)
    {
        await using var desk = DeskWithAPost();
        foreach (var coding in new[] { "identity", "gzip", "br" })
        {
            using var whole = await AskAsync(desk, address, ("Accept-Encoding", coding));
            var tag = whole.Headers.ETag!;
            Assert.False(tag.IsWeak);
            Assert.NotEmpty(await whole.Content.ReadAsByteArrayAsync(Cancel));

            foreach (var known in new[] { tag.Tag, $"W/{tag.Tag}", $"\"other\", {tag.Tag}", "*" })
            {
                using var again = await AskAsync(desk, address, ("Accept-Encoding", coding), ("If-None-Match", known));

                Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
                Assert.Equal(tag, again.Headers.ETag);
                Assert.Equal(whole.Headers.CacheControl, again.Headers.CacheControl);
                Assert.Equal(whole.Headers.Vary, again.Headers.Vary);
                Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancel));
            }

            using var other = await AskAsync(desk, address, ("Accept-Encoding", coding), ("If-None-Match", "\"other\""));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }
    }

    [Fact]
    public async Task The_first_answer_is_the_same_as_the_next_ones()
    {
        await using var desk = DeskWithAPost();

        using var first = await AskAsync(desk, "/");
        using var second = await AskAsync(desk, "/");

        Assert.Equal(await first.Content.ReadAsStringAsync(Cancel), await second.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(Names(first), Names(second));

        static IEnumerable<string> Names(HttpResponseMessage answer) => answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key != "Last-Modified").Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Each_coding_holds_the_same_page_under_a_tag_of_its_own()
    {
        await using var desk = DeskWithAPost();

        var pages = new List<string>();
        var tags = new List<string>();
        foreach (var coding in new[] { "identity", "gzip", "br", "gzip, deflate, br" })
        {
            using var answer = await AskAsync(desk, "/2026/11/moon", ("Accept-Encoding", coding));
            await using var body = await answer.Content.ReadAsStreamAsync(Cancel);
            await using Stream plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
            {
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "gzip" => new GZipStream(body, CompressionMode.Decompress),
                _ => body,
            };
            pages.Add(await new StreamReader(plain).ReadToEndAsync(Cancel));
            tags.Add(answer.Headers.ETag!.Tag);
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        }

        Assert.Single(pages.Distinct(StringComparer.Ordinal));
        Assert.Equal(3, tags.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("We bought the moon", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_alone_are_those_of_the_whole_page()
    {
        await using var desk = DeskWithAPost();

        using var head = await desk.Reader.SendAsync(new(HttpMethod.Head, "/2026/11/moon"), Cancel);
        using var whole = await AskAsync(desk, "/2026/11/moon");

        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Caches_in_between_hold_nothing_longer_than_two_seconds()
    {
        await using var desk = DeskWithAPost();

        using var answer = await AskAsync(desk, "/");

        var said = answer.Headers.CacheControl!;
        Assert.True(said.Public);
        Assert.Equal(TimeSpan.Zero, said.MaxAge);
        var stale = said.Extensions.Single(extension => extension.Name == "stale-while-revalidate").Value!;
        Assert.InRange(said.SharedMaxAge!.Value.TotalSeconds + int.Parse(stale, System.Globalization.CultureInfo.InvariantCulture), 1, 2);
    }

    [Fact]
    public async Task Who_remembers_a_language_gets_a_page_that_nobody_else_is_shown()
    {
        await using var desk = DeskWithAPost();

        using var unsaid = await AskAsync(desk, "/");
        using var remembered = await AskAsync(desk, "/", ("Cookie", "language=clean"));
        using var addressed = await AskAsync(desk, "/?language=clean", ("Cookie", "language=strong"));

        Assert.Contains("Cookie", unsaid.Headers.Vary);
        Assert.True(remembered.Headers.CacheControl!.Private);
        Assert.True(addressed.Headers.CacheControl!.Public);
        Assert.DoesNotContain("Cookie", addressed.Headers.Vary);
        Assert.Equal(remembered.Headers.ETag, addressed.Headers.ETag);
        Assert.NotEqual(remembered.Headers.ETag, unsaid.Headers.ETag);
    }

    [Fact]
    public async Task Nothing_in_a_query_that_means_nothing_makes_another_page_or_gets_into_one()
    {
        await using var desk = DeskWithAPost();
        await desk.ReadAsync("/wire");
        var before = desk.Part<PageShelf>().Count;

        for (var i = 0; i < 20; i++) Assert.DoesNotContain("sneaky", await desk.ReadAsync($"/wire?utm_source=sneaky{i}&x={i}"), StringComparison.Ordinal);

        Assert.Equal(before, desk.Part<PageShelf>().Count);
    }

    [Fact]
    public async Task The_parts_of_a_query_that_matter_are_told_apart_in_any_order()
    {
        await using var desk = new Desk()
            .With("inbox/a.html", Samples.Page("Moon sold", "https://lantern.example/moon"));
        var before = desk.Part<PageShelf>().Count;

        var all = await desk.ReadAsync("/wire?unknown=1");
        Assert.Contains("Moon sold", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Moon sold", await desk.ReadAsync("/wire?source=77&in=en"), StringComparison.Ordinal);
        Assert.DoesNotContain("Moon sold", await desk.ReadAsync("/wire?in=en&source=77"), StringComparison.Ordinal);

        Assert.Equal(before + 2, desk.Part<PageShelf>().Count);
    }

    [Fact]
    public async Task A_flood_of_missing_pages_fills_nothing()
    {
        await using var desk = DeskWithAPost();
        await desk.GetAsync("/never");
        var before = desk.Part<PageShelf>().Count;

        for (var i = 0; i < 30; i++)
        {
            foreach (var address in new[] { $"/never-{i}", $"/2026/11/never-{i}", $"/tag/never-{i}", $"/article/{i}00/never", $"/problem/{i}", $"/wire/{i}" })
            {
                using var answer = await desk.GetAsync(address);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                Assert.True(answer.Headers.CacheControl!.NoStore);
                Assert.Contains("no such page", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            }
        }

        Assert.Equal(before, desk.Part<PageShelf>().Count);
    }

    [Fact]
    public async Task However_many_ask_at_once_a_page_is_made_once()
    {
        await using var desk = DeskWithAPost();
        var shelf = desk.Part<PageShelf>();
        var asked = 0;
        desk.WhenTheWireIsAskedFor(() => Interlocked.Increment(ref asked));
        await desk.ReadAsync("/wire");
        var once = Interlocked.Exchange(ref asked, 0);
        Assert.NotEqual(0, once);
        shelf.DropAll();

        var pages = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => desk.ReadAsync("/wire")));

        Assert.Single(pages.Distinct(StringComparer.Ordinal));
        Assert.Equal(once, asked);
    }

    [Fact]
    public async Task A_date_serves_where_there_is_no_tag()
    {
        await using var desk = DeskWithAPost();
        await desk.ReadAsync("/feed.xml");
        // In the second in which it was made a page has no date: another one may be made in the same second.
        await desk.ReadUntilHeadersAsync("/feed.xml", headers => headers.LastModified is not null);
        using var dated = await AskAsync(desk, "/feed.xml");

        using var again = await AskAsync(desk, "/feed.xml", ("If-Modified-Since", dated.Content.Headers.LastModified!.Value.ToString("R")));
        using var other = await AskAsync(desk, "/feed.xml", ("If-Modified-Since", dated.Content.Headers.LastModified!.Value.AddSeconds(-5).ToString("R")));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Every_answer_bears_the_headers_that_keep_readers_safe()
    {
        await using var desk = DeskWithAPost();
        foreach (var address in new[] { "/", "/", "/never", "/never", "/js/site.js", "/feed.xml", "/?language=clean", "/WIRE" })
        {
            using var answer = await desk.GetAsync(address);

            Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            foreach (var name in new[] { "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy" }) Assert.True(answer.Headers.Contains(name), $"{address}: {name}");
            Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    private static Task<HttpResponseMessage> AskAsync(Desk desk, string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return desk.Reader.SendAsync(request, Cancel);
    }
}
