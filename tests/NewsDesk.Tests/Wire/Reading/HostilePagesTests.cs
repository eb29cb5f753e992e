using System.Globalization;
using System.Text;
using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading;

/// <summary>Pages built to be slow or deep. Each answers at all, and within what a page may hold; a trap would not end.</summary>
public sealed class HostilePagesTests
{
    private const int MaxText = 4_000_000;

    public static TheoryData<string, string> Shapes => new()
    {
        { "200,000 siblings", OwnPages.Repeat("<p>a b c.", 200_000) },
        { "200,000 spans", OwnPages.Repeat("<span>a</span>", 200_000) },
        { "50,000 deep", OwnPages.Repeat("<div>", 50_000) + "text" },
        { "50,000 deep in lists", OwnPages.Repeat("<ul><li>", 25_000) + "text" },
        { "50,000 deep in tables", OwnPages.Repeat("<table><tr><td>", 17_000) + "text" },
        { "10 million letters", "<p>" + OwnPages.Repeat("word, and ", 1_000_000) },
        { "10 million letters without a space", "<p>" + new string('x', 10_000_000) },
        { "100,000 attributes", "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}=1 "))) + ">text" },
        { "formatting never closed", OwnPages.Repeat("<b class=x><i>a<p>", 20_000) },
        { "links never closed", OwnPages.Repeat("<a href=/x>a<div>", 20_000) },
        { "text in tables", "<table>" + OwnPages.Repeat("a<b>c</b>", 50_000) },
        { "open tags", OwnPages.Repeat("<div", 100_000) },
        { "open comments", OwnPages.Repeat("<!--", 100_000) },
        { "open quotes", OwnPages.Repeat("<a title=\"", 100_000) },
        { "open scripts", OwnPages.Repeat("<script>", 100_000) },
        { "open titles", OwnPages.Repeat("<title>", 50_000) },
        { "end tags", OwnPages.Repeat("</p>", 200_000) },
        { "line breaks", OwnPages.Repeat("a<br>", 100_000) },
        { "headings", OwnPages.Repeat("<h1>Crane stays, harbour may go</h1>", 20_000) },
        { "times", OwnPages.Repeat("<time datetime=2026-03-04>4 March 2026</time> by Ada Quill<br><br>", 20_000) },
        { "structured data, deep", "<script type=application/ld+json>" + new string('[', 100_000) + "</script><p>a" },
        { "structured data, wide", "<script type=application/ld+json>[" + OwnPages.Repeat("""{"@type":"NewsArticle","author":{"name":"A B"}},""", 30_000) + "{}]</script><p>a" },
        { "class names", "<p class='" + OwnPages.Repeat("article-body ", 50_000) + "'>a" },
        { "frames", OwnPages.Repeat("<iframe><frameset>", 50_000) },
        { "selects", OwnPages.Repeat("<select><option>a", 50_000) },
        { "attributes in the text", "<p>" + OwnPages.Repeat("class=\"a\" ", 100_000) },
        { "dates in the text", OwnPages.Repeat("<p>1 2 3 4 5 6 7 8 9 10 11 12 march", 20_000) },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Answers_within_bounds(string shape, string html)
    {
        var read = ArticleReader.Read(html, new Uri("https://quay.example/"));

        Assert.True(read.Text.Length <= MaxText, shape);
    }

    [Fact]
    public void Finds_the_article_beside_a_trap()
    {
        var read = ArticleReader.Read(OwnPages.Page(after: OwnPages.Repeat("<b id=x><div>", 3_000)), new Uri("https://quay.example/"));

        Assert.Contains(OwnPages.Second, read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_of_any_kind_are_read()
    {
        var noise = new byte[100_000];
        new Random(7).NextBytes(noise);

        Assert.NotNull(ArticleReader.Read(noise).Text);
        Assert.NotNull(ArticleReader.Read(Encoding.Unicode.GetPreamble()).Text);
    }
}
