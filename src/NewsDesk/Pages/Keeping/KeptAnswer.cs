using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsDesk.Pages.Keeping;

/// <summary>Sends a kept page: whole, only its headers, or only that it has not changed. Everything that is sent was made before.</summary>
public static class KeptAnswer
{
    private static readonly StringValues ForThisReaderOnly = "private, no-cache";

    private static readonly StringValues VaryByCookie = "Accept-Encoding, Cookie";

    /// <param name="isFormer">Whether it is so no more: then no cache in between may make it last longer.</param>
    public static Task SendAsync(HttpContext context, KeptPage page, TimeProvider clock, bool isFormer = false)
    {
        var (request, response) = (context.Request, context.Response);
        var (asked, headers) = (request.Headers, response.Headers);
        var form = page.In(AcceptedCoding.Of(asked.AcceptEncoding));
        SecurityHeaders.Set(headers, request.IsHttps);
        var isByCookie = page.IsInBothLanguages && ReadingLanguage.IsByCookie(request);
        headers.CacheControl = isByCookie || isFormer ? ForThisReaderOnly : page.CacheControl;
        headers.Vary = page.IsInBothLanguages && !ReadingLanguage.IsByAddress(request) ? VaryByCookie : page.Vary;
        if (page.Link.Count > 0) headers.Link = page.Link;
        if (page.Status == StatusCodes.Status200OK)
        {
            headers.ETag = form.ETag;
            var isDated = page.IsDated(clock);
            if (isDated) headers.LastModified = page.LastModified;
            if (IsKnown(asked, form, isDated ? page : null))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }
        else
        {
            response.StatusCode = page.Status;
        }

        headers.ContentType = page.ContentType;
        if (form.ContentEncoding.Count > 0) headers.ContentEncoding = form.ContentEncoding;
        headers.ContentLength = form.Bytes.Length;
        // Not cancelled when the reader goes away: the server ends the writing then by itself, and would have to make a token for each request.
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(form.Bytes, CancellationToken.None).AsTask();
    }

    /// <summary>Whether the reader has these very bytes. A tag says so for certain, so a date counts only when there is none.</summary>
    private static bool IsKnown(IHeaderDictionary asked, Form form, KeptPage? dated)
    {
        var tags = asked.IfNoneMatch;
        if (tags.Count == 0) return dated is not null && asked.IfModifiedSince.Count > 0 && asked.IfModifiedSince == dated.LastModified;
        if (tags.Count == 1 && tags[0] == form.Tag) return true;
        return EntityTagHeaderValue.TryParseList(tags, out var known) && known.Any(tag => tag.Tag == "*" || tag.Tag == form.Tag);
    }
}
