using System.Buffers;
using System.Text;

namespace NewsDesk.Markup.Cleaning;

/// <summary>Writes text so that every parser reads it back as it was: HTML's, XML's, and one that comes after.</summary>
internal static class SafeText
{
    // What XML forbids is written nowhere: cleaned HTML travels in feeds too.
    private static readonly SearchValues<char> Odd = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Except([0x09, 0x0A]).Concat(Enumerable.Range(0x7F, 0x21)).Concat([0xFFFE, 0xFFFF])
            .Concat(Enumerable.Range(0xD800, 0x800)).Select(code => (char)code)]);

    /// <summary>Most letters there are, and none of them odd: they are passed over many at a time.</summary>
    private static readonly SearchValues<char> Usual = SearchValues.Create([.. Enumerable.Range(0x20, 0x5F).Append(0x09).Append(0x0A).Select(code => (char)code)]);

    private static readonly SearchValues<char> TextMarks = SearchValues.Create("&<>");
    private static readonly SearchValues<char> ValueMarks = SearchValues.Create("&<>\"");

    /// <summary>Line ends become LF, control characters and lone surrogates go.</summary>
    public static string Plain(string text)
    {
        var odd = text.AsSpan().IndexOfAnyExcept(Usual);
        if (odd < 0) return text;
        var further = text.AsSpan(odd).IndexOfAny(Odd);
        if (further < 0) return text;
        odd += further;

        var plain = new StringBuilder(text.Length);
        plain.Append(text, 0, odd);
        for (var i = odd; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                plain.Append(c).Append(text[++i]);
            else if (c == '\r')
                plain.Append('\n');
            else if (c == '\f')
                plain.Append(' ');
            else if (!Odd.Contains(c))
                plain.Append(c);
        }

        return plain.ToString();
    }

    /// <summary>Writes what <see cref="Plain"/> answered as text.</summary>
    public static void AppendText(StringBuilder to, ReadOnlySpan<char> plain) => Append(to, plain, TextMarks);

    /// <summary>Writes it as the value of an attribute, between quotation marks.</summary>
    public static void AppendValue(StringBuilder to, ReadOnlySpan<char> plain) => Append(to, plain, ValueMarks);

    private static void Append(StringBuilder to, ReadOnlySpan<char> plain, SearchValues<char> marks)
    {
        while (plain.IndexOfAny(marks) is >= 0 and var mark)
        {
            to.Append(plain[..mark]).Append(plain[mark] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
            plain = plain[(mark + 1)..];
        }

        to.Append(plain);
    }
}
