using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Judging;
using NewsDesk.Wire.Reading.Metadata;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Tests.Wire.Reading.Judging;

public sealed class ForestTests
{
    [Fact]
    public void Tells_paragraphs_from_furniture()
    {
        var page = Page.Parse(OwnPages.Page(), new Uri("https://quay.example/crane"), keepAllAttributes: false);
        var scene = new Scene(BlockList.Of(page.Document.Body!), Facts.Of(page));

        var judged = Forest.Learned.Judge(scene);

        foreach (var block in scene.Page.Blocks)
        {
            if (block.Tag == "p" && block.Text is OwnPages.First or OwnPages.Second or OwnPages.Third) Assert.True(judged[block.Index] > 0.7, block.Text);
            if (block.Tag == "li") Assert.True(judged[block.Index] < 0.4, block.Text);
        }
    }

    [Fact]
    public void Every_trait_has_a_name_of_its_own() =>
        Assert.Equal(Traits.All.Count, Traits.All.Select(trait => trait.Name).Distinct(StringComparer.Ordinal).Count());
}
