using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>What lies in <c>wwwroot</c>, held in memory, compressed, under addresses that change with it, so that browsers keep it for ever.</summary>
public sealed class WebFiles
{
    private readonly IFileProvider _files;
    private readonly TimeProvider _clock;
    private readonly FileExtensionContentTypeProvider _types = new();
    private volatile Edition _edition;

    /// <summary>All files of one moment. They have one version together, because scripts load each other.</summary>
    private sealed record Edition(string MadeOf, string Version, FrozenDictionary<string, KeptPage> ByPath, FrozenDictionary<string, KeptPage> Lasting);

    public WebFiles(IWebHostEnvironment host, TimeProvider clock)
    {
        (_files, _clock) = (host.WebRootFileProvider, clock);
        _edition = Read(List());
    }

    /// <summary>A query that changes with any of the files.</summary>
    public string Version => _edition.Version;

    /// <summary>The address under which a file may be kept for ever.</summary>
    public string AddressOf(string path) => path + Version;

    public KeptPage? Find(HttpRequest request)
    {
        var edition = _edition;
        var path = request.Path.Value ?? "";
        return request.QueryString.Value == edition.Version && edition.Lasting.TryGetValue(path, out var lasting) ? lasting : edition.ByPath.GetValueOrDefault(path);
    }

    /// <summary>Reads the files again when one of them changed; whether that was so.</summary>
    public bool Refresh()
    {
        var files = List();
        if (MadeOf(files) == _edition.MadeOf) return false;
        _edition = Read(files);
        return true;
    }

    private List<(string Path, IFileInfo File)> List() =>
        Below("").OrderBy(one => one.Path, StringComparer.Ordinal).ToList();

    private IEnumerable<(string Path, IFileInfo File)> Below(string folder) => _files.GetDirectoryContents(folder)
        .SelectMany(one => one.IsDirectory ? Below($"{folder}/{one.Name}") : [($"{folder}/{one.Name}", one)]);

    private static string MadeOf(List<(string Path, IFileInfo File)> files) =>
        string.Join('|', files.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Path} {one.File.Length} {one.File.LastModified.UtcTicks}")));

    private Edition Read(List<(string Path, IFileInfo File)> files)
    {
        using var fingerprint = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var read = new List<(string Path, string Type, byte[] Bytes)>();
        foreach (var (path, file) in files)
        {
            if (!_types.TryGetContentType(path, out var type)) continue;
            using var copy = new MemoryStream();
            using (var stream = file.CreateReadStream()) stream.CopyTo(copy);
            var bytes = copy.ToArray();
            fingerprint.AppendData(bytes);
            read.Add((path, type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type, bytes));
        }

        return new(MadeOf(files), $"?v={Convert.ToHexStringLower(fingerprint.GetHashAndReset())[..12]}",
            read.ToFrozenDictionary(one => one.Path, one => Keep(one.Type, one.Bytes, "public, no-cache"), StringComparer.Ordinal),
            read.ToFrozenDictionary(one => one.Path, one => Keep(one.Type, one.Bytes, KeptPage.Forever), StringComparer.Ordinal));
    }

    private KeptPage Keep(string type, byte[] bytes, string cacheControl) => new(StatusCodes.Status200OK, type, bytes, cacheControl, _clock.GetUtcNow());
}
