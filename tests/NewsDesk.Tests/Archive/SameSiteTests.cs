using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsDesk.Tests.Archive;

/// <summary>One and the same paper on either database: a reader who follows every link sees no difference.</summary>
public sealed partial class SameSiteTests
{
    /// <summary>What no link leads to: questions, filters, what machines read, and what is not there.</summary>
    private static readonly string[] Typed =
    [
        "/", "/wire", "/archive", "/sources", "/feeds", "/search", "/robots.txt", "/sitemap.xml", "/no-such-page", "/article/99999/gone",
        "/search?q=deal", "/search?q=the", "/search?q=billion+deal", "/search?q=%22billion+deal%22", "/search?q=deal+-billion", "/search?q=bil*",
        "/search?q=%C3%A9l%C3%A8ve", "/search?q=%22%27%3B--+%F0%9F%98%80", "/search?q=deal&page=1", "/search?q=zzzzz",
    ];

    [Fact]
    public async Task Every_page_of_the_sample_paper_is_the_same_on_SQLite_and_on_PostgreSQL()
    {
        var cluster = (await TestContext.Current.GetFixture<PostgresCluster>())!;
        // Nobody asks so much in a minute.
        var patience = ("costly-per-minute", "0");
        await using var one = new Desk(patience).WithFolder(Repository.Content);
        await using var other = new Desk(patience, ("archive", await cluster.CreateCornerAsync(TestContext.Current.CancellationToken))).WithFolder(Repository.Content);

        var asked = new HashSet<string>(Typed, StringComparer.Ordinal);
        var toAsk = new Queue<string>(Typed);
        while (toAsk.TryDequeue(out var address))
        {
            var (here, there) = (await AskAsync(one, address), await AskAsync(other, address));
            Assert.Equal($"{address} {here.Status} {here.Type} {here.Leads}", $"{address} {there.Status} {there.Type} {there.Leads}");
            Assert.Equal($"{address}\n{here.Body}", $"{address}\n{there.Body}");
            foreach (var link in LinksIn(here).Where(asked.Add)) toAsk.Enqueue(link);
        }

        // Each kind of page was among them.
        foreach (var kind in new[] { @"^/\d{4}/\d\d/", @"^/\d{4}/\d\d$", "^/article/", "^/persona/", "^/tag/", "^/cover/", @"^/search\?", "^/about", @"\.xml$|/feed" })
            Assert.Contains(asked, address => Regex.IsMatch(address, kind, RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static async Task<Answer> AskAsync(Desk desk, string address)
    {
        var response = await desk.GetAsync(address);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        var isText = type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal);
        return new(response.StatusCode, type, $"{response.Headers.Location}", isText ? WithoutNow(Encoding.UTF8.GetString(bytes)) : Convert.ToHexString(bytes));
    }

    /// <summary>
    /// The moment at which a page was asked for, or an article without a date of its own came in, is another one for each paper: as a time, in
    /// words, and as a place on a story's line of time.
    /// </summary>
    private static string WithoutNow(string page) => Place().Replace(Words().Replace(Time().Replace(page, Undated), Undated), "");

    private static string Undated(Match time) =>
        (DateTimeOffset.TryParseExact(time.Value, "d MMM, HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)
            || DateTimeOffset.TryParse(time.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out read))
            && DateTimeOffset.UtcNow - read is { TotalHours: < 1 and > -1 } ? "now" : time.Value;

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"\b\d{1,2} [A-Z][a-z]{2}(?: \d{4})?, \d\d:\d\d\b|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex("""(?<=<(circle|line|text)\b[^>]*\s)(cx|x|x1|x2)="[^"]*"(?=[\s/>])""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    private static IEnumerable<string> LinksIn(Answer answer) => Link().Matches(answer.Body)
        .Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value).Split('#')[0])
        .Append(answer.Leads)
        .Where(link => link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal));

    [GeneratedRegex("""(?:href|src)="(?<to>[^"]+)"(?=[\s>])""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    private sealed record Answer(HttpStatusCode Status, string Type, string Leads, string Body);
}
