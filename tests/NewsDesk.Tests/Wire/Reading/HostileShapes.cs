using System.Globalization;

namespace NewsDesk.Tests.Wire.Reading;

/// <summary>Pages built to be slow or deep, made when they are asked for.</summary>
internal sealed record HostileShape(string Name, Func<string> Html);

internal static class HostileShapes
{
    public static IReadOnlyList<HostileShape> All => [.. Known, .. Rarer];

    /// <summary>What is tried each time.</summary>
    public static readonly IReadOnlyList<HostileShape> Known =
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

    /// <summary>Tried with the long tests.</summary>
    public static readonly IReadOnlyList<HostileShape> Rarer =
    [
        new("rows of a table", () => "<table>" + OwnPages.Repeat("<tr><td>a<td>b, c and d.", 100_000)),
        new("tables in a paragraph's bold", () => OwnPages.Repeat("<b><table><tr><td><b>a</table>", 20_000)),
        new("posts of one class", () => OwnPages.Repeat("<div class=\"post item\"><p>Ada, who had a boat, sold it.</p></div>", 100_000)),
        new("posts of a class each", () => string.Concat(Enumerable.Range(0, 50_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"<div class='post-{i} author-{i * 7}'>By Ada {i}</div>")))),
        new("one attribute of ten megabytes", () => "<p title=\"" + new string('x', 10_000_000) + "\">text"),
        new("one class of a megabyte", () => "<p class=\"" + new string('x', 1_000_000) + "\">text" + OwnPages.Repeat("<p class=\"" + new string('y', 18_000) + "\">a", 400)),
        new("a picture in a million sizes", () => OwnPages.Page(after: "<img src=/a.jpg srcset=\"" + OwnPages.Repeat("/a.jpg 1x, ", 1_000_000) + "\">")),
        new("pictures written into the page", () => OwnPages.Page(after: OwnPages.Repeat("<img src=\"data:image/png;base64," + new string('A', 60_000) + "\">", 150))),
        new("pictures, deep", () => OwnPages.Repeat("<div class=gallery>", 240) + OwnPages.Repeat("<p>Ada sold the boat, and the harbour with it.<img src=/a.jpg data-src=/b.jpg>", 30_000)),
        new("bases", () => OwnPages.Repeat("<base href=https://quay.example/>", 50_000) + "<p>text"),
        new("links to the same", () => "<p>" + OwnPages.Repeat("<a href=/same rel=author>Ada Quill</a> ", 100_000)),
        new("a letter a node", () => "<p>" + OwnPages.Repeat("<i>a</i><!-- -->", 200_000)),
        new("comments", () => OwnPages.Repeat("<!-- a -- b -->", 500_000) + "<p>text"),
        new("templates", () => OwnPages.Repeat("<template><p>a", 50_000)),
        new("framesets", () => OwnPages.Repeat("<frameset><frame src=/a><noframes>a</noframes>", 50_000)),
        new("metas", () => string.Concat(Enumerable.Range(0, 50_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"<meta name='published-{i}' content='{i}'><meta name=author content='Ada Quill {i}'>")))),
        new("a meta of many names", () => "<meta property=\"" + string.Concat(Enumerable.Range(0, 3_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"a{i} "))) + "\" content=x>" + OwnPages.Repeat("<p>a", 10)),
        new("data scripts", () => OwnPages.Repeat("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":\"Ada Quill\",\"datePublished\":\"2026-03-04\"}</script>", 50_000) + "<p>text"),
        new("data, as deep as is read", () => "<script type=application/ld+json>[" + OwnPages.Repeat(OwnPages.Repeat("{\"@type\":\"Thing\",\"a\":[", 30) + OwnPages.Repeat("]}", 30) + ",", 5_000) + "{}]</script><p>a"),
        new("a program's state", () => "<p>a" + OwnPages.Repeat("<script type=application/json>{\"a\":[" + OwnPages.Repeat("\"some words and {more} of them\",", 50_000) + "1]}</script>", 6)),
        new("halves of characters in data", () => "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"" + OwnPages.Repeat("\\ud83d", 500_000) + "\"}</script><p>a"),
        new("a description without end", () => "<meta name=description content=\"" + OwnPages.Repeat("Ada | ", 3_000) + "\"><title>" + OwnPages.Repeat("Ada - ", 3_000) + "</title><h1>" + OwnPages.Repeat("Ada ", 100_000)),
        new("lines in nested names", () => OwnPages.Repeat("<span class=author-name itemprop=author>", 240) + OwnPages.Repeat("By Ada Quill<br><br>", 15_000)),
        new("times around times", () => OwnPages.Repeat("<time datetime=x>", 240) + OwnPages.Repeat("4 March 2026 <i>a</i>", 25_000)),
        new("entities", () => "<p>" + OwnPages.Repeat("&amp;&notit;&#x1F600;&nosuch;", 200_000)),
        new("spaces", () => "<p>" + new string(' ', 5_000_000) + "a" + OwnPages.Repeat(" \n", 1_000_000)),
        new("a date line without end", () => OwnPages.Repeat("<p>Published 3/4/2026 by Ada Quill and Bo Reed | 5 min read", 30_000)),
        new("lists in buttons in forms", () => OwnPages.Repeat("<form><button><ul><li><dl><dd>a", 20_000)),
        new("paragraphs' ends", () => OwnPages.Repeat("<div></p>", 100_000)),
        new("ruby and options", () => OwnPages.Repeat("<ruby>a<rt>b<rp>c", 30_000) + OwnPages.Repeat("<optgroup><option>", 30_000)),
        new("items of two families", () => OwnPages.Repeat("<li><dd>a", 20_000)),
        new("groups of options", () => OwnPages.Repeat("<optgroup>", 30_000) + OwnPages.Repeat("<div>a</div>", 20_000)),
        new("formulas", () => OwnPages.Repeat("<math><mi>a<annotation-xml><p>b", 30_000)),
    ];
}
