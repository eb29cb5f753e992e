using NewsDesk.Wire.Stories.Figures;
using NewsDesk.Wire.Stories.Terms;

namespace NewsDesk.Tests.Wire.Stories;

public class TermsTests
{
    [Theory]
    [InlineData("Companies buy T-Mobile's rivals", "companies buy t mobile rivals")]
    [InlineData("U.S. court: O'Neill wins", "us court oneill wins")]
    [InlineData("Die Brücke, größer als je", "die brucke grosser als je")]
    [InlineData("$6.3 billion and 6,3 Milliarden", "6300000000 and 6300000000")]
    [InlineData("$2bn for 1,250 homes, 1.250 too", "2000000000 for 1250 homes 1250 too")]
    [InlineData("東京で地震", "東京 京で で地 地震")]
    [InlineData("... -- ''", "")]
    public void Words_are_read_plainly(string text, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Words.Of(text, 100).Select(word => word.Text.Replace("6.3E+09", "6300000000", StringComparison.Ordinal).Replace("2E+09", "2000000000", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("companies", "company")]
    [InlineData("buys", "buy")]
    [InlineData("crashes", "crash")]
    [InlineData("stopped", "stop")]
    [InlineData("running", "run")]
    [InlineData("bus", "bus")]
    [InlineData("glass", "glass")]
    public void Endings_are_taken_off(string word, string stem) => Assert.Equal(stem, Stem.Of(word));

    [Theory]
    [InlineData("The minister said that he will not go, and it was not a surprise to them", "en")]
    [InlineData("Der Minister sagte, dass er nicht gehen werde und das war keine Überraschung für die Partei", "de")]
    [InlineData("Le ministre a dit qu'il ne partira pas et ce n'est pas une surprise pour les élus", "fr")]
    [InlineData("El ministro dijo que no se irá y no es una sorpresa para los diputados", "es")]
    [InlineData("東京で大きな地震がありました", "ja")]
    [InlineData("Министр не уйдёт", "ru")]
    [InlineData("Kestrel recall", null)]
    public void Languages_are_told_by_their_small_words(string text, string? language) => Assert.Equal(language, LanguageGuess.Of(text));

    [Theory]
    [InlineData("6.3", 6.3)]
    [InlineData("6,3", 6.3)]
    [InlineData("1,250,000", 1250000)]
    [InlineData("1.250.000,50", 1250000.5)]
    [InlineData("12,000", 12000)]
    [InlineData("0,125", 0.125)]
    [InlineData("1'250", 1250)]
    [InlineData("12\u00a0000", 12000)]
    [InlineData("2031", 2031)]
    public void Numerals_are_read_as_printed(string raw, double value)
    {
        Assert.Equal(raw.Length, Numeral.EndOf(raw, 0));
        Assert.Equal(value, Numeral.Read(raw)!.Value, 6);
    }
}
