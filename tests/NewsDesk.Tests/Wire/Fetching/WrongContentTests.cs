using System.Text;
using Microsoft.AspNetCore.Http;
using NewsDesk.Wire.Fetching;

namespace NewsDesk.Tests.Wire.Fetching;

public sealed class WrongContentTests(InternetFixture fixture) : IClassFixture<InternetFixture>
{
    private readonly TestInternet _internet = fixture.Internet;
    private readonly WireClient _client = fixture.Client;

    private const string Login = """<!DOCTYPE html><html><title>Hello</title><form><input name=p type="password"></form></html>""";
    private const string Sitemap = """<?xml version="1.0"?><!-- ours --><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>""";
    private const string JsonFeed = """{ "version": "https://jsonfeed.org/version/1.1", "items": [] }""";

    [Theory]
    [InlineData(Answers.Feed, Wanted.Feed, ContentKind.Feed)]
    [InlineData(Answers.Feed, Wanted.Anything, ContentKind.Feed)]
    [InlineData(Answers.Feed, Wanted.Sitemap, ContentKind.Feed)]
    [InlineData("<br />\n<b>Warning</b>: cannot modify header\n" + Answers.Feed, Wanted.Feed, ContentKind.Feed)]
    [InlineData(JsonFeed, Wanted.Feed, ContentKind.Feed)]
    [InlineData(Answers.Page, Wanted.Page, ContentKind.Page)]
    [InlineData(Answers.Page, Wanted.Anything, ContentKind.Page)]
    [InlineData("\n<!-- hello --><p>One paragraph, and no head.", Wanted.Page, ContentKind.Page)]
    [InlineData("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", Wanted.Page, ContentKind.Page)]
    [InlineData(Sitemap, Wanted.Sitemap, ContentKind.Sitemap)]
    [InlineData(Sitemap, Wanted.Anything, ContentKind.Sitemap)]
    [InlineData("https://moon.example/1\nhttps://moon.example/2\n", Wanted.Sitemap, ContentKind.Sitemap)]
    [InlineData("<opml version='2.0'><body/></opml>", Wanted.Anything, ContentKind.Opml)]
    public async Task What_is_wanted_is_known_by_its_bytes_whatever_the_header_says(string body, Wanted wanted, ContentKind kind)
    {
        foreach (var type in new[] { "application/octet-stream", "text/html", "image/png; charset=klingon", "" })
        {
            var site = _internet.Tame($"right-{body.Length}-{wanted}-{type.Length}.example".ToLowerInvariant(), Answers.Text(body, type));
            Assert.Equal(kind, (await _client.ReceiveAsync($"{site}/it", wanted)).Kind);
        }
    }

    [Theory]
    [InlineData(Login, Wanted.Feed, "the feed is HTML: the site now asks for a login")]
    [InlineData("<html><head><title>\n Page not\u202e found &amp; gone </title></head>", Wanted.Feed, "the feed is HTML: a page called “Page not found & gone”")]
    [InlineData("<html><body>Nothing", Wanted.Feed, "the feed is HTML: a page without a title")]
    [InlineData("<!doctype html><title>Just a moment</title><script>window.x='<rss>'</script>", Wanted.Feed,
        "the feed is HTML: a page called “Just a moment” that shows nothing to who runs no scripts")]
    [InlineData(Sitemap, Wanted.Feed, "this is a sitemap, not a feed")]
    [InlineData("<opml version='2.0'><body/></opml>", Wanted.Feed, "this is an OPML list of feeds, not a feed")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", Wanted.Feed, "this is some other XML, not a feed")]
    [InlineData("""{"error":"no key"}""", Wanted.Feed, "this is some other JSON, not a feed")]
    [InlineData("Service is down", Wanted.Feed, "this is plain text, not a feed")]
    [InlineData("\u0001\u0002\0\u0003 binary", Wanted.Anything, "this is a file of some binary kind: neither a feed nor a page")]
    [InlineData("%PDF-1.7 moon", Wanted.Page, "this is a PDF file, not a page")]
    [InlineData("GIF89a", Wanted.Page, "this is a picture, not a page")]
    [InlineData("ID3\u0003moon", Wanted.Feed, "this is a sound recording, not a feed")]
    [InlineData("PK\u0003\u0004", Wanted.Anything, "this is a ZIP archive or an office document: neither a feed nor a page")]
    [InlineData(Answers.Feed, Wanted.Page, "this is a feed, not a page")]
    [InlineData(Answers.Page, Wanted.Sitemap, "the sitemap is HTML: a page called “The Moon”")]
    public async Task What_is_not_wanted_is_told_as_a_person_sees_it(string body, Wanted wanted, string reason)
    {
        var site = _internet.Tame($"wrong-{Math.Abs(reason.GetHashCode(StringComparison.Ordinal))}.example", Answers.Text(body, "application/rss+xml"));

        var failed = await _client.FailAsync($"{site}/it", wanted);

        Assert.Equal((FailureKind.NotWanted, reason), (failed.Kind, failed.Reason));
    }

    [Fact]
    public async Task A_redirect_to_the_door_is_told()
    {
        var site = _internet.Tame("door.example", Answers.Paths(
            ("/feed", Answers.Redirect("/account/login?next=/feed")), ("/account/login", Answers.Text("<html><title>Members</title></html>", "text/html"))));

        Assert.Equal("the feed is HTML: the site now asks for a login", (await _client.FailAsync($"{site}/feed")).Reason);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task Wide_letters_are_recognized(string encoding)
    {
        var letters = Encoding.GetEncoding(encoding);
        var site = _internet.Tame($"{encoding}.example".ToLowerInvariant(), Answers.Bytes([.. letters.GetPreamble(), .. letters.GetBytes(Answers.Feed)], "text/xml; charset=iso-8859-1"));

        Assert.Equal(ContentKind.Feed, (await _client.ReceiveAsync(site)).Kind);
    }

    [Theory]
    [InlineData(401, "the site asks for a login (401)")]
    [InlineData(403, "the site refuses to show this to us (403)")]
    [InlineData(404, "there is nothing at this address (404)")]
    [InlineData(418, "the server refuses the request (418)")]
    [InlineData(451, "it is withheld for legal reasons (451)")]
    [InlineData(500, "the server is in trouble (500)")]
    [InlineData(502, "the server behind the site's front does not answer well (502)")]
    [InlineData(300, "the server points elsewhere, but does not say where (300)")]
    [InlineData(302, "the server points elsewhere, but does not say where (302)")]
    [InlineData(999, "the server is in trouble (999)")]
    public async Task Statuses_are_told_in_words(int status, string reason)
    {
        var site = _internet.Tame($"status-{status}.example", Answers.Status(status));

        var failed = await _client.FailAsync(site);

        Assert.Equal((FailureKind.Status, reason, status), (failed.Kind, failed.Reason, failed.Attempt.Status));
    }

    [Fact]
    public async Task What_is_gone_is_gone()
    {
        var gone = Assert.IsType<Fetched.Gone>(await _client.GetAsync(_internet.Tame("gone.example", Answers.Status(StatusCodes.Status410Gone))));

        Assert.Equal("it is gone for good (410)", gone.Reason);
    }
}
