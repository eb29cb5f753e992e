using NewsDesk.Archive.Searching;

namespace NewsDesk.Tests.Archive.Searching;

public sealed class WordsTests
{
    [Theory]
    [InlineData("The Moon's SOLD: $6.3 billion!", "the moon s sold 6 3 billion")]
    [InlineData("Crème brûlée, ŁÓDŹ, Straße, Ærø, İstanbul", "creme brulee lodz strasse aero istanbul")]
    [InlineData("cre\u0300me", "creme")] // the accent as a letter of its own
    [InlineData("Ελλάς ΕΛΛΆΣ", "ελλασ ελλασ")]
    [InlineData("Москва́ ЁЖ", "москва еж")]
    [InlineData("東京都 と Tokyo", "東 京 都 と tokyo")]
    [InlineData("ＦＵＬＬ ﬁne x²", "full fine x2")]
    [InlineData("한국 뉴스", "한국 뉴스")]
    [InlineData("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth")]
    [InlineData("😀 -- \" ' ; \ud83d", "")]
    public void Text_is_read_as_folded_words(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Words.Of(text).Select(word => word.Folded)));

    [Fact]
    public void A_word_knows_where_it_stands()
    {
        const string Text = "Eh, «Crème» 東京.";
        Assert.Equal("Eh|Crème|東|京", string.Join('|', Words.Of(Text).Select(word => Text.Substring(word.Start, word.Length))));
    }

    [Fact]
    public void A_word_without_end_is_cut()
    {
        var word = Assert.Single(Words.Of(new string('a', 100_000)));
        Assert.Equal(Words.MaxLetters, word.Folded.Length);
        Assert.Equal(100_000, word.Length);
    }
}
