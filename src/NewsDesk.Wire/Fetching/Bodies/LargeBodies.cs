namespace NewsDesk.Wire.Fetching.Bodies;

/// <summary>Lets only a few large bodies grow at the same time: a hundred hosts that send without end must not fill the memory.</summary>
internal sealed class LargeBodies : IDisposable
{
    /// <summary>In bytes: nearly every feed and page stays below.</summary>
    public const int From = 1024 * 1024;

    private const int AtATime = 6;

    private readonly SemaphoreSlim _room = new(AtATime, AtATime);

    public Task EnterAsync(CancellationToken cancel) => _room.WaitAsync(cancel);

    public void Leave() => _room.Release();

    public void Dispose() => _room.Dispose();
}
