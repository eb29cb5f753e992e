using System.Buffers;

namespace NewsDesk.Wire.Fetching.Bodies;

/// <summary>A body in a borrowed buffer, given back when it is disposed.</summary>
internal sealed class Body : IDisposable
{
    /// <summary>Room for a feed of common size, so that it is read without growing.</summary>
    private const int FirstRoom = 128 * 1024;

    private byte[] _buffer;

    private Body(byte[] buffer) => _buffer = buffer;

    public int Length { get; private set; }

    /// <summary>Whether there was more than the bound allows.</summary>
    public bool IsCut { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, Length);

    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        Length = 0;
    }

    /// <summary>Reads to the end, or to one byte more than the bound, which is not kept.</summary>
    public static async ValueTask<Body> ReadAsync(Stream stream, int maxBytes, long? expected, CancellationToken cancel)
    {
        var room = expected is { } length ? Math.Clamp(length, 1, FirstRoom) + 1 : FirstRoom;
        var body = new Body(ArrayPool<byte>.Shared.Rent((int)Math.Min(room, maxBytes + 1L)));
        try
        {
            while (true)
            {
                if (body.Length == body._buffer.Length) body.Grow(maxBytes);
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

    private void Grow(int maxBytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_buffer.Length * 2L, maxBytes + 1L));
        Bytes.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
