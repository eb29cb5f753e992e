using NewsDesk.Wire.Stories;

namespace NewsDesk.Tests.Wire.Stories;

public class NearCopyTests
{
    private const string Agency = """
        The ferry Saint Oda hit the pier at Merrow on Monday evening with 240 people on board. Thirty-one passengers were injured, two of
        them seriously, the coastguard said. The captain had reported trouble with the reverse thruster shortly before the ship came in.
        Ambulances from three islands brought the wounded to the clinic in Kell, where doctors worked through the night.
        """;

    private static readonly DateTimeOffset Noon = new(2031, 5, 12, 12, 0, 0, TimeSpan.Zero);

    private static StoryDecision[] Add(params (string Title, string? Text)[] articles)
    {
        var grouper = new StoryGrouper();
        return [.. articles.Select((article, i) => grouper.Add(new StoryArticle("a" + i, article.Title, article.Text, null, null, Noon.AddMinutes(i))))];
    }

    [Fact]
    public void Syndicated_text_is_a_copy_of_the_first()
    {
        var found = Add(
            ("Ferry strikes pier at Merrow", Agency),
            ("Dozens hurt in Merrow ferry accident", Agency + " Harbour Radio will report."),
            ("Saint Oda rams Merrow pier", Agency.Replace("Monday evening", "Monday", StringComparison.Ordinal)));
        Assert.Null(found[0].CopyOf);
        Assert.Equal("a0", found[1].CopyOf);
        Assert.Equal("a0", found[2].CopyOf);
    }

    [Fact]
    public void A_report_in_other_words_is_no_copy()
    {
        var found = Add(
            ("Ferry strikes pier at Merrow", Agency),
            ("Saint Oda rams Merrow pier", """
                At least 28 people were injured when the ferry Saint Oda ran into the pier at Merrow on Monday. The ferry company, Isles Line,
                said that a thruster had failed. People were thrown from their seats, and a lorry slid into the bow door of the ship.
                """));
        Assert.Equal(found[0].Story, found[1].Story);
        Assert.Null(found[1].CopyOf);
    }

    [Fact]
    public void Without_texts_the_same_long_headline_is_a_copy_and_a_short_one_is_not()
    {
        var found = Add(
            ("Dozens injured as Saint Oda rams Merrow pier", null),
            ("Dozens injured as Saint Oda rams Merrow Pier", null),
            ("Merrow ferry crash", null),
            ("Merrow ferry crash", null));
        Assert.Equal("a0", found[1].CopyOf);
        Assert.Null(found[3].CopyOf);
    }
}
