using AngleSharp.Html.Parser;
using NewsDesk.Wire.Reading.Blocks;

namespace NewsDesk.Tests.Wire.Reading.Blocks;

public sealed class BlockListTests
{
    private static BlockList Of(string body) => BlockList.Of(new HtmlParser().ParseDocument(body).Body!);

    [Fact]
    public void Blocks_end_where_a_browser_begins_a_new_line_of_thought()
    {
        var blocks = Of("loose <b>words</b><p>one <i>two</i></p>three<br>four<br><br>five<ul><li>six<li>seven</ul>").Blocks;

        Assert.Equal(["loose words", "one two", "three\nfour", "five", "six", "seven"], blocks.Select(block => block.Text), StringComparer.Ordinal);
    }

    [Fact]
    public void White_space_is_collapsed_but_in_code()
    {
        var blocks = Of("<p>a \n  b</p><pre>c\n  d</pre>").Blocks;

        Assert.Equal(["a b", "c\n  d"], blocks.Select(block => block.Text), StringComparer.Ordinal);
    }

    [Fact]
    public void Words_links_and_boxes_are_counted()
    {
        var page = Of("<div class=related-posts><p>See <a href=/x>the crane</a> now.</p></div>");
        var block = Assert.Single(page.Blocks);

        Assert.Equal((4, 2, 1), (block.Words, block.LinkWords, block.Links));
        Assert.True(block.Box.Around.HasFlag(Hint.Related));
        Assert.Equal(4, page.Boxes[0].Words);
    }

    [Fact]
    public void What_is_hidden_is_not_read_unless_there_is_nothing_else()
    {
        Assert.DoesNotContain(Of("<p style='display: none'>secret</p>" + OwnPages.Repeat($"<p>{OwnPages.First}</p>", 8)).Blocks, block => block.Text == "secret");
        Assert.Contains(Of($"<div style=display:none>{OwnPages.Paragraphs}</div>").Blocks, block => block.Text == OwnPages.First);
    }

    [Theory]
    [InlineData("post-body", Hint.Body)]
    [InlineData("articleBody", Hint.Body)]
    [InlineData("SiteNav main_menu", Hint.Navigation)]
    [InlineData("js-newsletter-box", Hint.Promotion)]
    [InlineData("kommentare", Hint.Comments)]
    internal void Names_give_hints(string name, Hint hint) =>
        Assert.True(Of($"<div class=\"{name}\">a</div>").Blocks[0].Box.Own.HasFlag(hint));
}
