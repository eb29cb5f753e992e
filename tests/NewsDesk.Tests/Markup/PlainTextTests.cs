using NewsDesk.Markup;

namespace NewsDesk.Tests.Markup;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("<h2>Head</h2>text<div>more</div>", "Head\n\ntext\n\nmore")]
    [InlineData("<p>a\n  b &amp; c&nbsp;d</p>", "a b & c d")]
    [InlineData("<ul><li>One</li><li><p>Two</p><ol><li>Three</li></ol></li></ul><p>End</p>", "One\nTwo\nThree\n\nEnd")]
    [InlineData("line<br>line<br><br>paragraph", "line\nline\n\nparagraph")]
    [InlineData("<pre>  a\n\n    b</pre><p>c</p>", "  a\n\n    b\n\nc")]
    [InlineData("<table><caption>T</caption><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", "T\n\nA\tB\n1\t2")]
    [InlineData("<p>x<img src=y alt=picture><script>z</script><style>z</style><svg><text>z</text></svg></p>", "x")]
    [InlineData("<dl><dt>T</dt><dd>D</dd></dl>", "T\nD")]
    [InlineData("<p><b>b</b><i>o</i>ld <em> spaced </em> out</p>", "bold spaced out")]
    [InlineData("<p>in&shy;vis&#8203;ible</p><p> </p><p></p>", "invisible")]
    [InlineData("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)")]
    [InlineData("", "")]
    public void Text_is_as_a_reader_would_copy_it(string html, string text) => Assert.Equal(text, PlainText.From(html));

    [Theory]
    [InlineData("  Nobody saw\r\n it go.\t")]
    [InlineData("in\u00ADvis\u200Bible\0 \u00A0and > more")]
    [InlineData("\f\ud800 half")]
    [InlineData("")]
    public void What_has_no_tag_is_told_as_if_it_had(string text) => Assert.Equal(PlainText.From(text + "<i></i>"), PlainText.From(text));

    [Theory]
    [InlineData(" ")]
    [InlineData("  ")]
    [InlineData("\n")]
    [InlineData(" \u00A0 ")]
    public void Long_texts_are_told_like_short_ones_wherever_their_blanks_stand(string blank)
    {
        for (var shift = 0; shift < 12; shift++)
        {
            string[] words = [new string('x', shift + 1), .. Enumerable.Range(0, 300).Select(i => i % 7 == 0 ? "é\u00ADté" : "moon")];
            Assert.Equal(string.Join(' ', words).Replace("\u00AD", "", StringComparison.Ordinal), PlainText.From(string.Join(blank, words)));
        }
    }

    [Fact]
    public void Cleaning_tells_the_text_of_what_it_leaves_but_for_the_names_of_video_players()
    {
        foreach (var html in Samples.Hostile.Concat(Samples.Harmless).Where(html => !html.Contains("<iframe", StringComparison.OrdinalIgnoreCase)
            && !html.Contains("<object", StringComparison.OrdinalIgnoreCase) && !html.Contains("<embed", StringComparison.OrdinalIgnoreCase)))
        {
            var (clean, text) = HtmlCleaner.CleanAndTell(html);

            Assert.Equal(HtmlCleaner.Clean(html), clean);
            Assert.Equal(PlainText.From(clean), text);
        }
    }

    [Fact]
    public void Of_a_node_its_inside_is_told()
    {
        using var document = CleanCheck.Parse("<p>no</p><div><p>yes</p>and yes</div>");

        Assert.Equal("yes\n\nand yes", PlainText.From(document.QuerySelector("div")!));
        Assert.Equal("and yes", PlainText.From(document.QuerySelector("div")!.LastChild!));
    }

    [Theory]
    [InlineData("Short.", 20, "Short.")]
    [InlineData("Two  \n lines", 20, "Two lines")]
    [InlineData("One sentence. Another sentence that is long.", 20, "One sentence. …")]
    [InlineData("He said “no.” Then he said yes to everything.", 20, "He said “no.” …")]
    [InlineData("Some words, that go on and on", 14, "Some words…")]
    [InlineData("Costs 3.5 billion of them in all", 12, "Costs 3.5…")]
    [InlineData("Donaudampfschifffahrtsgesellschaft", 10, "Donaudamp…")]
    [InlineData("東京は晴れです。明日は雨でしょう。そして", 13, "東京は晴れです。 …")]
    [InlineData("anything", 1, "…")]
    [InlineData("anything", 0, "")]
    public void An_excerpt_ends_where_a_reader_would_pause(string text, int length, string excerpt) => Assert.Equal(excerpt, PlainText.Excerpt(text, length));

    [Theory]
    [InlineData("😀😀😀😀😀😀")]
    [InlineData("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧")]
    [InlineData("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301")]
    [InlineData("𝔘𝔫 𝔦𝔠 𝔬𝔡𝔢 𝔘𝔫𝔦𝔠𝔬𝔡𝔢")]
    public void An_excerpt_never_cuts_a_character_and_never_is_longer_than_asked(string text)
    {
        var whole = System.Globalization.StringInfo.GetTextElementEnumerator(text);
        var ends = new HashSet<int> { 0 };
        while (whole.MoveNext()) ends.Add(whole.ElementIndex + whole.GetTextElement().Length);
        for (var length = 1; length < text.Length; length++)
        {
            var excerpt = PlainText.Excerpt(text, length);

            Assert.True(excerpt.Length <= length);
            Assert.EndsWith("…", excerpt, StringComparison.Ordinal);
            Assert.Contains(excerpt.TrimEnd('…', ' ').Length, ends);
        }
    }
}
