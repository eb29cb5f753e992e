namespace NewsDesk.Tests.Press.Rendering.Bounds;

/// <summary>Texts that would keep the parser busy for seconds are read only so far, and nothing of them is lost.</summary>
public sealed class CrowdedTextTests
{
    [Theory]
    [InlineData("[a](u) ", 450, "<a href=\"u\">a</a>")]
    [InlineData("*a* ", 450, "<em>a</em>")]
    [InlineData("`a` ", 900, "<code>a</code>")]
    public void A_paragraph_may_be_full_of_links_emphasis_and_code(string part, int times, string html)
    {
        var printed = Prints.PrintText(string.Concat(Enumerable.Repeat(part, times)));

        Assert.Equal(times, printed.Html.Split(html).Length - 1);
        Assert.Empty(printed.Warnings);
    }

    [Theory]
    [InlineData("[a](u) ", 5000, "[")]
    [InlineData("![a](", 5000, "!")]
    [InlineData("*a ", 5000, "*")]
    [InlineData("`a``b", 5000, "`")]
    [InlineData("a{b ", 5000, "{")]
    [InlineData("<a ", 5000, "<")]
    public void What_is_more_than_anybody_writes_stands_as_it_was_typed(string part, int times, string sign)
    {
        var printed = Prints.PrintText("First.\n\n" + string.Concat(Enumerable.Repeat(part, times)) + "\n\nLast [one](/x).");

        var warning = Assert.Single(printed.Warnings);
        Assert.Contains($"so many {sign} that", warning.Message, StringComparison.Ordinal);
        Assert.Equal(7, warning.Line);
        Assert.Contains(part.Trim(), printed.Text[(printed.Text.Length / 2)..], StringComparison.Ordinal);
        Assert.EndsWith("<p>Last <a href=\"/x\">one</a>.</p>\n", printed.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_table_is_a_table()
    {
        var printed = Prints.PrintText("|a|b|c|\n|-|-|-|\n" + string.Concat(Enumerable.Repeat("|*one*|[two](/x)||\n", 450)));

        Assert.Equal(450, printed.Html.Split("<em>one</em>").Length - 1);
        Assert.Empty(printed.Warnings);
    }

    [Fact]
    public void A_wide_row_above_thousands_of_empty_ones_is_no_table()
    {
        var row = string.Concat(Enumerable.Repeat("|-", 90));
        var printed = Prints.PrintText($"{row}\n{row}\n" + string.Concat(Enumerable.Repeat("|\n", 3000)));

        Assert.DoesNotContain("<table", printed.Html, StringComparison.Ordinal);
        Assert.Contains("so many | that", Assert.Single(printed.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_in_blocks_in_blocks_end_somewhere()
    {
        var printed = Prints.PrintText(string.Concat(Enumerable.Repeat("::: aside\n", 40)) + "Text\n" + string.Concat(Enumerable.Repeat(":::\n", 40)));

        Assert.Equal(12, printed.Html.Split("class=\"aside\"").Length - 1);
        Assert.Contains(printed.Warnings, warning => warning.Message.Contains("stands in too many others", StringComparison.Ordinal));
        Assert.Contains("Text", printed.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_address_used_a_thousand_times_prints_no_book()
    {
        var printed = Prints.PrintText($"[a]: https://a.example/{new string('a', 2000)}\n\n" + string.Concat(Enumerable.Repeat("[a]\n\n", 1000)));

        Assert.InRange(printed.Html.Length, 200_000, 600_000);
        Assert.Contains("longer than a book", Assert.Single(printed.Warnings).Message, StringComparison.Ordinal);
    }
}
