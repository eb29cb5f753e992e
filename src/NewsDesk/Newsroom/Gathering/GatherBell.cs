using System.Threading.Channels;

namespace NewsDesk.Newsroom.Gathering;

/// <summary>Rung when the list of sources changed: a new one is visited at once, not at the next look.</summary>
public sealed class GatherBell
{
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _calls.Writer.TryWrite(true);

    /// <summary>Until it rings, or for so long.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider clock, CancellationToken cancel)
    {
        await using var timer = clock.CreateTimer(_ => Ring(), null, most, Timeout.InfiniteTimeSpan);
        await _calls.Reader.ReadAsync(cancel);
    }
}
