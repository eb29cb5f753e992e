using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace NewsDesk.Benchmarks.Gathering;

/// <summary>One feed of the farm, as it is served.</summary>
internal sealed record FarmFeed(byte[] Body, string ETag, string LastModified, string Type);

/// <summary>
/// Feeds like real ones, the same at every run: two in three RSS with the whole text, one in three Atom; each entry three to six KB of paragraphs,
/// links, pictures, lists, quotations and tables, now and then with what must be cleaned away.
/// </summary>
internal sealed class FarmFeeds
{
    private const int Vocabulary = 4_000;
    private static readonly DateTimeOffset Newest = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Syllables = ["ba", "bre", "ca", "chi", "do", "fen", "gar", "ho", "jun", "ka", "lor", "mi", "nat", "o", "per", "qui", "ras", "so", "tal", "ver"];

    private readonly Random _random = new(20261120);
    private readonly string[] _words;
    private readonly string _origin;

    public FarmFeeds(string origin)
    {
        _origin = origin;
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < Vocabulary) words.Add(string.Concat(Enumerable.Range(0, 2 + (words.Count / 1_000) + _random.Next(2)).Select(_ => Syllables[_random.Next(Syllables.Length)])));
        _words = [.. words];
    }

    public static string PathOf(int feed) => string.Create(CultureInfo.InvariantCulture, $"/feed/{feed:0000}.xml");

    public FarmFeed Make(int feed, int entries)
    {
        var isAtom = feed % 3 == 2;
        var modified = Newest.AddSeconds(-feed);
        var body = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n").Append(isAtom
            ? $"<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Farm {feed}</title><id>{_origin}{PathOf(feed)}</id><link href=\"{_origin}/site/{feed}\"/><updated>{modified:yyyy-MM-ddTHH:mm:ssZ}</updated>\n"
            : $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Farm {feed}</title><link>{_origin}/site/{feed}</link><language>en</language><ttl>60</ttl>\n");
        for (var entry = 0; entry < entries; entry++) Append(body, isAtom, feed, entry, modified.AddHours(-3 * entry).AddMinutes(-_random.Next(50)));
        var bytes = Encoding.UTF8.GetBytes(body.Append(isAtom ? "</feed>" : "</channel></rss>").ToString());
        return new(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..20]}\"", modified.ToString("R", CultureInfo.InvariantCulture),
            isAtom ? "application/atom+xml; charset=utf-8" : "application/rss+xml; charset=utf-8");
    }

    private void Append(StringBuilder body, bool isAtom, int feed, int entry, DateTimeOffset published)
    {
        var (title, author, link, html, summary) = (Words(8), $"{Words(1)} {Words(1)}", $"{_origin}/article/{feed}/{entry}", Html(feed, entry), Sentence() + " " + Sentence());
        if (isAtom)
        {
            body.Append(CultureInfo.InvariantCulture, $"<entry><id>tag:farm.example,2026:{feed}/{entry}</id><title>{title}</title><link href=\"{link}\"/><author><name>{author}</name></author>")
                .Append(CultureInfo.InvariantCulture, $"<published>{published:yyyy-MM-ddTHH:mm:ssZ}</published><updated>{published:yyyy-MM-ddTHH:mm:ssZ}</updated><category term=\"{_words[_random.Next(50)]}\"/><summary>{summary}</summary>")
                .Append("<content type=\"html\">").Append(WebUtility.HtmlEncode(html)).Append("</content></entry>\n");
            return;
        }

        body.Append(CultureInfo.InvariantCulture, $"<item><title>{title}</title><link>{link}</link><guid isPermaLink=\"false\">tag:farm.example,2026:{feed}/{entry}</guid><pubDate>{published:R}</pubDate>")
            .Append(CultureInfo.InvariantCulture, $"<dc:creator>{author}</dc:creator><category>{_words[_random.Next(50)]}</category><description>{summary}</description>")
            .Append("<content:encoded><![CDATA[").Append(html).Append("]]></content:encoded></item>\n");
    }

    private string Html(int feed, int entry)
    {
        var html = new StringBuilder();
        if (_random.Next(10) < 7) html.Append(CultureInfo.InvariantCulture, $"<figure><img src=\"{_origin}/img/{feed}/{entry}.jpg\" width=\"1200\" height=\"675\" alt=\"{Words(6)}\"><figcaption>{Sentence()}</figcaption></figure>\n");
        var length = 3_000 + _random.Next(3_000);
        while (html.Length < length - 250)
        {
            switch (_random.Next(100))
            {
                case < 72:
                    Paragraph(html);
                    break;
                case < 80:
                    html.Append("<h2>").Append(Words(7)).Append("</h2>");
                    break;
                case < 88:
                    html.Append("<ul>").Append(string.Concat(Enumerable.Range(0, 2 + _random.Next(4)).Select(_ => $"<li>{Sentence()}</li>"))).Append("</ul>");
                    break;
                case < 95:
                    html.Append("<blockquote><p>").Append(Sentence()).Append("</p><cite>").Append(Words(2)).Append("</cite></blockquote>");
                    break;
                default:
                    html.Append("<table><tr><th>").Append(Words(1)).Append("</th></tr>")
                        .Append(string.Concat(Enumerable.Range(0, 3).Select(_ => $"<tr><td>{_random.Next(999)}</td><td>{_random.Next(999)}</td></tr>"))).Append("</table>");
                    break;
            }

            html.Append('\n');
        }

        return html.Append(_random.Next(100) switch
        {
            < 25 => $"<img src=\"{_origin}/pixel.gif?e={feed}.{entry}\" width=\"1\" height=\"1\" alt=\"\">",
            < 32 => $"<script>track({entry})</script>",
            < 38 => $"<iframe src=\"{_origin}/embed/{entry}\" width=\"560\" height=\"315\"></iframe>",
            _ => "",
        }).ToString();
    }

    private void Paragraph(StringBuilder html)
    {
        html.Append("<p>");
        for (var sentences = 3 + _random.Next(4); sentences > 0; sentences--)
        {
            var sentence = Sentence();
            html.Append(_random.Next(100) switch
            {
                < 14 => $"{sentence} <a href=\"{_origin}/article/{_random.Next(300)}/{_random.Next(25)}?utm_source=feed&amp;utm_medium=rss\">{Words(3)}</a>. ",
                < 22 => $"<strong>{sentence}</strong> ",
                < 28 => $"<em>{sentence}</em> ",
                _ => sentence + " ",
            });
        }

        html.Append("</p>");
    }

    private string Sentence()
    {
        var words = Words(8 + _random.Next(15));
        return char.ToUpperInvariant(words[0]) + words[1..] + ".";
    }

    /// <summary>Small numbers are drawn more often, as words are.</summary>
    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => _words[(int)(Vocabulary * Math.Pow(_random.NextDouble(), 3))]));
}
