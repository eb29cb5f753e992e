using NewsDesk.Press.Posts;

namespace NewsDesk.Tests.Press.Posts;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Moon sold: buyers sought!", "moon-sold-buyers-sought")]
    [InlineData("  --- What?! --- ", "what")]
    [InlineData("It's Kevin’s bench", "its-kevins-bench")]
    [InlineData("Über Größe, öfter ärgerlich", "ueber-groesse-oefter-aergerlich")]
    [InlineData("Crème brûlée à Łódź, señor", "creme-brulee-a-lodz-senor")]
    [InlineData("Ærø, Þór & Œuvre", "aeroe-thor-and-oeuvre")]
    [InlineData("Цены на Луну", "цены-на-луну")]
    [InlineData("月は売れた", "月は売れた")]
    [InlineData("Ⅳ ﬁn ①", "iv-fin-1")]
    [InlineData("50% off @ home", "50-percent-off-at-home")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("a/b?c#d&e=f", "a-b-c-d-and-e-f")]
    [InlineData("Search", "search-post")]
    [InlineData("FEED", "feed-post")]
    [InlineData("🚀🚀", "untitled")]
    [InlineData("", "untitled")]
    [InlineData("\uD83D", "untitled")]
    [InlineData("a\uDC00b", "a-b")]
    public void A_title_becomes_an_address(string title, string slug) => Assert.Equal(slug, Slug.From(title));

    [Fact]
    public void A_long_title_is_cut_between_words()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("moonlight", 40)));

        Assert.InRange(slug.Length, 60, Slug.MaxLength);
        Assert.EndsWith("moonlight", slug, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_without_end_is_cut_anyway() => Assert.Equal(Slug.MaxLength, Slug.From(new string('m', 1_000_000)).Length);

    [Fact]
    public void Made_twice_it_stays_the_same()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var title = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(1, 0x530)));
            var slug = Slug.From(title);

            Assert.NotEmpty(slug);
            Assert.InRange(slug.Length, 1, Slug.MaxLength + "-post".Length);
            Assert.Equal(slug, Slug.From(slug));
        }
    }
}
