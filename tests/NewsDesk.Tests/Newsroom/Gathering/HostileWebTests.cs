using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Tests.Wire.Fetching;
using NewsDesk.Wire.Fetching;
using NewsDesk.Wire.Sources;
using static NewsDesk.Tests.Newsroom.Gathering.AWeb;

namespace NewsDesk.Tests.Newsroom.Gathering;

/// <summary>The gatherer with the guarded client on an internet of hosts that misbehave, each in its own way.</summary>
public sealed class HostileWebTests
{
    private const int GoodHosts = 20;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_misbehaving_host_leaves_a_reason_and_its_neighbours_are_gathered()
    {
        await using var internet = await TestInternet.OpenAsync();
        using var client = internet.Client(settings => settings with { Limits = new() { FirstByte = TimeSpan.FromSeconds(3), Whole = TimeSpan.FromSeconds(5), MaxBodyBytes = 1_000_000 } });
        await using var room = await GatherRoom.OpenAsync(client.FetchAsync);
        var bad = BadHosts(internet);
        var good = Enumerable.Range(0, GoodHosts).Select(i => internet.Tame($"good{i}.example", Answers.Text(Rss(Item("1", $"https://good{i}.example/moon", "Moon", Whole("moon")))))).ToList();
        await room.WatchAsync([.. bad.Select(host => Watched(host.Url)), .. good.Select(Watched)]);

        var entered = (await room.GatherAsync()).ToDictionary(one => one.Source.Url, StringComparer.Ordinal);

        Assert.Equal(bad.Count + GoodHosts, entered.Count);
        Assert.All(good, url => Assert.Equal((1, null), (entered[url].Visit.Added, entered[url].Visit.Error)));
        Assert.DoesNotContain(bad.Select(host => (host.Reason, Said: entered[host.Url].Visit.Error)), one => one.Said?.Contains(one.Reason, StringComparison.Ordinal) != true);
        foreach (var source in await room.Sources.ListAsync(Cancel))
        {
            // It is in the archive as it was told, the claim is given back, and what fails is asked later.
            var kept = Assert.Single(await room.Visits.ListAsync(source.Id, 9, Cancel));
            Assert.Equal(entered[source.Url].Visit.Error, kept.Error);
            Assert.Null(source.ClaimedBy);
            if (kept.Error is not null) Assert.True(source.Retired is not null || source.NextDue > GatherRoom.Noon, source.Url);
        }
    }

    [Fact]
    public async Task Hosts_that_say_nothing_hold_up_nobody_who_has_a_place()
    {
        await using var internet = await TestInternet.OpenAsync();
        using var client = internet.Client(settings => settings with { Limits = new() { FirstByte = TimeSpan.FromMinutes(10), Whole = TimeSpan.FromMinutes(10) } });
        await using var room = await GatherRoom.OpenAsync(client.FetchAsync);
        var goodAreDone = new TaskCompletionSource();
        var silent = Enumerable.Range(0, room.Pace.MostAtOnce - 1).Select(i => internet.Wild($"silent{i}.example", async call =>
        {
            await goodAreDone.Task.WaitAsync(call.Closing);
            await call.SayAsync("HTTP/1.1 503 Later\nRetry-After: 7200\nContent-Length: 0\n\n");
        })).ToList();
        var good = Enumerable.Range(0, GoodHosts).Select(i => internet.Tame($"good{i}.example", Answers.Text(Rss(Item("1", $"https://good{i}.example/moon", "Moon", Whole("moon")))))).ToList();
        await room.WatchAsync([.. silent.Select(Watched), .. good.Select(Watched)]);
        var done = 0;

        // If the silent ones were waited for, this would never end.
        var entered = await room.Gatherer.GatherAsync([.. (await room.Sources.ListAsync(Cancel)).Select(source => source.Id)],
            new Told(one =>
            {
                if (one.Visit.Error is null && Interlocked.Increment(ref done) == GoodHosts) goodAreDone.SetResult();
            }), Cancel);

        Assert.Equal(GoodHosts, entered.Count(one => one.Visit.Added == 1));
        Assert.All(entered.Where(one => silent.Contains(one.Source.Url)), one => Assert.Equal(GatherRoom.Noon.AddHours(2), one.Source.NextDue));
    }

