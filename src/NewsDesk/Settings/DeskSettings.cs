using System.Globalization;
using System.Net;
using NewsDesk.Wire.Fetching;
using Serilog.Events;

namespace NewsDesk.Settings;

/// <summary>Every setting there is, with its name, default and what is allowed; and the values this run goes by.</summary>
public sealed record DeskSettings(
    string Urls, string Proxies, int Connections, int CostlyPerMinute, int PageMegabytes, string Content, string Data, string Connection,
    AllowedNetworks AllowNetworks, TimeSpan HostDelay, bool Gather, bool HubIsOpen, IReadOnlyList<Uri> OtherHubs, LogEventLevel LogLevel)
{
    /// <summary>More than a minute a request would keep a desk from its news.</summary>
    private const double MaxHostDelay = 60;

    private static readonly string[] Levels = ["Debug", "Information", "Warning", "Error"];

    private static readonly Setting UrlsSetting = new("Site:Urls", "--urls", "URL", "http://localhost:5080",
        "one or more http:// addresses with a port, parted by ;", "Where the site listens.", AreUrls);

    private static readonly Setting ProxiesSetting = new("Site:Proxies", "--proxies", "LIST", "",
        "empty, or addresses and networks as 10.0.0.1 or 10.0.0.0/8, parted by ;",
        "Who may say by X-Forwarded-For and X-Forwarded-Proto for whom it asks: nobody unless told.", Hosting.Proxies.AreNamed);

    private static readonly Setting ConnectionsSetting = new("Site:Connections", "--connections", "NUMBER", "20000",
        "a number from 100 to 1000000", "How many connections may be open at once.", value => IsNumber(value, 100, 1_000_000));

    private static readonly Setting CostlySetting = new("Site:CostlyPerMinute", "--costly-per-minute", "NUMBER", "60",
        "a number from 0, which sets no limit, to 60000", "How many searches and other costly things a client may ask for in a minute, a third of them at once.",
        value => IsNumber(value, 0, 60_000));

    private static readonly Setting PageMemorySetting = new("Pages:Megabytes", "--page-memory", "MB", "64",
        "a number from 0, which keeps none, to 65536", "How much memory ready-made pages may take.", value => IsNumber(value, 0, 65_536));

    private static readonly Setting ContentSetting = new("Content:Folder", "--content", "DIR", "content",
        "the path of a folder that is there", "The folder that the desk writes: site.yml, posts/, personas/, pages/, inbox/.", IsPath);

    private static readonly Setting DataSetting = new("Data:Folder", "--data", "DIR", "data",
        "the path of a folder that may be written to", "The folder for everything written at run time.", IsPath);

    private static readonly Setting ConnectionSetting = new("Archive:Connection", "--archive", "CONNECTION", "",
        "empty for newsdesk.db in the data folder, the path of an SQLite file, or a PostgreSQL connection string or postgres:// URL",
        "The archive's database: newsdesk.db in the data folder unless told.", _ => true);

    private static readonly Setting NetworksSetting = new("Wire:AllowNetworks", "--allow-networks", "NETWORKS", "",
        "empty, or addresses and networks parted by commas, like 192.168.7.0/24, fd12::/16, ::1",
        "Private networks that sources may lie in: none unless told.", networks => AllowedNetworks.Fault(networks) is null);

    private static readonly Setting DelaySetting = new("Wire:HostDelay", "--host-delay", "SECONDS", "1",
        "seconds from 0 to 60, like 1 or 0.5; with 0 a host is asked for several things at a time",
        "The pause between two requests to one host, in seconds.", delay => Seconds(delay) is >= 0 and <= MaxHostDelay);

    private static readonly Setting GatherSetting = new("Wire:Gather", "--gather", "BOOL", "true",
        "true or false", "Whether the sources are visited while the site is open.", gather => bool.TryParse(gather, out _));

    private static readonly Setting HubSetting = new("Hub:Open", "--hub", "BOOL", "true",
        "true or false", "Whether our own hub at /hub tells subscribers at once when a feed changes (WebSub).", open => bool.TryParse(open, out _));

    private static readonly Setting OtherHubsSetting = new("Hub:Others", "--other-hubs", "URLS", "",
        "empty, or http:// or https:// addresses parted by ;", "Hubs elsewhere that are told when a post appears, changes or goes.", hubs => Hubs(hubs) is not null);

    private static readonly Setting LevelSetting = new("Log:Level", "--log-level", "LEVEL", "Information",
        string.Join(", ", Levels), "The least important kind of event that is logged.",
        level => Levels.Contains(level, StringComparer.OrdinalIgnoreCase));

    public static IReadOnlyList<Setting> All { get; } =
    [
        UrlsSetting, ProxiesSetting, ConnectionsSetting, CostlySetting, PageMemorySetting, ContentSetting, DataSetting, ConnectionSetting, NetworksSetting,
        DelaySetting, GatherSetting, HubSetting, OtherHubsSetting, LevelSetting,
    ];

    /// <summary>Makes settings of values that <see cref="SettingsReader"/> has found right.</summary>
    public static DeskSettings Of(Func<Setting, string> value) => new(
        value(UrlsSetting), value(ProxiesSetting), NumberOf(value(ConnectionsSetting)), NumberOf(value(CostlySetting)), NumberOf(value(PageMemorySetting)),
        value(ContentSetting), value(DataSetting), value(ConnectionSetting),
        AllowedNetworks.Parse(value(NetworksSetting)), TimeSpan.FromSeconds(Seconds(value(DelaySetting))!.Value), bool.Parse(value(GatherSetting)),
        bool.Parse(value(HubSetting)), Hubs(value(OtherHubsSetting))!,
        Enum.Parse<LogEventLevel>(value(LevelSetting), ignoreCase: true));

    private static bool IsNumber(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most;

    private static int NumberOf(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool AreUrls(string urls)
    {
        var parts = urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 && parts.All(IsUrl);
    }

    private static bool IsUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri is { Scheme: "http", PathAndQuery: "/", UserInfo: "" }
        && url.TrimEnd('/').EndsWith(string.Create(CultureInfo.InvariantCulture, $":{uri.Port}"), StringComparison.Ordinal)
        && (uri.Host == "localhost" || IPAddress.TryParse(uri.Host.Trim('[', ']'), out _));

    /// <summary>Null when one of them is no address of the web.</summary>
    private static Uri[]? Hubs(string text)
    {
        var hubs = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(hub => Uri.TryCreate(hub, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo: "", Fragment: "" } ? address : null).ToList();
        return hubs.Contains(null) ? null : [.. hubs.OfType<Uri>().Distinct()];
    }

    private static double? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    private static bool IsPath(string path) => path.Trim() is { Length: > 0 } && !path.Contains('\0', StringComparison.Ordinal);
}
