using NewsDesk.Press.Typesetting;

namespace NewsDesk.Tests.Press.Typesetting;

public sealed class SetLineTests
{
    [Theory]
    [InlineData("Moon sold, buyers sought", "Moon sold, buyers sought")]
    [InlineData("It's the dogs' dinner", "It’s the dogs’ dinner")]
    [InlineData("\"Moon sold\", says mayor", "“Moon sold”, says mayor")]
    [InlineData("Mayor: 'Moon sold'", "Mayor: ‘Moon sold’")]
    [InlineData("He said \"she said 'no'\"", "He said “she said ‘no’”")]
    [InlineData("(\"So\") and [\"so\"]", "(“So”) and [“so”]")]
    [InlineData("\"Really?\"", "“Really?”")]
    [InlineData("The '90s, 'tis said, 1990's best", "The ’90s, ’tis said, 1990’s best")]
    [InlineData("'In the '90s' it was", "‘In the ’90s’ it was")]
    [InlineData("Moon -- sold --- again...", "Moon – sold — again…")]
    [InlineData("2019--2026", "2019–2026")]
    [InlineData("Why git commit --amend is evil", "Why git commit --amend is evil")]
    [InlineData("A 12\" record by a man of 5'10\"", "A 12\" record by a man of 5'10\"")]
    [InlineData("A 12\" record is \"heavy\"", "A 12\" record is “heavy”")]
    [InlineData("\"Never closed", "\"Never closed")]
    [InlineData("Never opened\"", "Never opened\"")]
    [InlineData("צה\"ל", "צה\"ל")]
    [InlineData("---- and ....", "---- and ....")]
    [InlineData("“Set” already – it’s", "“Set” already – it’s")]
    [InlineData("\" ' \"", "\" ' \"")]
    [InlineData("", "")]
    public void A_line_is_set_as_a_typesetter_would(string typed, string set)
    {
        Assert.Equal(set, SetLine.Of(typed, QuoteMarks.English));
        Assert.Equal(set, SetLine.Of(set, QuoteMarks.English));
    }

    [Theory]
    [InlineData("en-GB", "“A ‘b’”")]
    [InlineData("de", "„A ‚b‘“")]
    [InlineData("de-CH", "«A ‹b›»")]
    [InlineData("fr-CA", "«\u00A0A “b”\u00A0»")]
    [InlineData("sv", "”A ’b’”")]
    [InlineData("pl", "„A ‚b’”")]
    [InlineData("ru", "«A „b“»")]
    [InlineData("pt", "«A “b”»")]
    [InlineData("pt-BR", "“A ‘b’”")]
    [InlineData("es-MX", "“A ‘b’”")]
    [InlineData("da-DK", "»A ›b‹«")]
    [InlineData("nb", "«A ‘b’»")]
    [InlineData("tlh", "“A ‘b’”")]
    public void Each_language_has_its_marks(string language, string set) => Assert.Equal(set, SetLine.Of("\"A 'b'\"", QuoteMarks.Of(language)));

    [Fact]
    public void Whatever_is_typed_only_marks_change()
    {
        var random = new Random(20261121);
        const string Letters = "'\"-. ab1(é🌑";
        for (var round = 0; round < 5_000; round++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => Letters[random.Next(Letters.Length)]));
            Assert.Equal(Bare(typed), Bare(SetLine.Of(typed, QuoteMarks.English)));
        }
    }

    /// <summary>With what a typewriter has.</summary>
    private static string Bare(string text) => text.Replace('“', '"').Replace('”', '"').Replace('‘', '\'').Replace('’', '\'')
        .Replace("…", "...", StringComparison.Ordinal).Replace("—", "---", StringComparison.Ordinal).Replace("–", "--", StringComparison.Ordinal);
}
