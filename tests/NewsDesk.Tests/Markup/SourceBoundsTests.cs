using System.Text;
using AngleSharp.Dom;
using NewsDesk.Markup;

namespace NewsDesk.Tests.Markup;

/// <summary>
/// Source that is made to keep a parser busy for minutes, or to take all memory: what counts is that these tests end, and that the text
/// is still there.
/// </summary>
public sealed class SourceBoundsTests
{
    public static TheoryData<string, string> Traps => new()
    {
        { "200,000 paragraphs", Repeat("<p>x</p>", 200_000) },
        { "200,000 open list items", "<ul>" + Repeat("<li>x", 200_000) },
        { "50,000 divisions in each other", Repeat("<div>", 50_000) + "x" },
        { "50,000 lists in each other", Repeat("<ul><li>", 50_000) + "x" },
        { "50,000 spans, then divisions", Repeat("<span>", 50_000) + Repeat("<div>x</div>", 20_000) },
        { "ends that are ignored", Repeat("<span><div></span>", 50_000) + "x" },
        { "ends behind a wall", Repeat("<div><table><tr><td></div>", 30_000) + "x" },
        { "formatting never closed", Numbered(i => $"<font color={i}>", 50_000) + "x" },
        { "formatting never closed, in paragraphs", Numbered(i => $"<b id={i}><p>", 20_000) + "x" },
        { "formatting closed in the wrong place", Numbered(i => $"<p><i id={i}></p>x</i>", 5_000) + Numbered(i => $"<div><i id={i}></div>", 5_000) + Repeat("<p>x", 50_000) },
        { "items of two families in each other", Repeat("<li><dd>x", 20_000) },
        { "groups of options, then divisions", Repeat("<optgroup>", 30_000) + Repeat("<div>x</div>", 20_000) },
        { "lists in buttons in forms", Repeat("<form><button><ul><li><dl><dd>x", 20_000) },
        { "bases", Repeat("<base href=https://paper.example/>", 50_000) + "x" },
        { "links in each other", Repeat("<a href=/x><div>", 50_000) + "x" },
        { "tags in what looks like a style", "x<svg><desc><p></svg></p></desc><style>" + Repeat("<div>", 50_000) + "</style>" },
        { "tags in what looks like a comment", "x<script><!--<script></script><!-- </script>" + Repeat("<div>", 50_000) + "-->" },
        { "closed in themselves, or not", "<svg><p>" + Repeat("<g/>", 50_000) + Repeat("<div>x</div>", 20_000) },
        { "100,000 attributes", "<p " + Numbered(i => $"a{i}=1 ", 100_000) + ">x" },
        { "attributes added to those of before", "<body " + Numbered(i => $"a{i} ", 50_000) + "><body " + Numbered(i => $"b{i} ", 50_000) + ">x" },
        { "10 MB of text", Repeat("word ", 2_000_000) + "x" },
        { "10 MB of tags", "x" + Repeat("<p>", 3_300_000) },
        { "an unclosed script of 10 MB", "x<script>" + Repeat("</scrip", 1_400_000) },
        { "an unclosed comment", "x" + Repeat("<!--", 1_000_000) },
    };

    [Theory, MemberData(nameof(Traps))]
    public void A_trap_holds_nobody_up(string what, string html)
    {
        var clean = HtmlCleaner.Clean(html, new Uri("https://paper.example/"));

        Assert.True(clean.Contains('x', StringComparison.Ordinal), $"{what}: the text is lost");
        Assert.InRange(PlainText.From(html).Length, 1, html.Length);
    }

    [Fact]
    public void A_tree_deeper_than_any_stack_is_read_to_its_end()
    {
        using var document = CleanCheck.Parse("");
        INode at = document.Body!;
        for (var i = 0; i < 50_000; i++) at = at.AppendChild(document.CreateElement(i % 2 == 0 ? "div" : "b"));
        at.TextContent = "the end";

        Assert.Contains("the end", HtmlCleaner.Clean(document.Body!), StringComparison.Ordinal);
        Assert.Equal("the end", PlainText.From(document.Body!));
    }

    [Fact]
    public void What_is_within_the_bounds_is_left_alone()
    {
        var page = string.Concat(Samples.Hostile) + Repeat("<div><p>x<br><ul><li>y</ul></div>", 2_000) + "<script>" + Repeat("a<b;", 5_000) + "</script>";

        Assert.Same(page, SourceBounds.Within(page));
    }

    [Fact]
    public void Items_that_do_not_close_each_other_count_as_nested()
    {
        Assert.Equal(Repeat("<li><dd>", 125) + Repeat("x", 300), SourceBounds.Within(Repeat("<li><dd>", 125) + Repeat("<li><dd>x", 300)));

        var lists = Repeat("<ul><li>x<dl><dt>y<dd>z</dl></ul>", 500) + "<ul>" + Repeat("<li><p>x", 500) + "</ul>";
        Assert.Same(lists, SourceBounds.Within(lists));
    }

    [Fact]
    public void Of_bases_some_are_left() =>
        Assert.Equal(Repeat("<base href=/a>", 8) + "x", SourceBounds.Within(Repeat("<base href=/a>", 50) + "x"));

    [Fact]
    public void Only_the_tags_beyond_a_bound_are_taken_out()
    {
        Assert.Equal(Repeat("<div>", 250) + "x" + Repeat("</div>", 250) + "<p>y",
            SourceBounds.Within(Repeat("<div>", 300) + "x" + Repeat("</div>", 300) + "<p>y"));
        Assert.Equal("<p a>", SourceBounds.Within("<p a>"));
        Assert.Equal("<p " + Repeat("a ", 250) + ">x", SourceBounds.Within("<p " + Repeat("a ", 1_000) + ">x"));
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Numbered(Func<int, string> text, int times) => string.Concat(Enumerable.Range(0, times).Select(text));
}
