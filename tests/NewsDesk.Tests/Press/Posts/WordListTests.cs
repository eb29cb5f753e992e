using NewsDesk.Press.Posts;

namespace NewsDesk.Tests.Press.Posts;

public sealed class WordListTests
{
    private static readonly WordList Words = WordListFile.Parse("""
        strong:
          - fuck*
          - shit: muck
          - arse*: backside*
          - cunt
          - wank*
          - piss*: rain*
          - ficken*
        mild:
          - damn*: darn*
          - hell: heck
        exceptions:
          - arsenal
          - arsenic
          - wankel
        """, "language.yml").Words;

    [Theory]
    // As it stands, with endings, and in the writer's case.
    [InlineData("fuck", "f—")]
    [InlineData("Fuck", "F—")]
    [InlineData("FUCK", "F—")]
    [InlineData("fucking fuckers", "f— f—")]
    [InlineData("What the fuck?", "What the f—?")]
    [InlineData("fuck-all", "f—-all")]
    [InlineData("un-fucking-believable", "un-f—-believable")]
    [InlineData("“fuck”, he said", "“f—”, he said")]
    [InlineData("fuck’s sake", "f—’s sake")]
    [InlineData("_fuck_", "_f—_")]
    [InlineData("#fuckthis", "#f—")]
    // The desk's own words instead.
    [InlineData("shit", "muck")]
    [InlineData("Shit happens. SHIT!", "Muck happens. MUCK!")]
    [InlineData("arse, arses, Arsehole", "backside, backsides, Backsidehole")]
    [InlineData("pissing down", "raining down")]
    [InlineData("damned if I know", "darned if I know")]
    [InlineData("Damn", "Darn")]
    [InlineData("go to hell", "go to heck")]
    // Whole words and beginnings only, never what stands inside.
    [InlineData("Scunthorpe", "Scunthorpe")]
    [InlineData("Penistone and Clitheroe", "Penistone and Clitheroe")]
    [InlineData("Shitake mushrooms", "Shitake mushrooms")]
    [InlineData("a mishit", "a mishit")]
    [InlineData("Hello, shell", "Hello, shell")]
    [InlineData("arsenal arsenic Arsenal", "arsenal arsenic Arsenal")]
    [InlineData("a Wankel engine", "a Wankel engine")]
    [InlineData("Swank and swanky", "Swank and swanky")]
    [InlineData("parse the sparse farse", "parse the sparse farse")]
    [InlineData("Matsushita", "Matsushita")]
    [InlineData("cuntline", "cuntline")]
    [InlineData("cunt", "c—")]
    [InlineData("Zwickende Chicken", "Zwickende Chicken")]
    // Addresses lead somewhere.
    [InlineData("see https://fuck.example/shit now", "see https://fuck.example/shit now")]
    [InlineData("see www.shit.example/fuck, shit", "see www.shit.example/fuck, muck")]
    [InlineData("", "")]
    public void Strong_words_are_masked_or_replaced(string written, string clean) => Assert.Equal(clean, Words.Mask(written));

    [Fact]
    public void An_empty_list_masks_nothing() => Assert.Equal("fuck", WordList.Empty.Mask("fuck"));

    [Fact]
    public void A_found_word_knows_its_level_and_place()
    {
        var found = Words.FindIn("oh damn, fuck");

        Assert.Equal([(3, 4, LanguageLevel.Mild), (9, 4, LanguageLevel.Strong)], found.Select(word => (word.Start, word.Length, word.Word.Level)));
    }

    [Theory]
    [InlineData("strong:\n  - two words", 2, "is not one word")]
    [InlineData("stronk:\n  - fuck", 1, "did you mean strong?")]
    [InlineData("strong:\n  - \"*fuck\"", 2, "is not one word")]
    public void A_wrong_list_is_told(string yaml, int line, string says)
    {
        var warning = Assert.Single(WordListFile.Parse(yaml, "language.yml").Warnings);

        Assert.Equal(line, warning.Line);
        Assert.Contains(says, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_stem_of_a_long_text_is_found_and_masking_twice_changes_nothing()
    {
        var random = new Random(11);
        string[] parts = ["fuck", "shit", "arse", "moon", " ", " ", ", ", "ing", "<", "&", "’", "\n", "🚀", "é", "https://", "www.", "D"];
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => parts[random.Next(parts.Length)]));
            var once = Words.Mask(text);

            Assert.Equal(once, Words.Mask(once));
        }
    }
}
