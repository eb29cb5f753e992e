using System.Buffers;
using System.Text;

namespace NewsDesk.Press.Posts;

/// <summary>Text without what no reader sees and some readers choke on.</summary>
internal static class SourceText
{
    /// <summary>Control characters, halves of pairs and non-characters: feeds are XML, which forbids most of them.</summary>
    private static readonly SearchValues<char> Odd = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Except([0x09, 0x0A]).Concat(Enumerable.Range(0x7F, 0x21)).Concat([0xFFFE, 0xFFFF])
            .Concat(Enumerable.Range(0xD800, 0x800)).Select(code => (char)code)]);

    /// <summary>A file's text with plain line ends, and without a byte order mark.</summary>
    public static string Plain(string text)
    {
        var plain = text.StartsWith('\uFEFF') ? text[1..] : text;
        return WithoutOddities(plain.Contains('\r', StringComparison.Ordinal) ? plain.ReplaceLineEndings("\n") : plain);
    }

    /// <summary>Line breaks become spaces.</summary>
    public static string OneLine(string text) => text.AsSpan().IndexOfAny('\n', '\r') < 0 ? text : text.ReplaceLineEndings(" ");

    public static string WithoutOddities(string text)
    {
        var odd = text.AsSpan().IndexOfAny(Odd);
        if (odd < 0) return text;
        var plain = new StringBuilder(text.Length).Append(text, 0, odd);
        for (var at = odd; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) plain.Append(text[at]).Append(text[++at]);
            else if (text[at] == '\f') plain.Append(' ');
            else if (!Odd.Contains(text[at])) plain.Append(text[at]);
        }

        return plain.ToString();
    }
}