    /// <summary>The whole program among monsters, in a process of its own, so that its memory is its alone.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public async Task Monsters_are_gathered_within_three_hundred_megabytes()
    {
        const long most = 300 * 1024 * 1024;
        await using var internet = await TestInternet.OpenAsync();
        var sources = new List<(string Url, string Expected)>();
        for (var i = 0; i < 3; i++)
        {
            // The articles of each are its own.
            var site = $"https://e{i}.example/";
            sources.Add((internet.Wild($"fifty{i}", Send(Rss(Enumerable.Range(0, 50_000).Select(n => Item($"{n}", $"{site}{n}", $"Moon {n}", "<p>Sold, and nobody knows why.</p>"))))), "1000 new (It has 50,000 items"));
            sources.Add((internet.Wild($"big{i}", Send(Rss(Item("1", site + "big", "Big", string.Concat(Enumerable.Repeat("<p>A paragraph of <b>moon</b>.</p>", 170_000)))))), "1 new"));
            sources.Add((internet.Wild($"deep{i}", Send(Rss(Item("1", site + "deep", "Deep", string.Concat(Enumerable.Repeat("<div><b><table><tr><td>", 10_000)) + "moon")))), "1 new"));
            sources.Add((internet.Wild($"entities{i}", Send("<!DOCTYPE rss [<!ENTITY a0 'moon'>" + string.Concat(Enumerable.Range(1, 30).Select(n => $"<!ENTITY a{n} '{string.Concat(Enumerable.Repeat($"&a{n - 1};", 10))}'>"))
                + "<!ENTITY xxe SYSTEM 'file:///etc/passwd'>]>" + Rss($"<item><guid>1</guid><link>{site}bomb</link><title>&a30;</title><description>&xxe; Sold.</description></item>"))), "1 new"));
            sources.Add((internet.Wild($"nested{i}", Send("<rss>" + string.Concat(Enumerable.Repeat("<channel><item>", 300_000)))), ""));
            sources.Add((internet.Wild($"gzip{i}", Send(Packed(to => new GZipStream(to, CompressionLevel.Fastest)), "gzip")), "The answer is larger than 10 MB"));
            sources.Add((internet.Wild($"br{i}", Send(Packed(to => new BrotliStream(to, CompressionLevel.Fastest)), "br")), "The answer is larger than 10 MB"));
            sources.Add((internet.Wild($"deflate{i}", Send(Packed(to => new ZLibStream(to, CompressionLevel.Fastest)), "deflate")), "The answer is larger than 10 MB"));
            sources.Add((internet.Wild($"endless{i}", Endless), "The answer is larger than 10 MB"));
            sources.Add((internet.Wild($"good{i}", Send(Rss(Item("1", site + "good", "Moon", Whole("moon"))))), "1 new"));
        }

        var folder = Directory.CreateTempSubdirectory("newsdesk-monsters-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("content").FullName, SourceListFile.Name),
                $"<opml version='2.0'><body>{string.Concat(sources.Select((one, i) => $"<outline text='source {i}.' xmlUrl='http://127.0.0.1:{new Uri(one.Url).Port}/' xmlns:newsdesk='https://newsdesk.example/ns/opml' newsdesk:full-text='never'/>"))}</body></opml>", Cancel);
            await using var desk = RunningDesk.Start("gather", "--once", "--content", Path.Combine(folder.FullName, "content"), "--data", Path.Combine(folder.FullName, "data"), "--allow-networks", "127.0.0.1", "--host-delay", "0");
            var ended = desk.ExitAsync(Cancel);
            long peak = 0;
            while (await Task.WhenAny(ended, Task.Delay(20, Cancel)) != ended) peak = Math.Max(peak, PeakOf(desk.ProcessId));

            Assert.Equal(1, await ended);
            Assert.Contains($"{sources.Count} of {sources.Count} sources", desk.Output, StringComparison.Ordinal);
            var told = desk.Output.Split('\n');
            foreach (var (place, (_, expected)) in sources.Index())
                Assert.StartsWith($"source {place}.: {expected}", Array.Find(told, line => line.StartsWith($"source {place}.: ", StringComparison.Ordinal)), StringComparison.Ordinal);
            Assert.InRange(peak, 1, most);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Hosts by what they do, and what is to be read of it afterwards.</summary>
    private static List<(string Url, string Reason)> BadHosts(TestInternet internet)
    {
        var later = DateTimeOffset.UtcNow.AddDays(-1);
        internet.Name("inner.example", () => [IPAddress.Parse("10.0.0.1")]);
        var asked = 0;
        internet.Name("rebind.example", () => asked++ == 0 ? [IPAddress.Loopback] : [IPAddress.Parse("169.254.169.254")]);
        return
        [
            (internet.Wild("silent.example", call => call.KeepSilentAsync()), "No answer came within 3 seconds."),
            (internet.Wild("slow-headers.example", async call =>
            {
                await call.SayAsync("HTTP/1.1 200 OK\n");
                for (var i = 0; ; i++)
                {
                    await Task.Delay(50, call.Closing);
                    await call.SayAsync($"X-{i}: moon\n");
                }
            }), "No answer came within 3 seconds."),
            (internet.Wild("slow-body.example", async call =>
            {
                await call.SayAsync("HTTP/1.1 200 OK\n\n<rss>");
                while (true)
                {
                    await Task.Delay(50, call.Closing);
                    await call.SayAsync(" ");
                }
            }), "The answer did not come whole within 5 seconds."),
            (internet.Wild("endless.example", Endless), "The answer is larger than 1 MB, and was not read to its end."),
            (internet.Wild("bomb-gzip.example", Send(Packed(to => new GZipStream(to, CompressionLevel.Fastest)), "gzip")), "The answer is larger than 1 MB, and was not read to its end."),
            (internet.Wild("bomb-br.example", Send(Packed(to => new BrotliStream(to, CompressionLevel.Fastest)), "br")), "The answer is larger than 1 MB, and was not read to its end."),
            (internet.Wild("bomb-deflate.example", Send(Packed(to => new ZLibStream(to, CompressionLevel.Fastest)), "deflate")), "The answer is larger than 1 MB, and was not read to its end."),
            (internet.Tame("circle.example", Answers.Redirect("/")), "in a circle"),
            (internet.Tame("chain.example", context => Answers.Redirect($"{context.Request.Path}x")(context)), "redirect"),
            (internet.Tame("inward.example", Answers.Redirect("http://192.168.0.1/feed")), "192.168.0.1 is a private network"),
            (internet.Tame("decimal.example", Answers.Redirect("http://2130706434/")), "127.0.0.2 is this machine itself"),
            (internet.Tame("octal.example", Answers.Redirect("http://0177.0.0.2/")), "127.0.0.2 is this machine itself"),
            (internet.Tame("hex.example", Answers.Redirect("http://0x7f.2/")), "127.0.0.2 is this machine itself"),
            (internet.Tame("six.example", Answers.Redirect("http://[::1]/")), "is this machine itself"),
            (internet.Tame("coat.example", Answers.Redirect("http://[::ffff:10.0.0.1]/")), "an IPv4 address in an IPv6 coat"),
            ("http://inner.example/", "Inner.example leads to 10.0.0.1, a private network"),
            (internet.Wild("rebind.example", call => call.SayAsync("HTTP/1.1 302 Found\nLocation: /again\nContent-Length: 0\nConnection: close\n\n")), "Rebind.example leads to 169.254.169.254"),
            ("http://nowhere.example/", "The name nowhere.example does not exist."),
            ($"http://127.0.0.1:{TestInternet.ClosedPort().ToString(CultureInfo.InvariantCulture)}/", "The connection was refused."),
            (internet.Wild("too-short.example", call => call.SayAsync("HTTP/1.1 200 OK\nContent-Length: 5000\n\n<rss>")), "The answer broke off after"),
            (internet.Wild("reset.example", call =>
            {
                call.Reset();
                return Task.CompletedTask;
            }), "The server hung up."),
            (internet.Wild("no-http.example", call => call.SayAsync("SSH-2.0-OpenSSH_9.2\n")), "What the server answers is not HTTP"),
            (internet.TameSecure("expired.example", Answers.Text(Answers.Feed), internet.Authority.For("expired.example", until: later)), $"The certificate expired on {later.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}."),
            (internet.TameSecure("somebody.example", Answers.Text(Answers.Feed), internet.Authority.For("else.example")), "The certificate is for else.example, not for somebody.example."),
            (internet.Tame("picture.example", Answers.Text("GIF89a")), "This is a picture, not a feed."),
            (internet.Tame("binary.example", Answers.Text("\u0001\u0002\0\u0003 binary")), "This is a file of some binary kind"),
            (internet.Tame("login.example", Answers.Text("<!DOCTYPE html><title>Hello</title><form><input type=password></form>")), "The feed is HTML: the site now asks for a login."),
            (internet.Tame("error-page.example", Answers.Text("<html><head><title>Something went wrong</title></head></html>")), "The feed is HTML: a page called “Something went wrong”"),
            (internet.Tame("broken.example", Answers.Status(500)), "(500)"),
            (internet.Tame("busy.example", Answers.Status(429, response => response.Headers.RetryAfter = "3600")), "(429)"),
            (internet.Tame("gone.example", Answers.Status(410)), "it is not visited any more"),
            (internet.Tame("empty.example", Answers.Text("")), "The answer is empty."),
            (internet.Tame("klingon.example", Answers.Bytes([0xFF, 0xFE, 0, 0xD8, 0x41], "application/rss+xml; charset=klingon")), "not a feed"),
        ];
    }

    private static WatchedSource Watched(string url) => new() { Kind = SourceKind.Feed, Url = url, Title = url, FullText = FullText.Never };

    private static async Task Endless(WildCall call)
    {
        await call.SayAsync("HTTP/1.1 200 OK\n\n<rss version='2.0'><channel><title>Endless</title>");
        var more = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<item><title>Moon</title></item>", 2_000)));
        while (true) await call.SendAsync(more);
    }

    private static Func<WildCall, Task> Send(byte[] body, string encoding = "identity") => async call =>
    {
        await call.SayAsync($"HTTP/1.1 200 OK\nContent-Type: application/rss+xml\nContent-Encoding: {encoding}\nContent-Length: {body.Length}\nConnection: close\n\n");
        await call.SendAsync(body);
        await call.KeepSilentAsync();
    };

    private static Func<WildCall, Task> Send(string body) => Send(Encoding.UTF8.GetBytes(body));

    private static byte[] Packed(Func<Stream, Stream> packing)
    {
        var packed = new MemoryStream();
        using (var stream = packing(packed)) stream.Write(new byte[60_000_000]);
        return packed.ToArray();
    }

    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private sealed class Told(Action<Entered> tell) : IProgress<Entered>
    {
        public void Report(Entered value) => tell(value);
    }
}
