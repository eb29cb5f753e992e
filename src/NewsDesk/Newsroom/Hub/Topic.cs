using System.Security.Cryptography;

namespace NewsDesk.Newsroom.Hub;

/// <summary>A feed of ours as it is served at this moment, to be delivered as it is.</summary>
/// <param name="Link">The header that names the hubs and the feed's own address.</param>
public sealed record Topic(byte[] Content, string ContentType, string Link)
{
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}

/// <summary>Reads the feed whose own address this is; null when there is none that can be followed.</summary>
public delegate Task<Topic?> ReadTopic(Uri address, CancellationToken cancel);

/// <summary>The hubs that our feeds name, our own first.</summary>
public sealed record HubList(bool IsOpen, IReadOnlyList<Uri> Others)
{
    /// <summary>Where ours is.</summary>
    public const string Path = "/hub";

    public IReadOnlyList<Uri> Of(Masthead masthead) => IsOpen ? [masthead.AbsoluteUrl(Path), .. Others] : Others;
}
