using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsDesk.Archive;
using NewsDesk.Wire.Fetching;

namespace NewsDesk.Newsroom.Hub;

/// <summary>Calls subscribers and other hubs, and notes what came of it.</summary>
public sealed class HubCalls(WireClient wire, Subscriptions subscriptions, Announcements announcements, ReadTopic read, HubPace pace, TimeProvider clock, ILogger<HubCalls> log)
{
    private const string FormType = "application/x-www-form-urlencoded";

    /// <summary>False when the host cannot be reached: then its neighbours may wait.</summary>
    public async Task<bool> RunAsync(string node, HubErrand errand, CancellationToken cancel)
    {
        // Whoever claims it next does it; two would tell it twice.
        if (errand.ClaimedUntil is { } until && until - clock.GetUtcNow() < pace.CallTakes) return true;
        return errand switch
        {
            HubErrand.Verify verify => await VerifyAsync(verify.Request, cancel),
            HubErrand.Deliver deliver => await DeliverAsync(node, deliver.Subscription, cancel),
            HubErrand.Tell tell => await TellAsync(tell.Ping, cancel),
            _ => throw new InvalidOperationException($"No call for {errand.GetType().Name}."),
        };
    }

    /// <summary>The host of another errand could not be reached: this one is tried when that one is.</summary>
    public Task PostponeAsync(string node, HubErrand errand, string reason, CancellationToken cancel)
    {
        var later = clock.GetUtcNow() + pace.FirstPause;
        return errand switch
        {
            HubErrand.Verify { Request: var request } => NextVerificationAsync(request, reason, cancel),
            HubErrand.Deliver { Subscription: var told } => subscriptions.MissAsync(node, told.Id, told.Failures, told.LastError, later, cancel),
            HubErrand.Tell { Ping: var ping } => announcements.MissAsync(ping, later, cancel),
            _ => throw new InvalidOperationException($"Nothing to put off in {errand.GetType().Name}."),
        };
    }

    private async Task<bool> VerifyAsync(SubscriptionRequest request, CancellationToken cancel)
    {
        var challenge = RandomNumberGenerator.GetHexString(40, lowercase: true);
        var called = await wire.CallAsync(new(IntentOf(request, challenge)), cancel);
        if (called.Failure is null && called.Said.Span.SequenceEqual(Encoding.ASCII.GetBytes(challenge)))
        {
            if (await subscriptions.KeepAsync(request, clock.GetUtcNow(), cancel))
                log.LogInformation("{Callback} {Did} {Topic}", request.Callback, request.Mode == SubscriptionRequest.Subscribe ? "subscribes to" : "unsubscribes from", request.Topic);
            return true;
        }

        if (IsPassing(called)) await NextVerificationAsync(request, called.Reason!, cancel);
        else await DropAsync(request, called.Reason ?? "it did not answer with the challenge", cancel);
        return !IsDown(called);
    }

    private static Uri IntentOf(SubscriptionRequest request, string challenge)
    {
        var query = Written(
            ("hub.mode", request.Mode),
            ("hub.topic", request.Topic),
            ("hub.challenge", challenge),
            ("hub.lease_seconds", request.LeaseSeconds.ToString(CultureInfo.InvariantCulture)));
        // A callback may have a query of its own, by which it knows whom it is for.
        return new(request.Callback + (request.Callback.Contains('?', StringComparison.Ordinal) ? "&" : "?") + query);
    }

    private async Task NextVerificationAsync(SubscriptionRequest request, string reason, CancellationToken cancel)
    {
        if (request.Failures + 1 >= pace.MostVerifications) await DropAsync(request, reason, cancel);
        else await subscriptions.MissRequestAsync(request, clock.GetUtcNow() + (pace.BetweenVerifications * (request.Failures + 1)), cancel);
    }

    private async Task DropAsync(SubscriptionRequest request, string reason, CancellationToken cancel)
    {
        log.LogInformation("{Callback} does not {Mode} to {Topic}: {Reason}", request.Callback, request.Mode, request.Topic, reason);
        await subscriptions.MissRequestAsync(request, nextTry: null, cancel);
    }

