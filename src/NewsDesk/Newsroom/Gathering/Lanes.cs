namespace NewsDesk.Newsroom.Gathering;

/// <summary>
/// What goes to one host waits for each other in a lane of their own, and lanes do not wait for each other: a slow host holds up nobody else. When
/// a visit says why its host is to be left alone, the rest of the lane is let go until later.
/// </summary>
internal sealed class Lanes<T, TWhy>(int most, Func<T, string> laneOf, Func<T, Task<TWhy?>> visit, Func<T, TWhy, Task> postpone) : IDisposable
    where T : class
    where TWhy : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<T>> _lanes = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _places = new(most);
    private readonly HashSet<Task> _running = [];

    /// <summary>What was added and is not done.</summary>
    public int Pending { get; private set; }

    public void Add(IEnumerable<T> sources)
    {
        lock (_lock)
        {
            foreach (var source in sources)
            {
                Pending++;
                var lane = laneOf(source);
                if (_lanes.TryGetValue(lane, out var queue))
                {
                    queue.Enqueue(source);
                    continue;
                }

                _lanes.Add(lane, new([source]));
                var run = Task.Run(() => RunAsync(lane));
                _running.Add(run);
                _ = run.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Waits until all that was added is done; what went wrong in a lane is thrown here.</summary>
    public async Task DrainAsync()
    {
        while (true)
        {
            Task[] running;
            lock (_lock) running = [.. _running];
            if (running.Length == 0) return;
            await Task.WhenAll(running);
            lock (_lock) _running.ExceptWith(running);
        }
    }

    public void Dispose() => _places.Dispose();

    private void Forget(Task run)
    {
        lock (_lock) _running.Remove(run);
    }

    private async Task RunAsync(string lane)
    {
        while (Next(lane) is { } source)
        {
            await _places.WaitAsync();
            TWhy? rest;
            try
            {
                rest = await visit(source);
            }
            finally
            {
                _places.Release();
                Done();
            }

            while (rest is not null && Take(lane) is { } neighbour)
            {
                await postpone(neighbour, rest);
                Done();
            }
        }
    }

    private T? Take(string lane)
    {
        lock (_lock) return _lanes[lane].TryDequeue(out var source) ? source : null;
    }

    /// <summary>Null ends the lane; one that comes later opens it anew.</summary>
    private T? Next(string lane)
    {
        lock (_lock)
        {
            if (_lanes[lane].TryDequeue(out var source)) return source;
            _lanes.Remove(lane);
            return null;
        }
    }

    private void Done()
    {
        lock (_lock) Pending--;
    }
}
