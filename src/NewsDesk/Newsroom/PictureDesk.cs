using NewsDesk.Press.Pictures;

namespace NewsDesk.Newsroom;

/// <summary>Knows the pictures in <c>content/media</c>: the site shows them under <c>/media/</c>, at the size that they have.</summary>
public sealed class PictureDesk(ILogger<PictureDesk> log)
{
    public const string Folder = "media";

    private readonly Dictionary<string, ImageSize?> _sizes = new(StringComparer.Ordinal);
    private volatile KnownPictures _known = new(new Dictionary<string, ImageSize?>(StringComparer.Ordinal));

    public KnownPictures Known => _known;

    public static bool IsWanted(string name) => PictureSize.IsPicture(name);

    /// <summary>Looks at the touched pictures; whether any came, went or became larger or smaller.</summary>
    public async Task<bool> SweepAsync(IReadOnlyList<ContentFile> files, Func<ContentFile, bool> isTouched, CancellationToken cancel)
    {
        var isChanged = false;
        var present = files.Select(AddressOf).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _sizes.Keys.Where(address => !present.Contains(address)).ToList()) isChanged |= _sizes.Remove(gone);
        foreach (var file in files.Where(isTouched))
        {
            var size = await ReadSizeAsync(file, log, cancel);
            isChanged |= !_sizes.TryGetValue(AddressOf(file), out var before) || before != size;
            _sizes[AddressOf(file)] = size;
        }

        if (isChanged) _known = new(new Dictionary<string, ImageSize?>(_sizes, StringComparer.Ordinal));
        return isChanged;
    }

    /// <summary>The pictures of a content folder that nobody follows.</summary>
    public static async Task<KnownPictures> ReadAsync(string content, ILogger log, CancellationToken cancel)
    {
        var sizes = new Dictionary<string, ImageSize?>(StringComparer.Ordinal);
        foreach (var file in ContentFolder.List(content, Folder, IsWanted)) sizes[AddressOf(file)] = await ReadSizeAsync(file, log, cancel);
        return new(sizes);
    }

    private static string AddressOf(ContentFile file) => "/" + file.Path;

    private static async Task<ImageSize?> ReadSizeAsync(ContentFile file, ILogger log, CancellationToken cancel)
    {
        if (await file.ReadStartAsync(PictureSize.BytesNeeded, log, cancel) is not { } start) return null;
        var size = PictureSize.Find(start);
        if (size is null) log.LogWarning("{File}: no picture that browsers show can be seen in it. Export it again as PNG, JPEG, WebP, AVIF, GIF or SVG with its size", file.Path);
        return size is null ? null : size with { Bytes = file.Length };
    }
}
