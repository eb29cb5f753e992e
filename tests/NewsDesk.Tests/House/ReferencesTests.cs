using System.Reflection;
using NewsDesk.Archive;
using NewsDesk.Markup;
using NewsDesk.Press.Syndication;
using NewsDesk.Wire.Feeds;

namespace NewsDesk.Tests.House;

/// <summary>Holds the arrows of the house: NewsDesk → Archive → Wire, Press → Markup; and keeps the pure rooms pure.</summary>
public sealed class ReferencesTests
{
    private static readonly Assembly Markup = typeof(HtmlCleaner).Assembly;
    private static readonly Assembly Wire = typeof(FeedRead).Assembly;
    private static readonly Assembly Press = typeof(RssFeed).Assembly;
    private static readonly Assembly Archive = typeof(ArchiveException).Assembly;
    private static readonly Assembly Host = typeof(Program).Assembly;

    public static TheoryData<string, string[]> Arrows => new()
    {
        { Markup.GetName().Name!, [] },
        { Wire.GetName().Name!, ["NewsDesk.Markup"] },
        { Press.GetName().Name!, ["NewsDesk.Markup"] },
        { Archive.GetName().Name!, ["NewsDesk.Wire", "NewsDesk.Press", "NewsDesk.Markup"] },
    };

    [Theory, MemberData(nameof(Arrows))]
    public void References_run_one_way(string room, string[] allowed)
    {
        var references = Assembly.Load(room).GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("NewsDesk", StringComparison.OrdinalIgnoreCase));

        Assert.Empty(references.Except(allowed, StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_archive_speaks_to_a_database()
    {
        string[] drivers = ["Dapper", "Microsoft.Data.Sqlite", "Npgsql", "System.Data.Common"];
        foreach (var room in new[] { Markup, Wire, Press, Host })
        {
            Assert.Empty(room.GetReferencedAssemblies().Select(name => name.Name).Intersect(drivers, StringComparer.Ordinal));
        }

        Assert.Contains("Dapper", Archive.GetReferencedAssemblies().Select(name => name.Name), StringComparer.Ordinal);
    }

    public static TheoryData<string, string> PureRooms => new()
    {
        { Markup.GetName().Name!, "NewsDesk.Markup" },
        { Press.GetName().Name!, "NewsDesk.Press" },
        { Wire.GetName().Name!, "NewsDesk.Wire.Feeds" },
        { Wire.GetName().Name!, "NewsDesk.Wire.Reading" },
        { Wire.GetName().Name!, "NewsDesk.Wire.Sources" },
        { Wire.GetName().Name!, "NewsDesk.Wire.Stories" },
    };

    [Theory, MemberData(nameof(PureRooms))]
    public void Pure_rooms_touch_no_disk_network_clock_or_database(string assembly, string room)
    {
        var impure = UsedMembers.Of(Assembly.Load(assembly))
            .Where(use => use.FromType.StartsWith(room + ".", StringComparison.Ordinal) && IsImpure(use));

        Assert.Empty(impure);
    }

    [Fact]
    public void Only_the_wires_fetching_touches_the_network()
    {
        const string fetching = "NewsDesk.Wire.Fetching.";
        var uses = new[] { Markup, Wire, Press, Archive, Host }.SelectMany(UsedMembers.Of).Where(OpensConnections).ToList();

        Assert.DoesNotContain(uses, use => !use.FromType.StartsWith(fetching, StringComparison.Ordinal));
        Assert.NotEmpty(uses);
    }

    [Fact]
    public void Fetching_has_no_clock_but_the_one_it_is_given() => Assert.DoesNotContain(
        UsedMembers.Of(Wire).Where(use => use.FromType.StartsWith("NewsDesk.Wire.Fetching.", StringComparison.Ordinal)),
        use => use is { Type: "System.DateTime" or "System.DateTimeOffset", Member: "get_Now" or "get_UtcNow" or "get_Today" }
            or { Type: "System.Diagnostics.Stopwatch" } or { Type: "System.TimeProvider", Member: "get_System" });

    [Fact]
    public void What_is_impure_is_recognized()
    {
        var own = UsedMembers.Of(typeof(UsedMembers).Assembly);

        Assert.Contains(own, use => use.FromType == typeof(UsedMembers).FullName && use is { Type: "System.IO.File", Member: "OpenRead" } && IsImpure(use));
        Assert.Contains(own, use => use.FromType == typeof(ReferencesTests).FullName && use is { Type: "System.DateTime", Member: "get_UtcNow" } && IsImpure(use));
        Assert.NotEqual(default, DateTime.UtcNow);
    }

    private static bool IsImpure(UsedMembers.Use use) =>
        IsFile(use.Type)
        || IsClock(use)
        || use.Type.StartsWith("System.Net.Http.", StringComparison.Ordinal)
        || use.Type.StartsWith("System.Net.Sockets.", StringComparison.Ordinal)
        || use.Type.StartsWith("System.Data.", StringComparison.Ordinal)
        || use.Type is "System.Net.Dns" or "System.Console" or "System.Diagnostics.Process" or "System.Random"
        || use is { Type: "System.Guid", Member: "NewGuid" }
        // The compiler asks for the thread in every iterator it writes.
        || use is { Type: "System.Environment", Member: not "get_CurrentManagedThreadId" };

    private static bool OpensConnections(UsedMembers.Use use) =>
        use.Type is "System.Net.Dns" or "System.Net.WebRequest" or "System.Net.WebClient" or "System.Net.Http.HttpClient" or "System.Net.Http.HttpMessageInvoker"
            or "System.Net.Http.SocketsHttpHandler" or "System.Net.Http.HttpClientHandler" or "System.Net.Sockets.Socket" or "System.Net.Sockets.TcpClient"
            or "System.Net.Sockets.TcpListener" or "System.Net.Sockets.UdpClient" or "System.Net.NetworkInformation.Ping" or "System.Net.WebSockets.ClientWebSocket";

    private static bool IsFile(string type) => type is "System.IO.File" or "System.IO.Directory" or "System.IO.FileInfo" or "System.IO.DirectoryInfo"
        or "System.IO.FileStream" or "System.IO.FileSystemWatcher" or "System.IO.DriveInfo";

    private static bool IsClock(UsedMembers.Use use) =>
        use is { Type: "System.DateTime" or "System.DateTimeOffset", Member: "get_Now" or "get_UtcNow" or "get_Today" }
        || use is { Type: "System.Threading.Tasks.Task", Member: "Delay" }
        || use.Type is "System.TimeProvider" or "System.Diagnostics.Stopwatch" or "System.Threading.Timer";
}
