using System.Net;
using System.Net.Sockets;
using NewsDesk.Wire.Fetching;
using NewsDesk.Wire.Fetching.Addresses;

namespace NewsDesk.Tests.Wire.Fetching;

public sealed class ForbiddenAddressTests(InternetFixture fixture) : IClassFixture<InternetFixture>
{
    private readonly TestInternet _internet = fixture.Internet;

    [Theory]
    [InlineData("127.0.0.1", "this machine itself")]
    [InlineData("127.255.0.9", "this machine itself")]
    [InlineData("0.0.0.0", "this machine itself")]
    [InlineData("10.1.2.3", "a private network")]
    [InlineData("172.16.0.1", "a private network")]
    [InlineData("172.31.255.255", "a private network")]
    [InlineData("192.168.1.1", "a private network")]
    [InlineData("169.254.169.254", "an address of this link only")]
    [InlineData("100.64.0.1", "a provider's inner network")]
    [InlineData("192.0.2.1", "a network for examples")]
    [InlineData("198.51.100.1", "a network for examples")]
    [InlineData("203.0.113.1", "a network for examples")]
    [InlineData("198.19.0.1", "a network for measurements")]
    [InlineData("224.0.0.1", "a group of machines")]
    [InlineData("239.255.255.250", "a group of machines")]
    [InlineData("192.0.0.1", "a reserved address")]
    [InlineData("192.88.99.1", "a reserved address")]
    [InlineData("240.0.0.1", "a reserved address")]
    [InlineData("255.255.255.255", "a reserved address")]
    [InlineData("::", "this machine itself")]
    [InlineData("::1", "this machine itself")]
    [InlineData("::ffff:8.8.8.8", "an IPv4 address in an IPv6 coat")]
    [InlineData("::ffff:127.0.0.1", "an IPv4 address in an IPv6 coat")]
    [InlineData("::127.0.0.1", "an IPv4 address in an IPv6 coat")]
    [InlineData("::ffff:0:127.0.0.1", "an IPv4 address in an IPv6 coat")]
    [InlineData("64:ff9b::127.0.0.1", "an IPv4 address in an IPv6 coat")]
    [InlineData("64:ff9b:1::a00:1", "an IPv4 address in an IPv6 coat")]
    [InlineData("2002:7f00:1::", "an IPv4 address in an IPv6 coat")]
    [InlineData("2001:0:4136:e378::1", "an IPv4 address in an IPv6 coat")]
    [InlineData("fc00::1", "a private network")]
    [InlineData("fd12:3456::1", "a private network")]
    [InlineData("fec0::1", "a private network")]
    [InlineData("fe80::1", "an address of this link only")]
    [InlineData("ff02::1", "a group of machines")]
    [InlineData("2001:db8::1", "a network for examples")]
    [InlineData("3fff::1", "a network for examples")]
    [InlineData("2001:10::1", "a reserved address")]
    [InlineData("100::1", "a reserved address")]
    [InlineData("5f00::1", "a reserved address")]
    [InlineData("4000::1", "a reserved address")]
    [InlineData("8.8.8.8", null)]
    [InlineData("172.32.0.1", null)]
    [InlineData("100.128.0.1", null)]
    [InlineData("2606:4700::1111", null)]
    [InlineData("2a00:1450:4001::200e", null)]
    public void Special_addresses_are_known_by_name(string address, string? name) => Assert.Equal(name, SpecialNetworks.NameOf(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://①②⑦.⓪.⓪.①/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[0:0:0:0:0:0:127.0.0.1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[fe80::1%251]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("https://192.168.0.1/")]
    public async Task An_address_written_in_any_form_is_refused(string address)
    {
        using var client = new WireClient(new("NewsDesk/0.1 (+https://desk.example/)"), TimeProvider.System);

        var failed = await client.FailAsync(address);

        Assert.Equal(FailureKind.Address, failed.Kind);
        Assert.Contains("not asked", failed.Reason, StringComparison.Ordinal);
        Assert.Null(failed.Attempt.Status);
    }

    [Theory]
    [InlineData("ftp://moon.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://moon.example/")]
    [InlineData("http://moon.example:22/")]
    [InlineData("http://moon.example:6379/")]
    public async Task What_is_not_of_the_web_is_refused(string address) => Assert.Equal(FailureKind.Address, (await fixture.Client.FailAsync(address)).Kind);

    [Fact]
    public async Task No_address_makes_the_client_throw()
    {
        string[] pieces = ["http://", "https://", "HTTP:\\\\", "a", "xn--", "xn--zzzzzzz", "..", ".", "@", ":", "[", "]", "::1", "%", "%00", "%zz", "\u0000", "\u202e", "ß", "例え", "_", "-",
            "*", "?", "#", "/", "\\", ";", "&", " ", "0x", "256", "99999999999", ":65535", ":0", "münchen.example", "moon.example", new('a', 64), new('x', 300)];
        var random = new Random(20261122);
        var asked = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var written = (random.Next(4) > 0 ? "http://" : "") + string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (!Uri.TryCreate(written, UriKind.RelativeOrAbsolute, out var address)) continue;
            asked++;
            Assert.IsType<Fetched.Failed>(await fixture.Client.FetchAsync(new(address), TestContext.Current.CancellationToken));
        }

        Assert.True(asked > 5000, $"only {asked} were addresses");
    }

    [Fact]
    public async Task A_relative_address_is_refused() => Assert.IsType<Fetched.Failed>(
        await fixture.Client.FetchAsync(new(new("/feed", UriKind.Relative)), TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_name_that_changes_its_mind_is_believed_no_second_time()
    {
        using var victim = new TcpListener(IPAddress.Parse("127.0.0.2"), 0);
        victim.Start();
        var site = _internet.Wild("rebind.example", call => call.SayAsync("HTTP/1.1 302 Found\nLocation: /again\nContent-Length: 0\nConnection: close\n\n"));
        var asked = 0;
        _internet.Name("rebind.example", () => asked++ == 0 ? [IPAddress.Loopback] : [IPAddress.Parse("127.0.0.2")]);

        var failed = await fixture.Client.FailAsync(site);

        Assert.Equal((2, FailureKind.Address), (asked, failed.Kind));
        Assert.Equal("rebind.example leads to 127.0.0.2, this machine itself, which is not asked unless Wire:AllowNetworks names it", failed.Reason);
        Assert.False(victim.Pending());
    }

    [Fact]
    public async Task Of_several_addresses_only_the_public_ones_are_tried()
    {
        var site = _internet.Tame("mixed.example", Answers.Text(Answers.Feed));
        _internet.Name("mixed.example", () => [IPAddress.Parse("10.0.0.1"), IPAddress.IPv6Loopback, IPAddress.Loopback]);

        await fixture.Client.ReceiveAsync(site);
    }

    [Fact]
    public async Task When_one_address_does_not_answer_the_next_is_tried()
    {
        using var client = _internet.Client(settings => settings with { AllowNetworks = AllowedNetworks.Parse("127.0.0.0/8, ::1") });
        var site = _internet.Tame("broken-six.example", Answers.Text(Answers.Feed));
        _internet.Name("broken-six.example", () => [IPAddress.IPv6Loopback, IPAddress.Parse("127.0.0.77"), IPAddress.Loopback]);

        await client.ReceiveAsync(site);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "127.0.0.2", false)]
    [InlineData("10.0.0.0/8, fd00::/8", "10.9.8.7", true)]
    [InlineData("10.0.0.0/8; fd00::/8", "fd00::7", true)]
    [InlineData("10.0.0.0/8", "::ffff:10.0.0.1", false)]
    [InlineData("", "10.0.0.1", false)]
    public void Allowed_networks_contain_what_they_say(string networks, string address, bool contained) =>
        Assert.Equal(contained, AllowedNetworks.Parse(networks).Contain(IPAddress.Parse(address)));

    [Theory]
    [InlineData("localhost", "localhost is no address and no network")]
    [InlineData("10/8", "10/8 is no address and no network")]
    [InlineData("10.0.0.0/33", "10.0.0.0/33: the length of its prefix is a number from 0 to 32")]
    [InlineData("::1, 10.0.0.1/8", "10.0.0.1/8: the address has bits set beyond the first 8")]
    [InlineData("::1/-1", "::1/-1: the length of its prefix is a number from 0 to 128")]
    public void A_wrong_network_is_told(string networks, string fault)
    {
        Assert.Equal(fault, AllowedNetworks.Fault(networks));
        Assert.Throws<FormatException>(() => AllowedNetworks.Parse(networks));
    }
}
