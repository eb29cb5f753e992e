using NewsDesk.Wire.Fetching;

namespace NewsDesk.Tests.Wire.Fetching;

/// <summary>One test internet and one client for all tests of a class; each test has hosts of its own.</summary>
public sealed class InternetFixture : IAsyncLifetime
{
    internal TestInternet Internet { get; private set; } = null!;

    internal WireClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Internet = await TestInternet.OpenAsync();
        Client = Internet.Client();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Internet.DisposeAsync();
    }
}

internal static class ClientAnswers
{
    public static Task<Fetched> GetAsync(this WireClient client, string address, Wanted wanted = Wanted.Feed) =>
        client.FetchAsync(new(new(address)) { Wanted = wanted }, TestContext.Current.CancellationToken);

    public static async Task<Fetched.Received> ReceiveAsync(this WireClient client, string address, Wanted wanted = Wanted.Feed)
    {
        var fetched = await client.GetAsync(address, wanted);
        return fetched as Fetched.Received ?? throw new Xunit.Sdk.XunitException($"{address} did not give a body: {fetched}");
    }

    public static async Task<Fetched.Failed> FailAsync(this WireClient client, string address, Wanted wanted = Wanted.Feed)
    {
        var fetched = await client.GetAsync(address, wanted);
        return fetched as Fetched.Failed ?? throw new Xunit.Sdk.XunitException($"{address} did not fail: {fetched}");
    }
}
