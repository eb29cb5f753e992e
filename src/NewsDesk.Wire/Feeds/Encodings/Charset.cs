using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using NewsDesk.Wire.Feeds.Html;

namespace NewsDesk.Wire.Feeds.Encodings;

/// <summary>Names of encodings: where they stand, and what they mean on the web.</summary>
internal static class Charset
{
    /// <summary>An XML declaration stands at the very beginning; junk before it is seldom longer.</summary>
    private const int DeclarationWithin = 2048;

    // The names that browsers read as something larger, and those that .NET does not know by themselves.
    private static readonly FrozenDictionary<string, int> CodePages = new (int Page, string Names)[]
    {
        (1252, "iso-8859-1 iso8859-1 latin1 latin-1 l1 us-ascii ascii ansi"),
        (1254, "iso-8859-9 latin5"),
        (874, "iso-8859-11 tis-620"),
        (54936, "gb2312 gbk gb-2312-80 x-gbk gb18030"),
        (950, "big5-hkscs x-x-big5"),
        (949, "euc-kr ks-c-5601-1987 ksc5601 uhc"),
        (932, "shift-jis sjis x-sjis windows-31j ms-kanji"),
        (51932, "x-euc-jp eucjp"),
        (10000, "macroman mac x-mac-roman"),
    }.SelectMany(page => page.Names.Split(' ').Select(name => (name, page.Page))).ToFrozenDictionary(
        page => page.name, page => page.Page, StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Wide = ["utf", "ucs", "unicode", "iso-10646"];

    /// <summary>The charset of a Content-Type, its quotes removed.</summary>
    public static string? InHeader(string? contentType)
    {
        var at = contentType?.IndexOf("charset", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0) return null;
        var rest = contentType.AsSpan(at + "charset".Length).TrimStart();
        if (!rest.StartsWith("=")) return null;
        rest = rest[1..].Trim(" \t\"'");
        var end = rest.IndexOfAny(Breaks.Label);
        return Named((end < 0 ? rest : rest[..end]).ToString());
    }

    /// <summary>The encoding that an XML declaration names.</summary>
    public static string? InDeclaration(ReadOnlySpan<byte> body)
    {
        var start = Encoding.Latin1.GetString(body[..Math.Min(body.Length, DeclarationWithin)]).AsSpan();
        var from = start.IndexOf("<?xml");
        if (from < 0) return null;
        var declaration = start[from..];
        var end = declaration.IndexOf('>');
        if (end >= 0) declaration = declaration[..end];
        var at = declaration.IndexOf("encoding");
        if (at < 0) return null;
        declaration = declaration[(at + "encoding".Length)..].Trim(" \t\r\n=\"'");
        end = declaration.IndexOfAny(Breaks.Label);
        return Named((end < 0 ? declaration : declaration[..end]).ToString());
    }

    public static bool IsUtf8(string? name) => name is not null &&
        (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase));

    /// <summary>Null for a name that nobody knows, and for those of two and four bytes, which the first bytes would have shown.</summary>
    public static Encoding? Find(string name)
    {
        if (Wide.Any(wide => name.StartsWith(wide, StringComparison.OrdinalIgnoreCase))) return null;
        name = name.Replace('_', '-');
        if (CodePages.TryGetValue(name, out var page) || IsNumbered(name, out page)) return Page(page);
        return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? CodePagesEncodingProvider.Instance.GetEncoding("x-" + name);
    }

    private static Encoding? Page(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page);

    /// <summary><c>cp1251</c>, <c>x-cp1251</c>, <c>win-1251</c>, <c>windows1251</c> and <c>ibm866</c> all name a code page.</summary>
    private static bool IsNumbered(string name, out int page)
    {
        var family = name.AsSpan().TrimEnd("0123456789");
        return int.TryParse(name.AsSpan(family.Length), NumberStyles.None, CultureInfo.InvariantCulture, out page) &&
            page < 60_000 &&
            family.TrimEnd('-') is "cp" or "x-cp" or "ibm" or "win" or "windows" or "ms";
    }

    private static string? Named(string name) => name.Length == 0 ? null : name.ToLowerInvariant();
}
