using System.Text;
using NewsDesk.Wire.Sources;
using NewsDesk.Wire.Sources.Lists;

namespace NewsDesk.Tests.Wire.Sources;

public sealed class ListPageTests
{
    private static readonly Uri Url = new("https://example.org/news");

    private static string Teasers(int count) => string.Concat(Enumerable.Range(1, count).Select(i => $"""
        <article class="teaser teaser-{i}"><a href="/2026/11/{i:00}/moon-sold-to-town-{i}"><img src="{i}.jpg" alt="A moon"></a>
          <h2><a href="/2026/11/{i:00}/moon-sold-to-town-{i}?utm_source=front">The moon is sold to town number {i}</a></h2>
          <time datetime="2026-11-{i:00}T08:00:00Z">then</time><p>The council of town number {i} has bought the moon, it said on Monday morning.</p>
          <a href="/2026/11/{i:00}/moon-sold-to-town-{i}">Read more</a> <a href="/author/ada">Ada</a></article>
        """));

    private static string PageOf(string main) => $"""
        <!doctype html><html lang="en"><head><title>News</title></head><body>
        <header><nav class="menu"><ul>{string.Concat(Enumerable.Range(1, 30).Select(i => $"<li><a href='/section/{i}'>A section of the paper, number {i}</a></li>"))}</ul></nav></header>
        <main>{main}</main>
        <aside><ul>{string.Concat(Enumerable.Range(1, 9).Select(i => $"<li><a href='/most-read/{i}'>Most read of all our pieces is number {i}</a></li>"))}</ul></aside>
        <footer><a href="/imprint">Everything that the law wants us to say</a></footer></body></html>
        """;

    [Fact]
    public void The_list_of_a_front_page_is_guessed_without_menus_and_margins()
    {
        var read = Read(PageOf(Teasers(8)), ListSelectors.None);

        Assert.True(read.Guessed);
        Assert.Equal(Enumerable.Range(1, 8).Select(i => $"The moon is sold to town number {i}"), read.Links.Select(link => link.Title));
        Assert.StartsWith("https://example.org/2026/11/01/moon-sold-to-town-1", read.Links[0].Url, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero), read.Links[0].Published);
        Assert.Equal("The council of town number 1 has bought the moon, it said on Monday morning.", read.Links[0].Summary);
        Assert.Equal("en", read.Links[0].Language);
    }

    [Fact]
    public void A_lead_that_is_built_otherwise_belongs_to_the_list_when_there_are_several()
    {
        var leads = string.Concat(Enumerable.Range(1, 3).Select(i => $"<section class=lead><h1><a href='/2026/lead-{i}-of-the-day'>The lead of the day is number {i} of them</a></h1><p>It is longer than any other.</p></section>"));

        Assert.Equal(9, Read(PageOf(leads + Teasers(6)), ListSelectors.None).Links.Count);
    }

    [Fact]
    public void Plain_lists_of_links_with_dates_are_found_too()
    {
        var read = Read(PageOf($"<ul>{string.Concat(Enumerable.Range(1, 5).Select(i => $"<li>2026-10-0{i} <a href='post-{i}.html'>Notes about the town, part {i}</a></li>"))}</ul>"), ListSelectors.None);

        Assert.Equal(5, read.Links.Count);
        Assert.Equal("https://example.org/post-1.html", read.Links[0].Url);
    }

    [Fact]
    public void Selectors_say_exactly_what_is_wanted()
    {
        var read = Read(PageOf("""
            <div class=row><b>First headline</b><i>3 November 2026</i><a class=x href=/a>more</a><q>What it says.</q></div>
            <div class=row><b>Second headline</b><i>4 November 2026</i><a class=x href=/b>more</a></div><div class=row><b>No link</b></div>
            """), new ListSelectors("div.row", "a.x", "b", "i", "q"));

        Assert.False(read.Guessed);
        Assert.Equal(
        [
            new ListedLink("https://example.org/a") { Title = "First headline", Published = new(2026, 11, 3, 0, 0, 0, TimeSpan.Zero), Summary = "What it says.", Language = "en" },
            new ListedLink("https://example.org/b") { Title = "Second headline", Published = new(2026, 11, 4, 0, 0, 0, TimeSpan.Zero), Language = "en" },
        ], read.Links);
    }

    [Fact]
    public void The_same_article_twice_is_one_link() =>
        Assert.Single(Read(PageOf("<a class=t href='/moon?utm_source=a'>Moon</a><a class=t href='/moon#b'>Moon</a>"), new ListSelectors(Link: "a.t")).Links);

    [Theory]
    [InlineData("")]
    [InlineData("<p>Nothing here but words, and quite a lot of them at that.</p>")]
    [InlineData("<a href=/one>Only one link that is long enough</a>")]
    public void A_page_without_a_list_gives_none(string main) => Assert.Empty(Read(PageOf(main), ListSelectors.None).Links);

    [Fact]
    public void Hostile_pages_are_read_within_bounds()
    {
        Assert.Empty(Read(string.Concat(Enumerable.Repeat("<div><a href=/x>", 20_000)), ListSelectors.None).Links);
        Assert.Equal(ListPage.MaxLinks, Read(PageOf(string.Concat(Enumerable.Range(0, 3_000).Select(i => $"<li><a href='/a-long-slug-{i}'>A headline of many words, number {i}</a></li>"))), ListSelectors.None).Links.Count);
    }

    private static ListPageRead Read(string html, ListSelectors selectors) => ListPage.Read(Encoding.UTF8.GetBytes(html), Url, selectors);
}
