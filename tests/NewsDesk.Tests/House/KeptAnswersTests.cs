using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsDesk.Pages;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Tests.House;

/// <summary>Whoever adds a page says what it shows, so that it is kept and dropped; and nothing that is one person's is ever kept.</summary>
public sealed class KeptAnswersTests
{
    /// <summary>Made for each request, and why.</summary>
    private static readonly string[] NotKept =
    [
        "/hub", // It takes what programs send.
        "/language", // It sets a cookie.
        "/media/{**path}", // Pictures are large, and sent from the disk as they are.
        "/Subscription", // What a browser gets in a feed's place is for this browser only.
    ];

    [Fact]
    public async Task Every_address_that_is_always_answered_is_known_as_our_own()
    {
        await using var desk = new Desk();
        await desk.ReadAsync("/");

        foreach (var endpoint in desk.Part<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0))
        {
            var path = endpoint.RoutePattern.RawText!.Trim('/');
            if (path is not ("" or "Index") && !path.StartsWith("desk", StringComparison.Ordinal)) Assert.True(Address.IsOwn(path), $"/{path} is not among what Address.IsOwn knows");
        }
    }

    [Fact]
    public async Task Every_public_answer_says_what_it_shows()
    {
        await using var desk = new Desk();
        await desk.ReadAsync("/");
        var loader = desk.Part<PageLoader>();

        foreach (var endpoint in desk.Part<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";
            if (NotKept.Contains(path, StringComparer.Ordinal) || path.StartsWith(NewsDesk.Pages.Subscriptions.Feeds.Views, StringComparison.Ordinal)) continue;
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            var isKept = page is null
                ? endpoint.Metadata.GetMetadata<ShowsAttribute>() is not null
                : (await loader.LoadAsync(page, endpoint.Metadata)).ModelTypeInfo?.GetCustomAttribute<ShowsAttribute>() is not null;
            if (path.StartsWith("/desk", StringComparison.Ordinal)) Assert.False(isKept, $"{path} is for one person and must not be kept");
            else Assert.True(isKept, $"{path} does not say with [Shows] what it shows");
        }
    }
}
