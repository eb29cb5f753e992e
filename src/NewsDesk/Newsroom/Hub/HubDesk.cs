using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using NewsDesk.Archive;

namespace NewsDesk.Newsroom.Hub;

/// <summary>What our hub says to who asks it something.</summary>
public sealed record HubReply(int Status, string Sentence, TimeSpan? RetryAfter = null);

/// <summary>Takes what subscribers ask of our hub, and has it verified.</summary>
public sealed class HubDesk(ReadTopic read, Subscriptions subscriptions, TimeProvider clock)
{
    /// <summary>The standard wants less than 200.</summary>
    private const int MaxSecretBytes = 199;

    /// <summary>What the archive's keys take, with a feed's address beside it.</summary>
    private const int MaxAddressBytes = 950;

    private const long ShortestLease = 60 * 60;

    private const long UsualLease = 10 * 24 * 60 * 60;

    private const long LongestLease = 30 * 24 * 60 * 60;

    private static readonly SubscriptionLimits Limits = new(Requests: 1_000, Subscriptions: 10_000, Topics: 1_000);

    private static readonly TimeSpan WhenFull = TimeSpan.FromMinutes(10);

    public async Task<HubReply> TakeAsync(IReadOnlyDictionary<string, StringValues> form, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Where(part => part.Key.StartsWith("hub.", StringComparison.Ordinal)).FirstOrDefault(part => part.Value.Count > 1) is { Key: { } twice })
            return Wrong($"{twice} is there more than once.");
        string? Said(string name) => form.TryGetValue(name, out var value) && value.Count == 1 ? value[0] : null;
        var mode = Said("hub.mode");
        if (mode is not (SubscriptionRequest.Subscribe or SubscriptionRequest.Unsubscribe)) return Wrong("hub.mode must be subscribe or unsubscribe. What we publish this hub knows by itself.");
        if (AddressOf(Said("hub.callback")) is not { } callback) return Wrong($"hub.callback must be an http:// or https:// address without a name, a password or a fragment, of at most {MaxAddressBytes} bytes.");
        if (AddressOf(Said("hub.topic")) is not { } topic) return Wrong("hub.topic must be the address of one of our feeds, as its rel=\"self\" link says it.");
        var secret = Said("hub.secret");
        if (secret is not null && Encoding.UTF8.GetByteCount(secret) > MaxSecretBytes) return Wrong("hub.secret must be less than 200 bytes long.");
        if (LeaseOf(Said("hub.lease_seconds")) is not { } lease) return Wrong("hub.lease_seconds must be a whole number of seconds.");
        var content = await read(topic, cancel);
        // Who leaves may leave a feed that is no more.
        if (content is null && mode == SubscriptionRequest.Subscribe) return new(StatusCodes.Status404NotFound, "hub.topic is none of our feeds that can be followed. Give the address that the feed itself names with rel=\"self\".");

        var isTaken = await subscriptions.RequestAsync(new()
        {
            Topic = topic.AbsoluteUri,
            Callback = callback.AbsoluteUri,
            Mode = mode,
            LeaseSeconds = lease,
            Secret = string.IsNullOrEmpty(secret) ? null : secret,
            ContentHash = content?.Hash ?? "",
            Asked = clock.GetUtcNow(),
        }, Limits, cancel);
        return isTaken
            ? new(StatusCodes.Status202Accepted, "Your callback is asked whether it wants this.")
            : new(StatusCodes.Status503ServiceUnavailable, "This hub is full at the moment. Come again later.", WhenFull);
    }

    private static HubReply Wrong(string sentence) => new(StatusCodes.Status400BadRequest, sentence);

    private static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo: "", Fragment: "", Host.Length: > 0 }
        && Encoding.UTF8.GetByteCount(address.AbsoluteUri) <= MaxAddressBytes ? address : null;

    private static long? LeaseOf(string? text) =>
        string.IsNullOrEmpty(text) ? UsualLease
        : !text.All(char.IsAsciiDigit) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Clamp(seconds, ShortestLease, LongestLease)
        : LongestLease;
}
