using NewsDesk.Archive;
using static NewsDesk.Tests.Archive.TestArchive;

namespace NewsDesk.Tests.Archive;

public sealed class PagingTests
{
    [Theory, OnBoth]
    public async Task Pages_follow_each_other_both_ways_without_a_gap_or_a_double(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync();
        // Three at each minute: the id must decide.
        for (var i = 0; i < 25; i++) await house.GivenArticleAsync(source, $"https://example.org/{i}", i / 3);

        var down = new List<Slice<ArticleLine>>();
        for (Place? at = null; down.Count == 0 || at is not null; at = down[^1].Older) down.Add(await PageAsync(house, at));
        var up = new List<Slice<ArticleLine>> { down[^1] };
        while (up[^1].Newer is { } newer) up.Add(await PageAsync(house, newer));
        up.Reverse();

        Assert.Equal([7, 7, 7, 4], down.Select(page => page.Items.Count));
        var all = down.SelectMany(page => page.Items).ToList();
        Assert.Equal(25, all.Select(line => line.Id).Distinct().Count());
        Assert.Equal(all.OrderByDescending(line => line.WireTime).ThenByDescending(line => line.Id), all);
        Assert.Equal(all.Select(line => line.Id), up.SelectMany(page => page.Items).Select(line => line.Id));
        Assert.Null(down[0].Newer);
    }

    [Theory, OnBoth]
    public async Task The_wire_is_filtered_by_source_category_and_language(Database on)
    {
        await using var house = await OpenAsync(on);
        var tech = await house.GivenSourceAsync("https://one.example/feed", "Tech");
        var news = await house.GivenSourceAsync("https://two.example/feed", "News");
        await house.GivenArticleAsync(tech, "https://one.example/a");
        await house.GivenArticleAsync(news, "https://two.example/a");

        Assert.Equal(tech, Assert.Single((await PageAsync(house, null, new WireFilter(SourceId: tech))).Items).SourceId);
        Assert.Equal(news, Assert.Single((await PageAsync(house, null, new WireFilter(Category: "News", Language: "en"))).Items).SourceId);
        Assert.Empty((await PageAsync(house, null, new WireFilter(Language: "fr"))).Items);

        await house.GivenSourceAsync("https://one.example/feed", "News");
        Assert.Equal(2, (await PageAsync(house, null, new WireFilter(Category: "News"))).Items.Count);
    }

    [Theory, OnBoth]
    public async Task A_language_is_one_list_whatever_its_regions(Database on)
    {
        await using var house = await OpenAsync(on);
        var source = await house.GivenSourceAsync();
        string?[] languages = ["en", "en-GB", "de", "en-US", null, "!"];
        for (var i = 0; i < 24; i++)
            await house.Articles.SaveAsync(AnArticle(source, $"https://e.org/{i}") with { Language = languages[i % 6], Published = Noon.AddMinutes(-i) }, $"{i}", Cancel);

        Assert.Equal(["de", "en"], await house.Articles.ListLanguagesAsync(Cancel));
        var first = await house.Articles.ListNewestAsync(null, 7, new(Language: "en"), Cancel);
        var second = await house.Articles.ListNewestAsync(first.Older, 7, new(Language: "en"), Cancel);
        var back = await house.Articles.ListNewestAsync(second.Newer, 7, new(Language: "en"), Cancel);
        Assert.Equal(["0", "1", "3", "6", "7", "9", "12", "13", "15", "18", "19", "21"], first.Items.Concat(second.Items).Select(line => line.Url[14..]));
        Assert.Equal(first.Items.Select(line => line.Id), back.Items.Select(line => line.Id));
        Assert.Null(second.Older);
        Assert.Empty((await house.Articles.ListNewestAsync(null, 7, new(Language: "!"), Cancel)).Items);
    }

    [Fact]
    public void A_place_survives_an_address_and_nothing_else_is_a_place()
    {
        foreach (var place in new[] { new Place(1_700_000_000_123, 42), new Place(-5, 1, TowardsNewer: true), new Place(long.MinValue, long.MaxValue) })
        {
            Assert.True(Place.TryParse(place.ToString(), out var read));
            Assert.Equal(place, read);
            Assert.Equal(place.ToString(), Uri.EscapeDataString(place.ToString()));
        }

        foreach (var text in new[] { null, "", "o", "o.", "o1", "x1.2", "o1.2.3", "o1.-2", "o99999999999999999999.1", "o 1.2", new string('9', 100_000) })
            Assert.False(Place.TryParse(text, out _), text);
    }

    private static Task<Slice<ArticleLine>> PageAsync(TestArchive house, Place? at, WireFilter? filter = null) =>
        house.Articles.ListNewestAsync(at, 7, filter ?? WireFilter.Everything, Cancel);
}
