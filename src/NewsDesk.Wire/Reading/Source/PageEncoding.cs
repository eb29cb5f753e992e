using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsDesk.Wire.Reading.Source;

/// <summary>Bytes as served, read as text: by byte order mark, the server's word, the page's own, and by trying UTF-8.</summary>
internal static partial class PageEncoding
{
    /// <summary>Where browsers look for a page's own word about its characters, in bytes.</summary>
    private const int Prescan = 4096;

    private const int MaxBytes = 32_000_000;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    static PageEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlyMemory<byte> page, string? contentType) => TwiceEncoded.Mend(DecodeOnce(page, contentType));

    private static string DecodeOnce(ReadOnlyMemory<byte> page, string? contentType)
    {
        var bytes = page.Length > MaxBytes ? page[..MaxBytes].Span : page.Span;
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);

        var declared = Named(CharsetOf(contentType)) ?? Named(CharsetOf(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prescan)])));

        // Pages saved anew as UTF-8 often keep another name in their meta; bytes that are strict UTF-8 beyond ASCII are that.
        if (IsUtf8(bytes) || declared is null && IsUtf8(bytes[..Math.Max(0, bytes.Length - 3)])) return Encoding.UTF8.GetString(bytes);
        return (declared ?? Named("windows-1252")!).GetString(bytes);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static string? CharsetOf(string? text) =>
        text is not null && Charset().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;

    internal static Encoding? Named(string? name)
    {
        if (name is null) return null;
        // As the Encoding standard has it: who says Latin-1 or ASCII means Windows-1252, who says gb2312 means its superset.
        name = name.ToLowerInvariant() switch
        {
            "iso-8859-1" or "latin1" or "ascii" or "us-ascii" => "windows-1252",
            "iso-8859-9" => "windows-1254",
            "gb2312" or "gbk" => "gb18030",
            "utf8" or "utf-16" => "utf-8",
            "x-sjis" or "shift-jis" => "shift_jis",
            var other => other,
        };
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex Charset();
}
