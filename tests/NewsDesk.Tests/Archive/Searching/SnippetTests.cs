using NewsDesk.Archive;
using NewsDesk.Archive.Searching;

namespace NewsDesk.Tests.Archive.Searching;

public sealed class SnippetTests
{
    [Fact]
    public void The_densest_stretch_is_shown_with_its_hits()
    {
        var text = $"Moon. {string.Join(' ', Enumerable.Range(0, 100).Select(i => $"w{i}"))} They sold the Moón, <b>all</b> of the moon {string.Join(' ', Enumerable.Range(100, 60).Select(i => $"w{i}"))}";
        var shown = Write(Snippet.Of(text, Query.Parse("moon \"they sold\"")));
        Assert.StartsWith("… w9", shown, StringComparison.Ordinal);
        Assert.Contains("w99 [They sold] the [Moón], <b>all</b> of the [moon] w100", shown, StringComparison.Ordinal);
        Assert.EndsWith(" …", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_is_shown_whole() =>
        Assert.Equal("(The [moons] are ours!)", Write(Snippet.Whole("(The moons are ours!)", Query.Parse("moo*"))));

    [Fact]
    public void Nothing_found_shows_the_beginning() =>
        Assert.Equal("Short text.", Write(Snippet.Of("Short text.", Query.Parse("moon"))));

    [Fact]
    public void Nothing_has_no_snippet() => Assert.Empty(Snippet.Of("", Query.Parse("moon")));

    private static string Write(IEnumerable<SnippetPart> parts) => string.Concat(parts.Select(part => part.IsHit ? $"[{part.Text}]" : part.Text));
}
