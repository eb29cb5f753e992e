using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsDesk.Pages.Keeping;

/// <summary>How the bytes of an answer are written.</summary>
public enum Coding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>What a browser takes.</summary>
public static class AcceptedCoding
{
    /// <summary>The smallest one that <c>Accept-Encoding</c> allows.</summary>
    public static Coding Of(StringValues accepted)
    {
        if (accepted.Count == 0) return Coding.Identity;
        if (accepted.Count == 1 && accepted[0] is { } one && !one.Contains(';', StringComparison.Ordinal) && !one.Contains('*', StringComparison.Ordinal)) return OfPlain(one);
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var wishes)) return Coding.Identity;
        return Takes(wishes, "br") ? Coding.Brotli : Takes(wishes, "gzip") ? Coding.Gzip : Coding.Identity;
    }

    // Nearly every browser sends one short list without weights.
    private static Coding OfPlain(string list)
    {
        var takesGzip = false;
        foreach (var part in list.AsSpan().Split(','))
        {
            var name = list.AsSpan(part).Trim();
            if (name.Equals("br", StringComparison.OrdinalIgnoreCase)) return Coding.Brotli;
            takesGzip |= name.Equals("gzip", StringComparison.OrdinalIgnoreCase);
        }

        return takesGzip ? Coding.Gzip : Coding.Identity;
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> wishes, string coding)
    {
        var wish = wishes.FirstOrDefault(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
            ?? wishes.FirstOrDefault(one => one.Value == "*");
        return wish is not null && wish.Quality is null or > 0;
    }
}
