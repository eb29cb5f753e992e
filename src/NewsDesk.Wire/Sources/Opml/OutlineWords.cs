using System.Globalization;
using System.Text;
using System.Xml;

namespace NewsDesk.Wire.Sources.Opml;

/// <summary>Writes a source as an outline.</summary>
internal static class OutlineWords
{
    /// <summary>The attributes that say what a source is, in the order in which people look for them; those of <paramref name="ours"/> are known by its prefix.</summary>
    public static IEnumerable<(string Name, string Value)> Of(WatchedSource source, string ours)
    {
        (string Name, string? Value)[] words =
        [
            ("type", source.Kind switch { SourceKind.Feed => "rss", SourceKind.Folder => "folder", _ => "link" }),
            ("text", source.Title),
            ("title", source.Title),
            ("xmlUrl", source.Kind == SourceKind.Feed ? source.Url : null),
            ("url", source.Kind is SourceKind.Page or SourceKind.Sitemap ? source.Url : null),
            ("htmlUrl", source.SiteUrl),
            Ours(OpmlNames.Kind, source.Kind == SourceKind.Feed ? null : source.Kind.ToString().ToLowerInvariant()),
            Ours(OpmlNames.Path, source.FolderPath),
            Ours(OpmlNames.Language, source.Language),
            Ours(OpmlNames.FullText, source.FullText switch { FullText.Always => "always", FullText.Never => "never", _ => null }),
            Ours(OpmlNames.Interval, source.Every is { } every ? Interval.Write(every) : null),
            Ours(OpmlNames.Paused, source.Paused ? "true" : null),
            Ours(OpmlNames.Item, source.List.Item),
            Ours(OpmlNames.Link, source.List.Link),
            Ours(OpmlNames.Title, source.List.Title),
            Ours(OpmlNames.Time, source.List.Time),
            Ours(OpmlNames.Summary, source.List.Summary),
        ];
        return words.Where(word => word.Value is not null).Select(word => (word.Name, word.Value!));

        (string, string?) Ours(System.Xml.Linq.XName name, string? value) => ($"{ours}:{name.LocalName}", value);
    }

    /// <summary>As the value of an attribute; signs that XML cannot hold are left out. In a list that declares an encoding of few letters the others are written as numbers.</summary>
    public static string Escaped(string value, bool asAscii)
    {
        var written = new StringBuilder(value.Length + 10);
        for (var at = 0; at < value.Length; at++)
        {
            var sign = value[at];
            if (at + 1 < value.Length && char.IsSurrogatePair(sign, value[at + 1]))
            {
                var letter = char.ConvertToUtf32(sign, value[++at]);
                written.Append(asAscii ? Numbered(letter) : char.ConvertFromUtf32(letter));
            }
            else if (sign is '\t' or '\n' or '\r' || (asAscii && !char.IsAscii(sign) && XmlConvert.IsXmlChar(sign)))
            {
                written.Append(Numbered(sign));
            }
            else if (XmlConvert.IsXmlChar(sign))
            {
                written.Append(sign switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => sign.ToString() });
            }
        }

        return written.ToString();

        static string Numbered(int letter) => string.Create(CultureInfo.InvariantCulture, $"&#x{letter:X};");
    }
}
