using System.CommandLine;
using NewsDesk.Archive;
using NewsDesk.Hosting;
using NewsDesk.Newsroom;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Settings;
using NewsDesk.Wire.Fetching;

namespace NewsDesk.Commands;

/// <summary>What a tool of the newsroom works with: the content folder, the archive and the guarded client, by the same settings as the site.</summary>
internal sealed class ToolRoom(DeskSettings settings, House house, ArchiveDatabase archive, Masthead masthead, ILoggerFactory logs) : IAsyncDisposable
{
    private static readonly string[] Wanted = ["Content:Folder", "Data:Folder", "Archive:Connection", "Wire:AllowNetworks", "Wire:HostDelay"];

    /// <summary>The settings' options, for a command and all below it.</summary>
    public static IReadOnlyDictionary<string, Option<string>> Options() => DeskSettings.All.Where(setting => Wanted.Contains(setting.Name))
        .ToDictionary(setting => setting.Name, setting => new Option<string>(setting.Option)
        {
            Description = setting.Meaning,
            HelpName = setting.Placeholder,
            Recursive = true,
        }, StringComparer.Ordinal);

    public DeskSettings Settings => settings;

    public House House => house;

    public ArchiveDatabase Archive => archive;

    public ILoggerFactory Logs => logs;

    public Sources Sources { get; } = new(archive);

    public WireClient Client { get; } = GatheringSetup.Client(settings, masthead.SiteUrl, TimeProvider.System);

    /// <param name="beginsArchive">Where there is none, one is begun; else that is an error which names the place and leaves nothing behind.</param>
    public static async Task<ToolRoom> OpenAsync(ParseResult parsed, IReadOnlyDictionary<string, Option<string>> options, bool beginsArchive, CancellationToken cancel)
    {
        var here = Environment.CurrentDirectory;
        var settings = House.ReadSettings(here, setting => options.TryGetValue(setting.Name, out var option) ? parsed.GetValue(option) : null);
        var house = beginsArchive ? House.Open(settings, here) : House.Find(settings, here);
        if (!beginsArchive && settings.Connection.Length == 0 && !File.Exists(house.DatabasePath))
            throw new BadInputException($"{house.DatabasePath}: there is no archive. Name the folder that holds it with --data, or another archive with --archive; newsdesk serve, gather or sources add begins a new one");
        var logs = new LoggerFactory([new ErrorLines(parsed.InvocationConfiguration.Error)], new LoggerFilterOptions
        {
            MinLevel = LogLevel.Warning,
            // Which sources were not gathered the command tells by itself.
            Rules = { new LoggerFilterRule(null, typeof(Gatherer).FullName, LogLevel.Error, null) },
        });
        var connection = settings.Connection.Length > 0 ? settings.Connection : house.DatabasePath;
        var archive = beginsArchive ? await ArchiveDatabase.OpenAsync(connection, TimeProvider.System, cancel) : await ArchiveDatabase.OpenExistingAsync(connection, TimeProvider.System, cancel);
        // What the site says of itself is told where it is served; here only its address is of use.
        var (masthead, _) = await MastheadFiles.ReadAsync(MastheadFiles.List(house.Content), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, cancel);
        return new ToolRoom(settings, house, archive, masthead, logs);
    }

    /// <summary>Tells where a new archive was begun: a mistyped path shows there.</summary>
    public async Task TellBeginningAsync(TextWriter error)
    {
        if (archive.IsNew) await error.WriteLineAsync($"newsdesk: there was no archive yet; a new one begins: {archive.Description}");
    }

    /// <summary>Takes the list over as it is now, so that what is asked of the archive is true.</summary>
    public async Task<SourceDesk> TakeListAsync(CancellationToken cancel)
    {
        var desk = new SourceDesk(Sources, logs.CreateLogger<SourceDesk>());
        await desk.SweepAsync(SourceListFile.Find(house.Content), isTouched: true, cancel);
        return desk;
    }

    public Gatherer Gatherer() => new(Client.FetchAsync, Sources, new Articles(archive), new Visits(archive), TimeProvider.System,
        GatheringSetup.Pace(settings), logs.CreateLogger<Gatherer>());

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        logs.Dispose();
        await archive.DisposeAsync();
    }

    /// <summary>Warnings as lines of standard error: what a tool says of its own work it says itself.</summary>
    private sealed class ErrorLines(TextWriter error) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            error.WriteLine($"newsdesk: {formatter(state, exception)}");

        public void Dispose()
        {
            // The writer is the console's.
        }
    }
}
