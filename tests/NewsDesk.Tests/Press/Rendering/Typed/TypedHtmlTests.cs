using System.Net;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Tests.Press.Rendering.Typed;

/// <summary>HTML that is typed into a text never takes the text after it along, and never passes for a part that the press makes.</summary>
public sealed class TypedHtmlTests
{
    public static TheoryData<string> Swallowing =>
    [
        "title", "textarea", "script", "style", "iframe", "noembed", "noframes", "noscript", "object", "template", "svg", "select", "xmp", "plaintext", "canvas", "datalist",
        "applet", "head",
    ];

    [Theory, MemberData(nameof(Swallowing))]
    public void A_tag_that_is_named_is_read_as_one_wherever_it_stands(string name)
    {
        foreach (var start in (string[])["The ", "", "Before\n", "> ", "- ", "# ", "| a |\n|---|\n| ", "::: aside\n", "A\n:   "])
        {
            var printed = Prints.PrintText($"{start}<{name}> **tag**\n\n:::\n\nThe *rest*.");

            Assert.Contains($"&lt;{name}&gt; <strong>tag</strong>", printed.Html, StringComparison.Ordinal);
            Assert.Contains("<p>The <em>rest</em>.</p>", printed.Html, StringComparison.Ordinal);
            Assert.Contains($"<{name}> tag", printed.Text, StringComparison.Ordinal);
            var told = Assert.Single(printed.Warnings, one => one.Message.StartsWith($"<{name}> ", StringComparison.Ordinal));
            Assert.Equal(5 + start.Count(letter => letter == '\n'), told.Line);
        }
    }

