using NewsDesk.Archive;

namespace NewsDesk.Newsroom.Hub;

/// <summary>Something that the hub has to say to another program.</summary>
public abstract record HubErrand(string Address, DateTimeOffset? ClaimedUntil)
{
    /// <summary>What goes to one server is called one after the other.</summary>
    public string Server => new Uri(Address).Authority;

    /// <summary>Somebody is to show that it was them who asked.</summary>
    public sealed record Verify(SubscriptionRequest Request) : HubErrand(Request.Callback, Request.ClaimedUntil);

    /// <summary>A subscriber gets what is new.</summary>
    public sealed record Deliver(Subscription Subscription) : HubErrand(Subscription.Callback, Subscription.ClaimedUntil);

    /// <summary>A hub elsewhere is told that there is something new.</summary>
    public sealed record Tell(HubPing Ping) : HubErrand(Ping.Hub, Ping.ClaimedUntil);
}
