using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using NewsDesk.Hosting.Limits;
using NewsDesk.Newsroom;
using NewsDesk.Newsroom.Hub;
using NewsDesk.Pages.Covers;
using NewsDesk.Pages.ForMachines;
using NewsDesk.Pages.Keeping;
using NewsDesk.Pages.Subscriptions;

namespace NewsDesk.Pages;

/// <summary>Everything that answers a browser or a feed reader, in the order in which a request meets it.</summary>
public static class PageSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services, PageMemory memory)
    {
        services.AddResponseCompression(compression => compression.MimeTypes =
            [.. ResponseCompressionDefaults.MimeTypes, "application/rss+xml", "application/atom+xml", "application/feed+json", "application/manifest+json", "image/svg+xml", "text/javascript"]);
        services.AddRouting(routing => routing.LowercaseUrls = true);
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Pages";
            SubscriptionModel.Route(pages.Conventions);
        });
        services.AddScoped<PostLists>();
        services.AddScoped<FeedScopes>();
        services.AddScoped<FeedDesk>();
        services.AddSingleton<FeedTexts>();
        services.AddSingleton<SourceNames>();
        services.AddSingleton<Topics>();
        services.AddSingleton<ReadTopic>(provider => provider.GetRequiredService<Topics>().ReadAsync);
        // A page takes the masthead once, and is of one piece even if it changes meanwhile.
        services.AddScoped(provider => provider.GetRequiredService<CurrentMasthead>().Now);
        // Letters of every script stand in a page as they are: as numbers they would take five times the room.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddSingleton<StyleSheet>();
        services.AddSingleton<WebFiles>();
        services.AddSingleton(memory);
        services.AddSingleton<PageShelf>();
        services.AddSingleton<PagePress>();
        services.AddHostedService(provider => provider.GetRequiredService<PagePress>());
        services.AddSingleton<ArchiveOutage>();
        services.AddHostedService<PageFollower>();
        // Asked anew each time: on the way to the page of a problem the request becomes another.
        services.AddScoped<RequestAtHand>();
        services.AddTransient(provider => ReadingLanguage.Of(provider.GetRequiredService<RequestAtHand>().Request));
        return services;
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseFeedViews();
        app.UseShelf();
        RequestAtHand.Use(app);
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseLastResort();
        app.UseExceptionHandler("/problem/500");
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        ArchiveOutage.Use(app);
        app.UseFormerAddresses();
        app.UseForgivenAddresses();
        app.UseRouting();
        app.UseReadOnlyPages();
        app.UseShelfByMeaning();
        app.UseCostLimit();
        app.UsePress();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapFeeds();
        app.MapHub();
        app.MapRead("/oembed", OEmbed.GetAsync);
        app.MapRead("/style.css", StyleSheet.Get);
        app.MapRead("/cover/{slug}.svg", CoverArt.GetSvgAsync);
        app.MapRead("/cover/{slug}.png", CoverArt.GetPngAsync);
        app.MapRead("/media/{**path}", DeskPicture.Get);
        app.MapRead("/{year:int:length(4)}", ArchiveModel.GetYearAsync);
        app.MapRead("/{year:int:length(4)}/{month:int:length(1)}", MonthModel.Get);
        app.MapPost("/language", ReadingLanguage.ChooseAsync);
        app.MapRead("/sitemap.xml", Sitemap.GetIndexAsync);
        app.MapRead("/sitemap-pages.xml", Sitemap.GetPages);
        app.MapRead("/sitemap-news.xml", Sitemap.GetNewsAsync);
        app.MapRead("/sitemap-stories.xml", Sitemap.GetStoriesAsync);
        app.MapRead("/sitemap-{year:int:length(4)}-{month:int:length(2)}.xml", Sitemap.GetMonthAsync);
        PlainFiles.Map(app);
    }
}
