using Microsoft.Extensions.Primitives;

namespace NewsDesk.Pages;

/// <summary>What every answer tells the browser: run nothing that is not ours, and tell others nothing.</summary>
public static class SecurityHeaders
{
    // Made once: every answer bears them.
    private static readonly StringValues ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; media-src 'self' https:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues ReferrerPolicy = "strict-origin-when-cross-origin";
    private static readonly StringValues PermissionsPolicy = "camera=(), microphone=(), geolocation=(), browsing-topics=()";
    private static readonly StringValues SameOrigin = "same-origin";

    /// <summary>A year. Only for this very name: others below it may be somebody else's.</summary>
    private static readonly StringValues OnlyByHttps = "max-age=31536000";

    public static void Set(IHeaderDictionary headers, bool isHttps)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = ReferrerPolicy;
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        if (isHttps) headers.StrictTransportSecurity = OnlyByHttps;
    }

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Set(context.Response.Headers, context.Request.IsHttps);
        return next(context);
    });
}
