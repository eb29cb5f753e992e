using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsDesk.Markup;

namespace NewsDesk.Tests.Newsroom;

/// <summary>The sample paper is the first thing that anyone sees: all of it is there, and nothing in it is complained of.</summary>
public sealed partial class SampleContentTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("newsdesk-samples-").FullName;
    private RunningDesk? _desk;
    private HttpClient? _reader;

    public async ValueTask InitializeAsync()
    {
        _desk = await RunningDesk.OpenAsync(Repository.Content, _data, TestContext.Current.CancellationToken);
        _reader = new HttpClient { BaseAddress = _desk.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _reader?.Dispose();
        if (_desk is not null) await _desk.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Is_read_without_a_warning_and_shown_whole()
    {
        Assert.DoesNotContain(" warn ", _desk!.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" fail ", _desk.Output, StringComparison.Ordinal);

        var wire = await ReadAsync("/wire");
        string[] titles =
        [
            "Phone Company Finds Buyer for Sound of Nobody",
            "The Hum Beneath the Floor",
            "Idle Dial Tone as Shared Infrastructure: What the Tolliver Agreement Tells Us",
            "Tolliver Just Flipped the Script on Silence, and Nobody Is Ready",
            "TTT, tone in the cloud?",
        ];
        Assert.All(titles, title => Assert.Contains($">{title}<", wire, StringComparison.Ordinal));

        var story = StoryLinks().Match(await ReadAsync("/stories")).Groups["path"].Value;
        var told = await ReadAsync(story);
        Assert.All(titles, title => Assert.Contains(title, PlainText.From(told), StringComparison.Ordinal));
        Assert.Equal(
            [
                "up to $4.1 billion", "$4.1 billion",
                "Tolliver supplies Eventually", "Tolliver Trunk & Telephone supplies an AI outfit", "Eventually pays", "a telephone company pays a start-up",
                "Eventually pays Tolliver", "the phone powerhouse buys Eventually",
                "Randall Pinchbeck", "no equity, no board seat",
            ],
            DisputeValues().Matches(told).Select(match => Spaces().Replace(PlainText.From(match.Value), " ").Trim()));

        var feed = XDocument.Parse(await ReadAsync("/feed.xml"));
        var posts = feed.Descendants("item").Select(item => new Uri(item.Element("link")!.Value).PathAndQuery).ToList();
        Assert.Equal(6, posts.Count);
        foreach (var post in posts)
        {
            var page = await ReadAsync(post);
            Assert.Contains("class=\"original-card", page, StringComparison.Ordinal);
            // Every link within the paper leads somewhere.
            foreach (var link in OwnLinks().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups["path"].Value)).Distinct(StringComparer.Ordinal))
            {
                using var answer = await _reader!.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.True(answer.IsSuccessStatusCode, $"{post} links to {link}, which answers {answer.StatusCode}");
            }
        }
    }

    private Task<string> ReadAsync(string path) => _reader!.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    [GeneratedRegex("""class="headline"[^>]*><a href="(?<path>/story/[^"]+)">Tolliver""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StoryLinks();

    [GeneratedRegex("""<p class="value".*?</p>""", RegexOptions.Singleline, 1000)]
    private static partial Regex DisputeValues();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("""(?:href|src)="(?<path>/[^"#]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnLinks();
}
