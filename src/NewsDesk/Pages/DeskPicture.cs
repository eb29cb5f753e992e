using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;
using NewsDesk.Hosting;
using NewsDesk.Newsroom;

namespace NewsDesk.Pages;

/// <summary><c>/media/…</c>: the pictures of <c>content/media</c>, and nothing else that lies there.</summary>
public static class DeskPicture
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static IResult Get(string? path, House house, HttpResponse response)
    {
        if (path is null || !PictureDesk.IsWanted(path) || ContentFolder.FindBelow(house.Content, PictureDesk.Folder, path) is not { } file) return Results.NotFound();
        // Opened by itself, an SVG is a document: it may style itself, and do nothing.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";
        response.Headers.CacheControl = "public, max-age=600";
        var type = Types.TryGetContentType(path, out var known) ? known : "image/avif";
        var version = new EntityTagHeaderValue(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{file.Length:x}-{file.Written.UtcTicks:x}\""));
        return Results.File(file.FullPath, type, lastModified: file.Written, entityTag: version, enableRangeProcessing: true);
    }
}
