using System.Net.Sockets;

namespace NewsDesk.Wire.Fetching.Connecting;

/// <summary>
/// What came in on a connection is always worked on by a thread of the pool. The site's threads that hear of it go on with readers' requests themselves,
/// and a feed that is taken apart in between would hold all of them up.
/// </summary>
internal sealed class FetchStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var reading = base.ReadAsync(buffer, cancellationToken);
        return reading.IsCompleted ? reading : InThePoolAsync(reading);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var writing = base.WriteAsync(buffer, cancellationToken);
        return writing.IsCompleted ? writing : InThePoolAsync(writing);
    }

    private static async ValueTask<int> InThePoolAsync(ValueTask<int> reading)
    {
        try
        {
            return await reading;
        }
        finally
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }
    }

    private static async ValueTask InThePoolAsync(ValueTask writing)
    {
        try
        {
            await writing;
        }
        finally
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }
    }
}
