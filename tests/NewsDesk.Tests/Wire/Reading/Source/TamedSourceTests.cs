using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Tests.Wire.Reading.Source;

public sealed class TamedSourceTests
{
    [Theory]
    [InlineData("<p>a<script>if (a < b) {}</script>b", "<p>ab")]
    [InlineData("<p>a<STYLE>p{}</STYLE >b", "<p>ab")]
    [InlineData("a<!-- <p> -->b", "ab")]
    [InlineData("a<svg><path d=\"M1\"/></svg>b", "ab")]
    [InlineData("1 < 2", "1 &lt; 2")]
    [InlineData("<p onclick=\"x()\" class=a>b", "<p class=\"a\">b")]
    [InlineData("<p title='say \"hm\"'>b", "<p title='say \"hm\"'>b")]
    [InlineData("<a href=/x?a=1>b</a>", "<a href=\"/x?a=1\">b</a>")]
    [InlineData("<title><b>x</title>", "<title><b>x</title>")]
    [InlineData("<br/>", "<br/>")]
    public void Leaves_what_reading_needs(string html, string tamed) => Assert.Equal(tamed, TamedSource.From(html).Html);

    [Fact]
    public void Hands_over_the_data_in_scripts()
    {
        var script = Assert.Single(TamedSource.From("<script type=\"application/ld+json\">{\"a\":1}</script><script src=x.js></script>").Scripts);

        Assert.True(script.IsLinkedData);
        Assert.Equal("{\"a\":1}", script.Text);
    }

    [Fact]
    public void Keeps_every_attribute_when_asked() =>
        Assert.Equal("<p onclick=\"x\" x-y=\"1\">b", TamedSource.From("<p onclick=x x-y=1>b", keepAllAttributes: true).Html);

    [Fact]
    public void Bounds_formatting_that_is_never_closed() =>
        Assert.True(TamedSource.From(OwnPages.Repeat("<b>a", 1_000)).Html.Split("<b>").Length < 30);
}
