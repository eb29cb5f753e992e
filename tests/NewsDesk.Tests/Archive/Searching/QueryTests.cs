using NewsDesk.Archive.Searching;

namespace NewsDesk.Tests.Archive.Searching;

public sealed class QueryTests
{
    [Theory]
    [InlineData("moon landing", "moon, landing", "")]
    [InlineData("\"moon landing\" -fake", "moon landing", "fake")]
    [InlineData("“moon landing”", "moon landing", "")]
    [InlineData("-\"old news\" Moon", "moon", "old news")]
    [InlineData("moo* mo* -lan*", "moo*, mo", "lan*")]
    [InlineData("don't AT&T", "don t, at t", "")]
    [InlineData("\"not closed", "not closed", "")]
    [InlineData("a OR b AND c NOT d NEAR(e)", "a, or, b, and, c, not, d, near e", "")]
    [InlineData("- -- --- \"\" * -* \"-\" 😀", "", "")]
    [InlineData("--moon", "", "moon")]
    [InlineData("", "", "")]
    [InlineData(null, "", "")]
    public void What_was_typed_is_understood(string? typed, string wanted, string unwanted)
    {
        var query = Query.Parse(typed);
        Assert.Equal((wanted, unwanted), (Write(query.Wanted), Write(query.Unwanted)));
    }

    [Fact]
    public void A_query_without_end_is_cut()
    {
        var query = Query.Parse(string.Concat(Enumerable.Repeat("a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u ", 1000)));
        Assert.Equal(Query.MaxTerms, query.Wanted.Count);
        Assert.All(query.Wanted, term => Assert.True(term.Words.Count <= 16));
    }

    private static string Write(IEnumerable<Term> terms) =>
        string.Join(", ", terms.Select(term => string.Join(' ', term.Words) + (term.IsBeginning ? "*" : "")));
}
