using NewsDesk.Pages.Subscriptions;

namespace NewsDesk.Tests.Pages.Subscriptions;

public sealed class FeedTextsTests
{
    private static readonly Uri Site = new("https://paper.example/");

    private readonly FeedTexts _texts = new();

    [Fact]
    public void A_text_is_made_once_for_each_place_where_it_stands()
    {
        const string html = "<p>The moon<sup><a href=\"#fn:1\">1</a></sup></p>";

        var here = _texts.Of(html, new("https://paper.example/a"), Site);
        var there = _texts.Of(html, new("https://paper.example/b"), Site);

        Assert.Contains("https://paper.example/a#fn:1", here, StringComparison.Ordinal);
        Assert.Contains("https://paper.example/b#fn:1", there, StringComparison.Ordinal);
        Assert.Same(here, _texts.Of(html, new("https://paper.example/a"), Site));
        Assert.NotEqual(here, _texts.Of(html + "<p>is ours</p>", new("https://paper.example/a"), Site));
    }

    [Fact]
    public void What_is_wanted_stays_and_what_nobody_wants_is_forgotten()
    {
        var link = new Uri("https://paper.example/a");
        var (wanted, unwanted) = (_texts.Of("<p>wanted</p>", link, Site), _texts.Of("<p>unwanted</p>", link, Site));

        for (var i = 0; i < 60; i++)
        {
            _texts.Of($"<p>{i} {new string('x', 100_000)}</p>", link, Site);
            Assert.Same(wanted, _texts.Of("<p>wanted</p>", link, Site));
        }

        Assert.NotSame(unwanted, _texts.Of("<p>unwanted</p>", link, Site));
    }
}
