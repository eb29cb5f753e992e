using System.Globalization;

namespace NewsDesk.Tests.Wire.Reading;

/// <summary>Pages built to be slow or deep, made when they are asked for.</summary>
internal sealed record HostileShape(string Name, Func<string> Html);

internal static class HostileShapes
{
    public static readonly IReadOnlyList<HostileShape> All =
    [
        new("200,000 siblings", () => OwnPages.Repeat("<p>a b c.", 200_000)),
        new("200,000 spans", () => OwnPages.Repeat("<span>a</span>", 200_000)),
        new("50,000 deep", () => OwnPages.Repeat("<div>", 50_000) + "text"),
        new("50,000 deep in lists", () => OwnPages.Repeat("<ul><li>", 25_000) + "text"),
        new("50,000 deep in tables", () => OwnPages.Repeat("<table><tr><td>", 17_000) + "text"),
        new("10 million letters", () => "<p>" + OwnPages.Repeat("word, and ", 1_000_000)),
        new("10 million letters without a space", () => "<p>" + new string('x', 10_000_000)),
        new("100,000 attributes", () => "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i}=1 "))) + ">text"),
        new("formatting never closed", () => OwnPages.Repeat("<b class=x><i>a<p>", 20_000)),
        new("links never closed", () => OwnPages.Repeat("<a href=/x>a<div>", 20_000)),
        new("text in tables", () => "<table>" + OwnPages.Repeat("a<b>c</b>", 50_000)),
        new("open tags", () => OwnPages.Repeat("<div", 100_000)),
        new("open comments", () => OwnPages.Repeat("<!--", 100_000)),
        new("open quotes", () => OwnPages.Repeat("<a title=\"", 100_000)),
        new("open scripts", () => OwnPages.Repeat("<script>", 100_000)),
        new("open titles", () => OwnPages.Repeat("<title>", 50_000)),
        new("end tags", () => OwnPages.Repeat("</p>", 200_000)),
        new("line breaks", () => OwnPages.Repeat("a<br>", 100_000)),
        new("headings", () => OwnPages.Repeat("<h1>Crane stays, harbour may go</h1>", 20_000)),
        new("times", () => OwnPages.Repeat("<time datetime=2026-03-04>4 March 2026</time> by Ada Quill<br><br>", 20_000)),
        new("structured data, deep", () => "<script type=application/ld+json>" + new string('[', 100_000) + "</script><p>a"),
        new("structured data, wide", () => "<script type=application/ld+json>[" + OwnPages.Repeat("""{"@type":"NewsArticle","author":{"name":"A B"}},""", 30_000) + "{}]</script><p>a"),
        new("class names", () => "<p class='" + OwnPages.Repeat("article-body ", 50_000) + "'>a"),
        new("frames", () => OwnPages.Repeat("<iframe><frameset>", 50_000)),
        new("selects", () => OwnPages.Repeat("<select><option>a", 50_000)),
        new("attributes in the text", () => "<p>" + OwnPages.Repeat("class=\"a\" ", 100_000)),
        new("dates in the text", () => OwnPages.Repeat("<p>1 2 3 4 5 6 7 8 9 10 11 12 march", 20_000)),
        new("nested tables and formatting", () => OwnPages.Repeat("<table><b><i><a href=x><td><p>", 10_000)),
        new("adoption, misnested", () => OwnPages.Repeat("<b><i><p></b></i><a><div></a>x", 30_000)),
        new("a megabyte of unclosed tags", () => OwnPages.Repeat("<p><em>a<li>", 90_000)),
        new("nested frames of text", () => "<div class=author-name>" + OwnPages.Repeat("By A B<p>Ada Quill</p>", 40_000)),
        new("inline names around blocks", () => "<a rel=author class=author-name href=/author/a>" + OwnPages.Repeat("<p>Ada Quill", 40_000)),
        new("published everywhere", () => OwnPages.Repeat("<div class=comment>", 200) + OwnPages.Repeat("<time pubdate datetime=2026-03-04>x</time>", 40_000)),
        new("marks in the title", () => "<title>a b c" + OwnPages.Repeat(" | d", 5_000) + "</title><p>a"),
        new("marks in the headline", () => "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"a b c" + OwnPages.Repeat(" | d", 500_000) + "\"}</script><p>a"),
        new("authors by reference", () => "<script type=application/ld+json>[{\"@type\":\"NewsArticle\",\"author\":[" + OwnPages.Repeat("{\"@id\":\"#x\"},", 50_000) + "{}]}," + OwnPages.Repeat("{\"@type\":\"Person\",\"@id\":\"#y\"},", 5_000) + "{}]</script><p>a"),
        new("names without end", () => "<meta name=author content=\"" + OwnPages.Repeat("By Ada Quill and ", 1_000) + "\"><p>By " + OwnPages.Repeat("Ada Quill and ", 100_000)),
        new("marks without letters", () => "<p>" + new string('•', 400_000) + "<p>" + OwnPages.Repeat("| ", 200_000)),
        new("figures without end", () => "<p>" + OwnPages.Repeat("20", 200_000) + "<p>" + OwnPages.Repeat("1/1/20 ", 50_000)),
        new("ten megabytes of data", () => "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + OwnPages.Repeat("word and ", 1_100_000) + "\"}</script><p>a"),
    ];
}
