using System.Text;

namespace NewsDesk.Wire.Feeds.Encodings;

/// <summary>
/// Turns a feed's bytes into text. The byte order mark decides, then the shape of the first bytes, then what the header
/// or the declaration says as far as the bytes agree; at last it is told by the bytes themselves, which is UTF-8,
/// with Windows-1252 for what is not, or an older encoding of another script.
/// </summary>
internal static class FeedEncoding
{
    public static string Decode(ReadOnlySpan<byte> body, string? contentType) =>
        WithoutControls(EncodingOf(body, contentType).GetString(body));

    private static Encoding EncodingOf(ReadOnlySpan<byte> body, string? contentType)
    {
        if (FirstBytes.Encoding(body) is { } sure) return sure;
        var (header, declared) = (Charset.InHeader(contentType), Charset.InDeclaration(body));
        var isUtf8 = System.Text.Unicode.Utf8.IsValid(body);
        if (isUtf8 && (header ?? declared) is null) return Utf8OrWindows.Instance;

        // A server's habit (latin1 for everything) does not outweigh bytes that are UTF-8 and say so.
        if (isUtf8 && !Ascii.IsValid(body) && (Charset.IsUtf8(header) || Charset.IsUtf8(declared))) return Encoding.UTF8;
        foreach (var name in new[] { header, declared })
        {
            if (name is not null && !Charset.IsUtf8(name) && Charset.Find(name) is { } named) return named;
        }

        return LegacyGuess.Of(body) ?? Utf8OrWindows.Instance;
    }

    /// <summary>Characters that XML forbids and that no person can see; what else they break is mended by the reader.</summary>
    private static string WithoutControls(string text)
    {
        if (text.AsSpan().IndexOfAny(Forbidden) < 0) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var piece in text.AsSpan().SplitAny(Forbidden)) kept.Append(text.AsSpan(piece));
        return kept.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Forbidden = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(number => (char)number).Except(['\t', '\n', '\r']), '\u007f', '\ufeff', '\ufffe', '\uffff']);
}
