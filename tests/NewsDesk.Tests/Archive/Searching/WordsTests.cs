using System.Buffers;
using System.Text;
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

    /// <summary>Plain words are read as a whole and others letter by letter: nobody must see where the one ends and the other begins.</summary>
    [Fact]
    public void It_makes_no_difference_how_a_word_is_read()
    {
        const string Letters = "aZ3bb  -'.\né’ß東\u0301\u00ADĲ\ud83d\ude00";
#pragma warning disable CA5394 // Chance must come out the same each time.
        var random = new Random(7);
        for (var round = 0; round < 5_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Letters[random.Next(Letters.Length)]));
            Assert.Equal(LetterByLetter(text), Words.Of(text).Select(word => word.Folded));
        }
#pragma warning restore CA5394
    }

    private static List<string> LetterByLetter(string text)
    {
        var (words, word) = (new List<string>(), "");
        for (int at = 0, length; at < text.Length; at += length)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length) != OperationStatus.Done) rune = new Rune(' ');
            var folded = Words.Fold(rune);
            if ((folded is null || Words.StandsAlone(rune.Value)) && word.Length > 0)
            {
                words.Add(word);
                word = "";
            }

            if (folded is null) continue;
            if (Words.StandsAlone(rune.Value)) words.Add(folded);
            else if (word.Length + folded.Length <= Words.MaxLetters) word += folded;
        }

        if (word.Length > 0) words.Add(word);
        return words;
    }
}
