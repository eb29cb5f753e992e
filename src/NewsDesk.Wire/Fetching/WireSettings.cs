namespace NewsDesk.Wire.Fetching;

/// <summary>How the web is asked.</summary>
/// <param name="UserAgent">Who we say we are, with the address of our own site.</param>
public sealed record WireSettings(string UserAgent)
{
    /// <summary>Private networks that may be reached all the same.</summary>
    public AllowedNetworks AllowNetworks { get; init; } = AllowedNetworks.None;

    /// <summary>The pause between two requests to a host; with zero, several are sent to it at a time.</summary>
    public TimeSpan HostDelay { get; init; } = TimeSpan.FromSeconds(1);

    public FetchLimits Limits { get; init; } = new();

    /// <summary>The name of the program, and where to read who runs it.</summary>
    public static string UserAgentFor(Version version, Uri site) => $"NewsDesk/{version.ToString(2)} (+{site.GetLeftPart(UriPartial.Path)})";
}

/// <summary>How much of our time and memory one answer may take.</summary>
public sealed record FetchLimits
{
    public TimeSpan FirstByte { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For all redirects together, without the waiting for a host's turn.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Of a body after unpacking.</summary>
    public int MaxBodyBytes { get; init; } = 10_000_000;

    public int MaxHeaderKilobytes { get; init; } = 32;
}
