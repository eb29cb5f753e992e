namespace NewsDesk.Pages.Subscriptions;

/// <summary>What the address of a feed's file asks for.</summary>
public sealed record AskedFeed(FeedScope Scope, FeedFormat Format, bool IsClean);
