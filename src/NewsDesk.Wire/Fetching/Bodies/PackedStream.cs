namespace NewsDesk.Wire.Fetching.Bodies;

/// <summary>
/// Bytes on their way to be unpacked: counted, bounded, and with a look at the first two. The bound is needed at every layer, since
/// a packed body may be endless and yet unpack to nothing.
/// </summary>
internal sealed class PackedStream(Stream inner, int maxBytes) : Stream
{
    private readonly byte[] _first = new byte[2];
    private int _held;
    private int _given;

    public int Count { get; private set; }

    /// <summary>Whether the bound was reached; to the reader it looks like the end.</summary>
    public bool IsCut { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The first two bytes, which the next reading gives again; fewer when there are no more.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(CancellationToken cancel)
    {
        while (_held < _first.Length)
        {
            var read = await inner.ReadAsync(_first.AsMemory(_held), cancel);
            if (read == 0) break;
            _held += read;
            Count += read;
        }

        return _first.AsMemory(0, _held);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_given < _held)
        {
            var again = Math.Min(buffer.Length, _held - _given);
            _first.AsMemory(_given, again).CopyTo(buffer);
            _given += again;
            return again;
        }

        if (Count >= maxBytes)
        {
            IsCut = true;
            return 0;
        }

        var read = await inner.ReadAsync(buffer[..Math.Min(buffer.Length, maxBytes - Count)], cancellationToken);
        Count += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Bodies are read without blocking.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