    private async Task<bool> DeliverAsync(string node, Subscription subscription, CancellationToken cancel)
    {
        if (await read(new(subscription.Topic), cancel) is not { } topic)
        {
            // A tag that nobody uses any more may be used again.
            await subscriptions.MissAsync(node, subscription.Id, subscription.Failures, subscription.LastError, clock.GetUtcNow() + TimeSpan.FromHours(1), cancel);
            return true;
        }

        if (topic.Hash == subscription.ToldHash)
        {
            await subscriptions.SaveTopicAsync(subscription.Topic, topic.Hash, cancel);
            await subscriptions.ToldAsync(node, subscription.Id, topic.Hash, subscription.Told ?? subscription.Begun, clock.GetUtcNow(), cancel);
            return true;
        }

        var called = await wire.CallAsync(new(new(subscription.Callback), LetterOf(topic, subscription.Secret)), cancel);
        var now = clock.GetUtcNow();
        // Once told it is written down, even if we are to stop: nobody is told twice.
        if (called.Failure is null) await subscriptions.ToldAsync(node, subscription.Id, topic.Hash, now, now + pace.BetweenDeliveries, CancellationToken.None);
        else await MissAsync(node, subscription, called, now);
        return !IsDown(called);
    }

    private static Letter LetterOf(Topic topic, string? secret)
    {
        var headers = new List<(string Name, string Value)> { ("Link", topic.Link) };
        if (secret is not null)
            headers.Add(("X-Hub-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), topic.Content))}"));
        return new(topic.Content, topic.ContentType) { Headers = headers };
    }

    private async Task MissAsync(string node, Subscription subscription, Called called, DateTimeOffset now)
    {
        if (called.Failure == FailureKind.Waiting)
        {
            // Nothing was sent: no fault of the subscriber's.
            await subscriptions.MissAsync(node, subscription.Id, subscription.Failures, subscription.LastError, now + (called.RetryAfter ?? pace.FirstPause), CancellationToken.None);
            return;
        }

        var failures = subscription.Failures + 1;
        if (called.Attempt.Status == StatusCodes.Status410Gone || called.Failure == FailureKind.Address || failures >= pace.MostFailures)
        {
            await subscriptions.EndAsync(node, subscription.Id, CancellationToken.None);
            log.LogInformation("{Callback} is no longer told of {Topic}: {Reason}", subscription.Callback, subscription.Topic, called.Reason);
            return;
        }

        var next = now + pace.PauseAfter(failures, called.RetryAfter);
        await subscriptions.MissAsync(node, subscription.Id, failures, called.Reason, next, CancellationToken.None);
        log.LogWarning("{Callback} could not be told of {Topic}: {Reason}. It is tried again at {Next:u}", subscription.Callback, subscription.Topic, called.Reason, next.UtcDateTime);
    }

    private async Task<bool> TellAsync(HubPing ping, CancellationToken cancel)
    {
        // The standard leaves the words to the hub; these are the ones that all public hubs take.
        var form = Written(("hub.mode", "publish"), ("hub.url", ping.Topic), ("hub.topic", ping.Topic));
        var called = await wire.CallAsync(new(new(ping.Hub), new(Encoding.ASCII.GetBytes(form), FormType)), cancel);
        if (called.Failure is null)
        {
            await announcements.DoneAsync(ping, CancellationToken.None);
            return true;
        }

        var failures = called.Failure == FailureKind.Waiting ? ping.Failures : ping.Failures + 1;
        var next = failures >= pace.MostFailures ? (DateTimeOffset?)null : clock.GetUtcNow() + pace.PauseAfter(Math.Max(1, failures), called.RetryAfter);
        await announcements.MissAsync(ping, next, CancellationToken.None);
        log.LogWarning("The hub {Hub} could not be told of {Topic}: {Reason}. {Then}", ping.Hub, ping.Topic, called.Reason,
            next is { } at ? $"It is tried again at {at.UtcDateTime:u}" : "It is given up; look at Hub:Others");
        return !IsDown(called);
    }

    private static string Written(params IEnumerable<(string Name, string Value)> parts) =>
        string.Join('&', parts.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));

    /// <summary>It may be another moment's answer.</summary>
    private static bool IsPassing(Called called) =>
        called.Failure is FailureKind.Waiting or FailureKind.Dns || IsDown(called) || called.Attempt.Status is 429 or >= 500;

    private static bool IsDown(Called called) => called.Failure is FailureKind.Network or FailureKind.Timeout or FailureKind.Tls;
}
