using NewsDesk.Wire.Fetching.Bodies;

namespace NewsDesk.Wire.Fetching;

/// <summary>A page that stands before what was asked for: it wants a login, or our agreement to something.</summary>
public static class Door
{
    /// <summary>A clause: what a site does.</summary>
    public const string Login = "asks for a login";

    public const string Consent = "asks to agree to something first";

    private static readonly string[] LoginParts = ["login", "log-in", "signin", "sign-in", "sso", "auth", "wp-login.php", "login.php", "login.html"];
    private static readonly string[] LoginHosts = ["login", "signin", "sso", "auth", "accounts"];
    private static readonly string[] ConsentParts = ["consent", "cookie-wall", "cookiewall", "privacy-gate"];

    /// <summary>What a page of this address does, in a clause; null when the address does not say that it is a door.</summary>
    public static string? At(Uri address) =>
        HasPart(address, LoginParts) || LoginHosts.Contains(address.Host.Split('.')[0], StringComparer.OrdinalIgnoreCase) ? Login
        : HasPart(address, ConsentParts) || address.Host.StartsWith("consent.", StringComparison.OrdinalIgnoreCase) ? Consent
        : null;

    /// <summary>Whether there is a field for a password in a page; many a front page has one in a corner.</summary>
    public static bool AsksForPassword(ReadOnlySpan<byte> page, string? contentType) => Glance.At(page, contentType).AsksForPassword;

    private static bool HasPart(Uri address, string[] parts) => Array.Exists(address.Segments,
        segment => parts.Contains(segment.Trim('/'), StringComparer.OrdinalIgnoreCase));
}
