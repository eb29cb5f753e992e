using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using NewsDesk.Newsroom;

namespace NewsDesk.Pages.Keeping;

/// <summary>A whole answer that is sent again and again: its headers, and its bytes in each coding that was asked for.</summary>
public sealed class KeptPage
{
    /// <summary>For an address that changes with what it leads to.</summary>
    public const string Forever = "public, max-age=31536000, immutable";

    /// <summary>What a page costs besides its bytes: keys, headers, places in lists.</summary>
    private const int BytesAround = 1500;

    /// <summary>A date tells changes apart only when the second in which the page was made is over.</summary>
    private const int MillisecondsUntilDated = 1000;

    private readonly Lock _making = new();
    private readonly string _fingerprint;
    private readonly Coding _base;
    private readonly bool _isLasting;

    /// <summary>Of a text its Brotli form, of anything else its bytes.</summary>
    private readonly Form _first;

    // Written once each, read without a lock.
    private volatile Form? _plain;
    private volatile Form? _gzip;

    private volatile bool _isDated;

    public KeptPage(int status, string contentType, ReadOnlySpan<byte> body, StringValues cacheControl, DateTimeOffset made)
    {
        Status = status;
        ContentType = contentType;
        CacheControl = cacheControl;
        LastModified = made.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        Made = made;
        _fingerprint = Convert.ToHexStringLower(SHA256.HashData(body))[..20];
        _isLasting = cacheControl == Forever;
        var isText = IsCompressible(contentType);
        _base = isText ? Coding.Brotli : Coding.Identity;
        _first = Form.Of(_base, body, _fingerprint, _isLasting);
        Vary = isText ? "Accept-Encoding" : default(StringValues);
    }

    public int Status { get; }

    public StringValues ContentType { get; }

    public StringValues CacheControl { get; }

    public StringValues Vary { get; private init; }

    /// <summary>What else of a request the answer depends on, for caches in between; the shelf knows it as another address.</summary>
    public string? AlsoVariesBy
    {
        init
        {
            if (value is not null) Vary = Vary.Count > 0 ? $"{Vary}, {value}" : value;
        }
    }

    /// <summary>What else of the web belongs to it, for programs.</summary>
    public StringValues Link { get; init; }

    public StringValues LastModified { get; }

    /// <summary>To the millisecond. A date of a second's grain tells nothing until that second is over.</summary>
    public DateTimeOffset Made { get; }

    /// <summary>Whether its date says more than its making; once it does, the clock is not asked again.</summary>
    public bool IsDated(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        if (!_isDated && (clock.GetUtcNow() - Made).TotalMilliseconds >= MillisecondsUntilDated) _isDated = true;
        return _isDated;
    }

    /// <summary>What it was made with; under another masthead it is no longer true. Null for what shows nothing of it.</summary>
    public Masthead? Masthead { get; init; }

    /// <summary>What it shows.</summary>
    public IReadOnlyCollection<string> Subjects { get; init; } = [];

    /// <summary>Whether there is another one for readers of the other language.</summary>
    public bool IsInBothLanguages { get; init; }

    /// <summary>Whether somebody wanted it since the shelf last looked.</summary>
    public bool IsWanted { get; set; }

    /// <summary>Called when it has grown by a form that was asked for.</summary>
    public Action? Grown { get; set; }

    public int Size => BytesAround + _first.Bytes.Length + (_plain?.Bytes.Length ?? 0) + (_gzip?.Bytes.Length ?? 0);

    /// <summary>The bytes in this coding, made when they are first wanted; pictures are not compressed twice.</summary>
    public Form In(Coding coding) =>
        coding == _base || _base == Coding.Identity ? _first : (coding == Coding.Gzip ? _gzip : _plain) ?? Make(coding);

    private Form Make(Coding coding)
    {
        Form made;
        lock (_making)
        {
            if ((coding == Coding.Gzip ? _gzip : _plain) is { } meanwhile) return meanwhile;
            made = Form.Of(coding, _first.Plain(), _fingerprint, _isLasting);
            if (coding == Coding.Gzip) _gzip = made;
            else _plain = made;
        }

        Grown?.Invoke();
        return made;
    }

    private static bool IsCompressible(string contentType) =>
        contentType.StartsWith("text/", StringComparison.Ordinal)
        || contentType.Contains("xml", StringComparison.Ordinal)
        || contentType.Contains("json", StringComparison.Ordinal)
        || contentType.Contains("javascript", StringComparison.Ordinal);
}
