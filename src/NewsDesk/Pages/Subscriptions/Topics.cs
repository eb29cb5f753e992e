using Microsoft.AspNetCore.WebUtilities;
using NewsDesk.Newsroom.Hub;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Pages.Subscriptions;

/// <summary>Reads feeds by their own addresses, for who delivers them; they are the same as those that are served.</summary>
public sealed class Topics(IServiceScopeFactory scopes)
{
    public async Task<Topic?> ReadAsync(Uri address, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(address);
        await using var scope = scopes.CreateAsyncScope();
        var path = PathString.FromUriComponent(address);
        var query = new QueryCollection(QueryHelpers.ParseQuery(address.Query));
        if (await scope.ServiceProvider.GetRequiredService<FeedScopes>().FindAsync(path, query, cancel) is not { } asked) return null;
        var publication = await scope.ServiceProvider.GetRequiredService<FeedDesk>().FindAsync(asked, query, cancel);
        // Pages and archives of a feed, and other ways to write its address, are no topics of their own.
        return publication is { Hubs.Count: > 0 } && publication.Self.AbsoluteUri == address.AbsoluteUri
            ? new(asked.Format.Write(publication), asked.Format.HeaderType, LinkOf(publication)) : null;
    }

    /// <summary>The header by which subscribers find the hubs and the feed's own address.</summary>
    public static string LinkOf(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        return string.Join(", ", publication.Hubs.Select(hub => $"<{hub.AbsoluteUri}>; rel=\"hub\"").Append($"<{publication.Self.AbsoluteUri}>; rel=\"self\""));
    }
}
