namespace NewsDesk.Wire.Fetching.Bodies;

/// <summary>
/// Room for a few large bodies at a time, used again and again: a hundred hosts that send without end must neither fill the memory
/// nor leave it full of what is thrown away.
/// </summary>
internal sealed class LargeBodies : IDisposable
{
    /// <summary>In bytes: nearly every feed and page stays below.</summary>
    public const int From = 1024 * 1024;

    private const int AtATime = 2;

    private readonly SemaphoreSlim _room = new(AtATime, AtATime);
    private readonly Lock _lock = new();

    // Weak, so that a quiet desk does not keep them.
    private readonly Stack<WeakReference<byte[]>> _free = new();

    /// <summary>Waits for room, and gives a buffer of at least that size.</summary>
    public async ValueTask<byte[]> EnterAsync(int size, CancellationToken cancel)
    {
        await _room.WaitAsync(cancel);
        lock (_lock)
        {
            while (_free.TryPop(out var free))
            {
                if (free.TryGetTarget(out var buffer) && buffer.Length >= size) return buffer;
            }
        }

        return GC.AllocateUninitializedArray<byte>(size);
    }

    public void Leave(byte[] buffer)
    {
        lock (_lock) _free.Push(new(buffer));
        _room.Release();
    }

    public void Dispose() => _room.Dispose();
}
