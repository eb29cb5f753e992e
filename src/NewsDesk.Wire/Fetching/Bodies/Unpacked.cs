using System.Globalization;
using NewsDesk.Wire.Fetching.Reasons;

namespace NewsDesk.Wire.Fetching.Bodies;

/// <summary>A body read and unpacked, or why not.</summary>
/// <param name="Received">Bytes as they came over the wire.</param>
internal readonly record struct Unpacked(Body? Body, Failure? Failure, long Received)
{
    public static async ValueTask<Unpacked> ReadAsync(HttpContent content, int maxBytes, bool mayCut, LargeBodies large, CancellationToken cancel)
    {
        var layers = Packing.Layers(Header.First(content.Headers, "Content-Encoding"));
        var expected = content.Headers.ContentLength;
        if (layers.Count == 0 && expected > maxBytes && !mayCut) return new(null, TooLarge(maxBytes), 0);
        if (layers.FirstOrDefault(layer => !Packing.CanUnpack(layer)) is { } strange)
            return new(null, new(FailureKind.Broken, $"the answer is packed as “{strange}”, which we did not ask for and cannot unpack"), 0);
        if (layers.Count > Packing.MaxLayers)
            return new(null, new(FailureKind.Broken, string.Create(CultureInfo.InvariantCulture, $"the answer is packed {layers.Count} times over")), 0);

        await using var raw = await content.ReadAsStreamAsync(cancel);
        var wire = new PackedStream(raw, maxBytes + 1);
        try
        {
            return await ReadAsync(wire, layers, maxBytes, mayCut, layers.Count == 0 ? expected : null, large, cancel);
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException)
        {
            // The unpackers throw the one or the other, by the algorithm, for bytes that are none of their own.
            return new(null, new(FailureKind.Broken, $"the answer says that it is packed as {layers[0]}, but it cannot be unpacked"), wire.Count);
        }
        catch (HttpIOException error) when (error.HttpRequestError == HttpRequestError.ResponseEnded)
        {
            var size = expected is { } all ? $"{Number(wire.Count)} of {Number(all)} bytes" : $"{Number(wire.Count)} bytes";
            return new(null, new(FailureKind.Broken, $"the answer broke off after {size}"), wire.Count);
        }
    }

    private static async ValueTask<Unpacked> ReadAsync(
        PackedStream wire, IReadOnlyList<string> layers, int maxBytes, bool mayCut, long? expected, LargeBodies large, CancellationToken cancel)
    {
        var packed = new List<PackedStream> { wire };
        var opened = new List<Stream>(layers.Count);
        try
        {
            foreach (var layer in layers)
            {
                if (opened.Count == packed.Count) packed.Add(new(opened[^1], maxBytes + 1));
                if (await Packing.OpenAsync(layer, packed[^1], cancel) is { } unpacking) opened.Add(unpacking);
            }

            var body = await Body.ReadAsync(opened.Count == packed.Count ? opened[^1] : packed[^1], maxBytes, expected, large, cancel);
            if (mayCut || (!body.IsCut && !packed.Exists(layer => layer.IsCut))) return new(body, null, wire.Count);
            body.Dispose();
            return new(null, TooLarge(maxBytes), wire.Count);
        }
        finally
        {
            // They hold memory that the collector does not see.
            foreach (var stream in opened) await stream.DisposeAsync();
        }
    }

    /// <summary>A file that is itself packed, as sitemaps are, and what some servers pack without saying so.</summary>
    public static async ValueTask<Unpacked> OpenFileAsync(Body file, long received, int maxBytes, LargeBodies large, CancellationToken cancel)
    {
        var packed = file.Bytes.ToArray();
        file.Dispose();
        try
        {
            var wire = new PackedStream(new MemoryStream(packed, writable: false), maxBytes + 1);
            var opened = await ReadAsync(wire, ["gzip"], maxBytes, mayCut: false, null, large, cancel);
            return opened with { Received = received };
        }
        catch (InvalidDataException)
        {
            return new(null, new(FailureKind.Broken, "the file is packed as gzip, but it cannot be unpacked"), received);
        }
    }

    private static Failure TooLarge(int maxBytes) => new(FailureKind.TooLarge, $"the answer is larger than {Size(maxBytes)}, and was not read to its end");

    private static string Size(int bytes) => bytes % 1_000_000 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000} MB")
        : $"{Number(bytes)} bytes";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
