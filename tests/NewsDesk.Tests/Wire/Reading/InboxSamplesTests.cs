using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading;

/// <summary>The pages that the house ships in its inbox: each hides its article in another way.</summary>
public sealed class InboxSamplesTests
{
    private static ReadArticle Read(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "content", "inbox"))) folder = folder.Parent;
        return ArticleReader.Read(File.ReadAllBytes(Path.Combine(folder!.FullName, "content", "inbox", name + ".html")));
    }

    [Theory]
    [InlineData("ground-fault-sound-of-nobody")]
    [InlineData("hearth-and-horizon-hum-beneath-the-floor")]
    [InlineData("wexcombe-review-idle-dial-tone")]
    [InlineData("vista-viral-tolliver-flipped-the-script")]
    [InlineData("notes-from-the-landing-tone-in-the-cloud")]
    [InlineData("almamarr-hadderby-board-lift")]
    [InlineData("ledger-lantern-bench-bills-sleeper")]
    [InlineData("ledger-lantern-hadderby-shares-rise")]
    [InlineData("oberqueller-bote-sitzbank-rechnung")]
    [InlineData("paving-and-kerb-metered-seating")]
    [InlineData("port-selwyn-courant-hadderby-board-lift")]
    public void Has_a_title_and_its_text_without_furniture(string name)
    {
        var read = Read(name);

        Assert.NotNull(read.Title);
        Assert.True(read.Text.Split(' ').Length > 120, read.Text);
        foreach (var furniture in new[] { "cookie", "newsletter", "Sign up", "All rights reserved", "©", "</" })
            Assert.DoesNotContain(furniture, read.Text, StringComparison.OrdinalIgnoreCase);
    }
}
