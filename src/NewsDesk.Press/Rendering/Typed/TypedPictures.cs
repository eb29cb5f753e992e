using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace NewsDesk.Press.Rendering.Typed;

/// <summary>Gives pictures that were typed as HTML the size that the desk knows of them, as those of Markdown have it.</summary>
internal static partial class TypedPictures
{
    /// <param name="html">As the cleaner wrote it: attributes in double quotes.</param>
    public static string Sized(string html, Printing printing) =>
        html.Contains("<img ", StringComparison.Ordinal) ? Tag().Replace(html, tag => Sized(tag, printing)) : html;

    private static string Sized(Match tag, Printing printing)
    {
        var (width, height) = (ValueOf(tag.Value, " width=\""), ValueOf(tag.Value, " height=\""));
        if ((width is not null && height is not null) || ValueOf(tag.Value, " src=\"") is not { } source) return tag.Value;
        var address = WebUtility.HtmlDecode(source);
        if (printing.Context.Pictures.SizeOf(printing.OnOwnSite(address) ?? address) is not { Width: > 0, Height: > 0 } size) return tag.Value;
        var missing = (width, height) switch
        {
            (null, null) => string.Create(CultureInfo.InvariantCulture, $" width=\"{size.Width}\" height=\"{size.Height}\""),
            // The writer's own side is kept, and with it the picture's shape.
            ({ } wide, null) => Side(" height", wide, size.Height, size.Width),
            (_, { } high) => Side(" width", high, size.Width, size.Height),
        };
        return string.Concat(tag.Value.AsSpan(0, tag.Length - 1), missing, ">");
    }

    /// <summary>Nothing when the other side is no number of pixels.</summary>
    private static string Side(string name, string given, int wanted, int of) =>
        int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels)
            ? string.Create(CultureInfo.InvariantCulture, $"{name}=\"{Math.Max(1, (((long)pixels * wanted) + (of / 2)) / of)}\"")
            : "";

    private static string? ValueOf(string tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.Ordinal);
        return at < 0 ? null : tag[(at + name.Length)..tag.IndexOf('"', at + name.Length)];
    }

    [GeneratedRegex("""<img (?:[^>"]|"[^"]*")*>""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
