using System.Buffers;

namespace NewsDesk.Wire.Fetching.Bodies;

/// <summary>A body as it is read: small ones in a borrowed buffer, which is given back when it is disposed; large ones wait for room.</summary>
internal sealed class Body : IDisposable
{
    /// <summary>Room for a feed of common size, so that it is read without growing.</summary>
    private const int FirstRoom = 128 * 1024;

    private readonly LargeBodies _large;
    private byte[] _buffer;
    private bool _isLarge;

    private Body(byte[] buffer, LargeBodies large) => (_buffer, _large) = (buffer, large);

    public int Length { get; private set; }

    /// <summary>Whether there was more than the bound allows.</summary>
    public bool IsCut { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, Length);

    public void Dispose()
    {
        if (_isLarge) _large.Leave(_buffer);
        else if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _isLarge, Length) = ([], false, 0);
    }

    /// <summary>Reads to the end, or to one byte more than the bound, which is not kept.</summary>
    public static async ValueTask<Body> ReadAsync(Stream stream, int maxBytes, long? expected, LargeBodies large, CancellationToken cancel)
    {
        var room = expected is { } length ? Math.Clamp(length, 1, FirstRoom) + 1 : FirstRoom;
        var body = new Body(ArrayPool<byte>.Shared.Rent((int)Math.Min(room, maxBytes + 1L)), large);
        try
        {
            while (true)
            {
                if (body.Length == body._buffer.Length) await body.GrowAsync(maxBytes, cancel);
                var read = await stream.ReadAsync(body._buffer.AsMemory(body.Length), cancel);
                if (read == 0) return body;
                body.Length += read;
                if (body.Length <= maxBytes) continue;
                (body.Length, body.IsCut) = (maxBytes, true);
                return body;
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private async ValueTask GrowAsync(int maxBytes, CancellationToken cancel)
    {
        var size = (int)Math.Min(_buffer.Length * 2L, maxBytes + 1L);
        var isLarge = size > LargeBodies.From;
        var larger = isLarge ? await _large.EnterAsync(maxBytes + 1, cancel) : ArrayPool<byte>.Shared.Rent(size);
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _isLarge) = (larger, isLarge);
    }
}