    [Theory]
    [InlineData("A <svg><desc> b", "A &lt;svg&gt; b")]
    [InlineData("A <meta charset=utf-8> b", "A &lt;meta charset=utf-8&gt; b")]
    [InlineData("A <!DOCTYPE html> b", "A &lt;!DOCTYPE html&gt; b")]
    [InlineData("<!DOCTYPE", "&lt;!DOCTYPE")]
    [InlineData("<!DOCTYPE html> b", "&lt;!DOCTYPE html> b")]
    [InlineData("<div><!--\nA", "&lt;!--\nA")]
    [InlineData("<div class=\"x\nA", "&lt;div class=&quot;x\nA")]
    [InlineData("<div>\n<a href=\"x\nA", "&lt;a href=\"x\nA")]
    [InlineData("<!-- A", "A")]
    [InlineData("<?php\nA", "&lt;?php\nA")]
    [InlineData("<![CDATA[ A", "A")]
    [InlineData("A <object><object></object> b", "b")]
    [InlineData("<p>A <svg><desc><b></svg> b</p>", "A &lt;svg&gt;")]
    [InlineData("<textarea>A</script> b", "&lt;textarea&gt;A")]
    public void So_is_whatever_else_is_begun_and_not_ended(string markdown, string shown)
    {
        var printed = Prints.PrintText($"{markdown}\n\nThe *rest*.");

        Assert.Contains(WebUtility.HtmlDecode(shown), WebUtility.HtmlDecode(printed.Html), StringComparison.Ordinal);
        Assert.Contains("<p>The <em>rest</em>.</p>", printed.Html, StringComparison.Ordinal);
        Assert.NotEmpty(printed.Warnings);
        Assert.All(printed.Warnings, warning => Assert.Contains("write it in backticks", warning.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A <!-- b 'c' -- \"d\"", "A &lt;!-- b ‘c’ – “d”", "<!--")]
    [InlineData("<!-- a -- b", "&lt;!-- a – b", "<!--")]
    [InlineData("A <a href=\"x\" title=\"y -- z *b*", "A &lt;a href=&quot;x&quot; title=&quot;y – z <em>b</em>", "<a")]
    [InlineData("A\n*b*<img src='x -- y' alt=", "A\n<em>b</em>&lt;img src='x -- y' alt=", "<img")]
    [InlineData("A <div class=\"x> b <em>c</em>", "A &lt;div class=&quot;x&gt; b <em>c</em>", "<div")]
    public void What_is_begun_like_a_tag_stays_as_it_was_typed(string markdown, string shown, string name)
    {
        var printed = Prints.PrintText(markdown);

        Assert.Contains(WebUtility.HtmlDecode(shown), WebUtility.HtmlDecode(printed.Html), StringComparison.Ordinal);
        var told = Assert.Single(printed.Warnings);
        Assert.StartsWith(name + " is never ended in its paragraph", told.Message, StringComparison.Ordinal);
        Assert.Equal(5 + markdown.Count(letter => letter == '\n'), told.Line);
    }

    [Theory]
    [InlineData("A --> b", "<p>A --&gt; b</p>\n")]
    [InlineData("x <b and y <time = 3, <x y=\"z\"", "<p>x &lt;b and y &lt;time = 3, &lt;x y=“z”</p>\n")]
    public void What_is_no_tag_is_not_told(string markdown, string html)
    {
        var printed = Prints.PrintText(markdown);

        Assert.Equal(html, printed.Html);
        Assert.Empty(printed.Warnings);
    }

    [Theory]
    [InlineData("A <script>let *fuck* = [x](/nowhere) ![](/gone.jpg) 1</script> b", "A  b")]
    [InlineData("A <svg>c <svg>d</svg> e</svg> b", "A  b")]
    [InlineData("A *<style>c</style>* <script>d</script><script>e</script> b", "A   b")]
    public void Words_that_nobody_reads_do_not_count(string markdown, string text)
    {
        var printed = Prints.PrintText(markdown);

        Assert.Equal(text, printed.Text);
        Assert.Equal(2, printed.WordCount);
        Assert.Empty(printed.Links);
        Assert.Equal(LanguageLevel.Clean, printed.Language);
        Assert.DoesNotContain("script", printed.Html, StringComparison.Ordinal);
        Assert.All(printed.Warnings, warning => Assert.Contains("is left out", warning.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A <script>alert(1)</script> b", "<p>A  b</p>\n", "<script>")]
    [InlineData("<title>A\n\nB</title>", null, "<title>")]
    [InlineData("<style>\na\n\nb\n</style>", "\n", "<style>")]
    [InlineData("A <iframe src=\"https://evil.example/\"></iframe> b", "<p>A  b</p>\n", "<iframe>")]
    public void What_the_cleaner_takes_out_is_told(string markdown, string? html, string name)
    {
        var printed = Prints.PrintText(markdown);

        if (html is not null) Assert.Equal(html, printed.Html);
        Assert.StartsWith(name, Assert.Single(printed.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A <iframe src=\"https://www.youtube.com/embed/abc\"></iframe> b", ">YouTube</a> b")]
    [InlineData("<div class=\"center\">\n\n*A*\n\n</div>", "<div class=\"center\">\n<p><em>A</em></p>")]
    [InlineData("<table>\n\n<tr>\n\n<td>A</td>\n\n</tr>\n\n</table>", "<td>A</td>")]
    [InlineData("<details><summary>A</summary>\n\nB\n\n</details>", "<p>B</p>")]
    [InlineData("- <input type=\"checkbox\" checked> A", "<input type=\"checkbox\" disabled=\"\" checked=\"\"> A")]
    [InlineData("<xmp>\nA *b*\n</xmp>", "<pre>A *b*\n</pre>")]
    [InlineData("<!-- A\n\nB -->\n\nC", "<p>C</p>")]
    [InlineData("A <b>b</b> <!-- c --> <kbd>d</kbd>", "<b>b</b>  <kbd>d</kbd>")]
    [InlineData("![A <title>](/media/moon.jpg)", "alt=\"A \"")]
    [InlineData("`<title>` and \\<title>", "<code>&lt;title&gt;</code> and &lt;title&gt;")]
    public void What_is_ended_or_harmless_is_HTML(string markdown, string html)
    {
        var printed = Prints.PrintText(markdown);

        Assert.Contains(html, printed.Html, StringComparison.Ordinal);
        Assert.Empty(printed.Warnings);
    }

    [Fact]
    public void No_part_of_the_press_can_be_typed()
    {
        var printed = Prints.PrintText("""
            <div class='signoff original-card wide'>

            A <span CLASS=byline class=wide>b</span> <i class="small sign&#111;ff">c</i>

            </div>
            """);

        Assert.Equal("<div class=\"wide\">\n<p>A <span>b</span> <i class=\"small\">c</i></p>\n</div>\n", printed.Html);
        Assert.Equal(["class=\"signoff\" is left out", "class=\"byline\" is left out", "class=\"signoff\" is left out"],
            printed.Warnings.Select(warning => warning.Message.Split(':')[0]), StringComparer.Ordinal);
        Assert.Equal([5, 7, 7], printed.Warnings.Select(warning => warning.Line));
    }

    [Fact]
    public void Ids_that_are_typed_are_none_of_the_pages()
    {
        var printed = Prints.PrintText("""
            <b id="content">A</b> [there](#content), [here](#a-heading) and <a href="#content">there</a>[^1]

            ## A heading

            ::: update 2026-06-24
            B
            :::

            [^1]: C
            """);

        Assert.Contains("<b id=\"at-content\">A</b> <a href=\"#at-content\">there</a>, <a href=\"#to-a-heading\">here</a> and <a href=\"#at-content\">there</a>", printed.Html, StringComparison.Ordinal);
        Assert.Contains("<section id=\"update-1\"", printed.Html, StringComparison.Ordinal);
        Assert.Contains("<li id=\"fn:1\">", printed.Html, StringComparison.Ordinal);
        Assert.Empty(printed.Warnings);
    }

    [Theory]
    [InlineData("<title>\n", 3000)]
    [InlineData("<div class=\"\n", 3000)]
    [InlineData("<!-- ", 3000)]
    [InlineData("<b><title></b> ", 3000)]
    [InlineData("<p>\n\n", 3000)]
    [InlineData("<a b=\" <a c=' ", 3000)]
    [InlineData("<!--\n", 9000)]
    public void Thousands_of_them_are_text_too(string markdown, int times)
    {
        var printed = Prints.PrintText(string.Concat(Enumerable.Repeat(markdown, times)) + "\n\nThe *rest*.");

        Assert.Contains("The <em>rest</em>.", printed.Html, StringComparison.Ordinal);
    }
}
