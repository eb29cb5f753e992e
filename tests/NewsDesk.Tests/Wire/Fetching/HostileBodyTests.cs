using System.IO.Compression;
using System.Text;
using NewsDesk.Wire.Fetching;

namespace NewsDesk.Tests.Wire.Fetching;

public sealed class HostileBodyTests(InternetFixture fixture) : IClassFixture<InternetFixture>
{
    private const int Limit = 200_000;

    private readonly TestInternet _internet = fixture.Internet;
    private static readonly byte[] Feed = Encoding.UTF8.GetBytes(Answers.Feed);

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("GZIP")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("identity")]
    [InlineData("gzip, br")]
    [InlineData("deflate, gzip")]
    [InlineData("utf-8")]
    public async Task Packed_bodies_are_unpacked(string encoding)
    {
        var packed = Pack(Feed, encoding);
        var site = Site($"packed-{encoding.Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-')}.example", packed, encoding.Replace("raw ", "", StringComparison.Ordinal));

        var feed = await fixture.Client.ReceiveAsync(site);

        Assert.Equal(Feed, feed.Body.ToArray());
        Assert.Equal(packed.Length, feed.Attempt.Bytes);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("gzip, gzip")]
    [InlineData("br, gzip")]
    [InlineData("gzip, br")]
    public async Task A_bomb_is_cut_off(string encoding)
    {
        using var client = _internet.Client(settings => settings with { Limits = new() { MaxBodyBytes = Limit } });
        var site = Site($"bomb-{encoding.Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-')}.example",
            Pack(new byte[50_000_000], encoding), encoding.Replace("raw ", "", StringComparison.Ordinal));

        var failed = await client.FailAsync(site);

        Assert.Equal((FailureKind.TooLarge, "the answer is larger than 200,000 bytes, and was not read to its end"), (failed.Kind, failed.Reason));
        Assert.True(failed.Attempt.Bytes <= Limit + 1);
    }

    [Fact]
    public async Task A_bomb_that_unpacks_to_nothing_is_cut_off()
    {
        using var client = _internet.Client(settings => settings with { Limits = new() { MaxBodyBytes = Limit } });
        byte[] member = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var nothing = Enumerable.Range(0, 1000).SelectMany(_ => member).ToArray();
        var site = _internet.Wild("nothing.example", async call =>
        {
            await call.SayAsync("HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n");
            while (true) await call.SendAsync(nothing);
        });
        var inner = Site("inner-nothing.example", Pack(Enumerable.Range(0, 100).SelectMany(_ => nothing).ToArray(), "gzip"), "gzip, gzip");

        Assert.Equal(FailureKind.TooLarge, (await client.FailAsync(site)).Kind);
        Assert.Equal(FailureKind.TooLarge, (await client.FailAsync(inner)).Kind);
    }

    [Theory]
    [InlineData("Content-Length: 999999999")]
    [InlineData("X-Nothing: said")]
    [InlineData("Transfer-Encoding: chunked")]
    public async Task An_endless_body_is_cut_off(string header)
    {
        using var client = _internet.Client(settings => settings with { Limits = new() { MaxBodyBytes = Limit } });
        var site = _internet.Wild($"endless-{header.Length}.example", async call =>
        {
            await call.SayAsync($"HTTP/1.1 200 OK\n{header}\n\n");
            while (true) await call.SayAsync("10\n<rss><channel/> \n");
        });

        Assert.Equal(FailureKind.TooLarge, (await client.FailAsync(site)).Kind);
    }

    [Fact]
    public async Task A_body_of_just_the_allowed_size_is_taken()
    {
        var body = Encoding.UTF8.GetBytes(Answers.Feed.PadRight(Limit));
        using var client = _internet.Client(settings => settings with { Limits = new() { MaxBodyBytes = Limit } });

        Assert.Equal(Limit, (await client.ReceiveAsync(Site("just.example", body, "identity"))).Body.Length);
        Assert.Equal(Limit, (await client.ReceiveAsync(Site("just-packed.example", Pack(body, "gzip"), "gzip"))).Body.Length);
        Assert.Equal(FailureKind.TooLarge, (await client.FailAsync(Site("just-over.example", [.. body, 32], "identity"))).Kind);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 5000\n\n<rss>", "the answer broke off after 5 of 5,000 bytes")]
    [InlineData("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\n<rss>\n", "the answer broke off after 5 bytes")]
    [InlineData("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nZZ\n<rss>\n", "what the server answers is not HTTP")]
    [InlineData("HTTP/1.1 200 OK\nContent-Encoding: gzip\n\n\u001f", "this is an empty answer, not a feed")]
    [InlineData("HTTP/1.1 200 OK\nContent-Encoding: br\n\n<rss>no brotli at all</rss>", "the answer says that it is packed as br, but it cannot be unpacked")]
    [InlineData("HTTP/1.1 200 OK\nContent-Encoding: deflate\n\n<rss>nothing packed</rss>", "the answer says that it is packed as deflate, but it cannot be unpacked")]
    [InlineData("HTTP/1.1 200 OK\nContent-Encoding: zstd\n\n<rss>", "the answer is packed as “zstd”, which we did not ask for and cannot unpack")]
    [InlineData("HTTP/1.1 200 OK\nContent-Encoding: gzip, gzip, gzip\n\n<rss>", "the answer is packed 3 times over")]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 0\n\n", "the answer is empty")]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 3\n\n \n ", "this is an empty answer, not a feed")]
    [InlineData("HTTP/1.1 204 No Content\n\n", "the server answers without a body (204)")]
    [InlineData("HTTP/1.1 206 Partial Content\nContent-Length: 5\n\n<rss>", "the server sends only a part (206)")]
    public async Task A_broken_body_is_told_in_words(string answer, string reason)
    {
        var site = _internet.Wild($"broken-{reason.GetHashCode(StringComparison.Ordinal):x}.example", call => call.SayAsync(answer));

        Assert.Equal(reason, (await fixture.Client.FailAsync(site)).Reason);
    }

    [Fact]
    public async Task A_body_longer_than_it_says_is_read_as_far_as_it_says()
    {
        var site = _internet.Wild("longer.example", call => call.SayAsync($"HTTP/1.1 200 OK\nContent-Length: {Feed.Length}\n\n{Answers.Feed}and more"));

        Assert.Equal(Feed, (await fixture.Client.ReceiveAsync(site)).Body.ToArray());
        Assert.Equal(Feed, (await fixture.Client.ReceiveAsync(site)).Body.ToArray());
    }

    [Fact]
    public async Task What_follows_a_packed_body_does_no_harm()
    {
        Assert.Equal(Feed, (await fixture.Client.ReceiveAsync(Site("padded.example", [.. Pack(Feed, "gzip"), .. new byte[100]], "gzip"))).Body.ToArray());
        Assert.Equal(Feed, (await fixture.Client.ReceiveAsync(Site("trailed.example", [.. Pack(Feed, "gzip"), .. "\r\n<!-- cached -->"u8], "gzip"))).Body.ToArray());
        Assert.Equal(2 * Feed.Length, (await fixture.Client.ReceiveAsync(Site("members.example", [.. Pack(Feed, "gzip"), .. Pack(Feed, "gzip")], "gzip"))).Body.Length);
    }

    [Fact]
    public async Task Large_bodies_come_whole_however_many_there_are()
    {
        var large = Encoding.UTF8.GetBytes(Answers.Feed.PadRight(3_000_000));
        var (plain, packed) = (Site("large.example", large, "identity"), Site("large-packed.example", Pack(large, "gzip"), "gzip"));

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => fixture.Client.ReceiveAsync($"{(i % 2 == 0 ? plain : packed)}/{i}")));

        Assert.All(all, one => Assert.Equal(all[0].Hash, one.Hash));
        Assert.Equal(large, all[^1].Body.ToArray());
    }

    [Fact]
    public async Task What_is_not_packed_though_the_header_says_so_is_read_as_it_is()
    {
        Assert.Equal(Feed, (await fixture.Client.ReceiveAsync(Site("unpacked.example", Feed, "gzip"))).Body.ToArray());
    }

    [Fact]
    public async Task A_packed_file_is_opened_once()
    {
        var sitemap = Encoding.UTF8.GetBytes("<urlset><url><loc>https://moon.example/</loc></url></urlset>");
        var once = await fixture.Client.ReceiveAsync(Site("packed-file.example", Pack(sitemap, "gzip"), "identity"), Wanted.Sitemap);
        var twice = await fixture.Client.FailAsync(Site("twice-packed-file.example", Pack(Pack(sitemap, "gzip"), "gzip"), "identity"), Wanted.Sitemap);
        var bomb = await fixture.Client.FailAsync(Site("packed-bomb.example", Pack(new byte[50_000_000], "gzip"), "identity"), Wanted.Sitemap);

        Assert.Equal((ContentKind.Sitemap, sitemap.Length), (once.Kind, once.Body.Length));
        Assert.Equal("the sitemap is a packed file", twice.Reason);
        Assert.Equal(FailureKind.TooLarge, bomb.Kind);
    }

    [Fact]
    public async Task No_bytes_under_any_encoding_make_the_client_throw()
    {
        const int rounds = 400;
        string[] encodings = ["gzip", "br", "deflate", "raw deflate", "gzip, br", "br, gzip", "identity"];
        var random = new Random(20261121);
        var body = Array.Empty<byte>();
        var encoding = "";
        var site = _internet.Tame("noise.example", context => Answers.Bytes(body, "application/rss+xml", response =>
            response.Headers.ContentEncoding = encoding.Replace("raw ", "", StringComparison.Ordinal))(context));
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < rounds; i++)
        {
            encoding = encodings[i % encodings.Length];
            body = Pack(Encoding.UTF8.GetBytes(Answers.Feed.PadRight(2000)), encoding);
            for (var change = random.Next(4); change >= 0; change--) body[random.Next(body.Length)] = (byte)random.Next(256);
            if (random.Next(3) == 0) body = body[..random.Next(1, body.Length)];

            kinds.Add((await fixture.Client.GetAsync($"{site}/{i}")).GetType().Name);
        }

        Assert.Equal(["Failed", "Received"], kinds.Order(StringComparer.Ordinal));
    }

    private string Site(string host, byte[] body, string encoding) =>
        _internet.Tame(host, Answers.Bytes(body, "application/rss+xml", response => response.Headers.ContentEncoding = encoding));

    private static byte[] Pack(byte[] body, string encodings)
    {
        foreach (var encoding in encodings.Split(", "))
        {
            var packed = new MemoryStream();
            using (Stream stream = encoding switch
            {
                "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                "raw deflate" => new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                "identity" or "utf-8" => packed,
                _ => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            })
            {
                stream.Write(body);
            }

            body = packed.ToArray();
        }

        return body;
    }
}
