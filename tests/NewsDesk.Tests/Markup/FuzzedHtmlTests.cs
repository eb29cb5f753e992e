using System.Text;
using NewsDesk.Markup;

namespace NewsDesk.Tests.Markup;

/// <summary>Hostile samples cut up, doubled, joined and strewn with what parsers stumble over.</summary>
public sealed class FuzzedHtmlTests
{
    private const int Rounds = 5_000;

    private static readonly Uri Page = new("https://paper.example/news/article.html");

    private static readonly string[] Crumbs =
    [
        "<", ">", "\"", "'", "`", "&", ";", "=", "/", "--", "<!--", "-->", "]]>", "<![CDATA[", "\0", "\u0001", "\r", "\n", "\t", "\f", "\u00A0",
        "\uD83D", "\uDE00", "\uFFFF", "\u2028", "&#0;", "&#13;", "&#x80;", "&lt", "&quot;", "&NewLine;",
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "<a href=x>", "</a>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<caption>",
        "<col>", "<ul>", "<li>", "</ul>", "<dl>", "<dd>", "<dt>", "<h1>", "</h1>", "<h2>", "<pre>\n", "</pre>", "<ruby>", "<rt>", "<rp>",
        "<svg>", "</svg>", "<math>", "<mi>", "<mtext>", "</math>", "<style>", "</style>", "<script>", "</script>", "<title>", "</title>",
        "<textarea>", "<noscript>", "<template>", "</template>", "<select>", "<option>", "<button>", "<object>", "<marquee>", "<form>", "</form>",
        "<iframe src=https://www.youtube.com/embed/abc>", "<picture>", "<source srcset='a 1x'>", "<img src=y>", "<video>", "<br>", "<hr>",
        " onload=alert(1) ", " style=x ", " id=a ", " href=javascript:alert(1) ", " srcset='a, b 2x' ", "<body>", "<html>", "<frameset>", "<plaintext>",
        "<nobr>", "<details>", "<summary>", "<font color=1>", "<center>", "<foreignObject>", "<desc>", "<annotation-xml encoding=text/html>",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_comes_in_what_comes_out_is_clean_and_stays_as_it_is(int seed) => Run(seed, Rounds);

    [Theory]
    [MemberData(nameof(MoreSeeds))]
    [Trait("Category", "Long")]
    public void A_million_damaged_pieces_come_out_clean(int seed) => Run(seed, 50_000);

    public static TheoryData<int> MoreSeeds => [.. Enumerable.Range(11, 20)];

    private static void Run(int seed, int rounds)
    {
        var random = new Random(seed);
        for (var round = 0; round < rounds; round++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var html = Mutate(random);
            var page = random.Next(2) == 0 ? Page : null;
            var clean = HtmlCleaner.Clean(html, page);

            if (CleanCheck.FirstFault(clean) is { } fault) Assert.Fail($"{fault}\nof {html}\nin {clean}");
            var again = HtmlCleaner.Clean(clean, page);
            if (again != clean) Assert.Fail($"cleaned again it is\n   {again}\nnot {clean}\nof  {html}");
        }
    }

    private static string Mutate(Random random)
    {
        var html = new StringBuilder(Pick(random, Samples.Hostile));
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            var at = random.Next(html.Length + 1);
            var length = Math.Min(random.Next(1, 20), html.Length - at);
            switch (random.Next(7))
            {
                case 0: html.Remove(at, length); break;
                case 1: html.Insert(at, html.ToString(at, length)); break;
                case 2: html.Insert(at, Pick(random, Samples.Hostile)); break;
                case 3: html.Insert(at, (char)random.Next(0x20, 0x7F)); break;
                case 4: html.Insert(0, Pick(random, Crumbs)); break;
                default: html.Insert(at, Pick(random, Crumbs)); break;
            }
        }

        return html.ToString();
    }

    private static string Pick(Random random, IReadOnlyList<string> from) => from[random.Next(from.Count)];
}
