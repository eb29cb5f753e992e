using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;
using NewsDesk.Press.Rendering.Citations;

namespace NewsDesk.Tests.Press.Rendering;

public sealed class PostHtmlTests
{
    [Fact]
    public void From_one_source_come_two_texts()
    {
        var printed = Prints.Print("""
            ---
            title: Shit happens
            summary: What the fuck.
            language: strong
            ---
            ## The fucking moon

            This is **fuck**ing [shit](https://shit.example/fuck "fucking title"), `fuck` and Shitake &amp; damn.

            ![a fucking moon](/fuck.jpg)

            ```
            fuck
            ```

            ::: spoiler Shit
            Damned.
            :::

            A source[@https://fuck.example/shit].

            ::: update 2026-11-06
            Fuck, no.
            :::

            ::: signoff
            Fuck off.
            :::
            """);

        Assert.Contains("This is <strong>fuck</strong>ing", printed.Html, StringComparison.Ordinal);
        Assert.Equal("Muck happens", printed.CleanTitle);
        Assert.Equal("What the f—.", printed.CleanSummary);
        Assert.Equal("What the fuck.", printed.Excerpt);
        Assert.Equal("What the f—.", printed.CleanExcerpt);
        Assert.Contains("<h2 id=\"to-the-fucking-moon\">The f— moon</h2>", printed.CleanHtml, StringComparison.Ordinal);
        Assert.Contains(
            "This is <strong>f—</strong> <a href=\"https://shit.example/fuck\" title=\"f— title\">muck</a>, <code>fuck</code> and Shitake &amp; darn.",
            printed.CleanHtml, StringComparison.Ordinal);
        Assert.Contains("src=\"/fuck.jpg\" alt=\"a f— moon\"", printed.CleanHtml, StringComparison.Ordinal);
        Assert.Contains("<pre><code>fuck\n</code></pre>", printed.CleanHtml, StringComparison.Ordinal);
        Assert.Contains("<summary>Muck</summary>\n<p>Darned.</p>", printed.CleanHtml, StringComparison.Ordinal);
        Assert.Contains("<span class=\"domain\">fuck.example</span>", printed.CleanHtml, StringComparison.Ordinal);
        Assert.Contains("<span class=\"domain\">fuck.example</span>", printed.CleanSourcesHtml, StringComparison.Ordinal);
        Assert.Equal("<div class=\"signoff\">\n<p>F— off.</p>\n</div>\n", printed.CleanSignOffHtml);
        Assert.Contains(": F—, no.", printed.CleanUpdatesHtml, StringComparison.Ordinal);
        Assert.Contains("muck, fuck and Shitake & darn.", printed.CleanText, StringComparison.Ordinal);
        Assert.Equal(LanguageLevel.Strong, printed.Language);
    }

    [Theory]
    [InlineData("f**u**ck", "f—<strong></strong>")]
    [InlineData("*sh*it", "<em>muck</em>")]
    [InlineData("SH**I**T", "MUCK<strong></strong>")]
    [InlineData("[fu](/x \"fuck\")ck", "<a href=\"/x\" title=\"f—\">f—</a>")]
    [InlineData("fu&shy;ck", "f—")]
    [InlineData("f\u200Bu\u200Dc\u034Fk", "f—")]
    [InlineData("shit[^1]\n\n[^1]: x", "muck<a")]
    [InlineData("un**shit**ted", "un<strong>shit</strong>ted")]
    [InlineData("*shit* **damn**", "<em>muck</em> <strong>darn</strong>")]
    [InlineData("*shi*\n*t*", "<em>shi</em>\n<em>t</em>")]
    public void A_word_is_one_whatever_stands_between_its_letters(string markdown, string clean)
    {
        var printed = Prints.PrintText(markdown);

        Assert.StartsWith("<p>" + clean, printed.CleanHtml, StringComparison.Ordinal);
        Assert.Equal(clean.Contains('—', StringComparison.Ordinal) || clean.Contains("muck", StringComparison.OrdinalIgnoreCase) ? LanguageLevel.Strong : LanguageLevel.Clean, printed.Language);
    }

    [Theory]
    [InlineData("language: clean", "Damn, oh fucking fuck.", "language says clean, but its words are strong, like \"fucking\": write")]
    [InlineData("language: mild", "Oh fuck.", "language says mild, but its words are strong")]
    [InlineData("language: clean", "Damn.", "language says clean, but its words are mild, like \"Damn\": write")]
    [InlineData("draft: false", "Damn.", "the post counts as clean, but its words are mild")]
    [InlineData("summary: Fuck", "Nothing.", "the post counts as clean, but its words are strong, like \"Fuck\": write")]
    public void Language_is_checked_against_what_the_post_says(string key, string text, string says)
    {
        var printed = Prints.Print($"---\ntitle: A title\n{key}\n---\n{text}");

        Assert.Contains(says, Assert.Single(printed.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_persona_that_swears_may_swear_without_saying_so()
    {
        var persona = new Persona { Id = "m", Name = "M", Initials = "M", Path = "m.md", Language = LanguageLevel.Strong };

        Assert.Empty(Prints.Print("---\ntitle: A\n---\nFuck.", Prints.Context with { Persona = persona }).Warnings);
        Assert.Single(Prints.Print("---\ntitle: A\nlanguage: mild\n---\nFuck.", Prints.Context with { Persona = persona }).Warnings);
    }

    [Fact]
    public void Text_has_paragraphs_and_none_of_the_furniture()
    {
        var printed = Prints.PrintText("""
            ## A heading

            It's *soft*[@https://x.example/] and "quoted"
            over two lines.

            - one
            - two

            ::: signoff
            The end.
            :::

            | a | b |
            |---|---|
            | 1 | 2 |

            <p>Typed &amp; <b>bold</b></p>

            ![alt](/x.png)
            """);

        Assert.Equal("A heading\n\nIt’s soft and “quoted” over two lines.\n\none\n\ntwo\n\na\tb\n\n1\t2\n\nTyped & bold\n\nThe end.", printed.Text);
        Assert.Equal(19, printed.WordCount);
        Assert.Equal(1, printed.ReadingMinutes);
    }

    [Theory]
    [InlineData("    fuck\n    \n\nfuck", "fuck\n\nf—")]
    [InlineData("`fuck `[@1] fuck", "fuck f—")]
    [InlineData("```\n\n\n\n```\nfuck", "f—")]
    [InlineData("a `fuck` b fuck `fuck`", "a fuck b f— fuck")]
    public void Code_stays_as_it_is_in_the_clean_text(string markdown, string clean) => Assert.Equal(clean, Prints.PrintText(markdown).CleanText);

    [Fact]
    public void The_excerpt_is_the_summary_or_the_first_paragraphs()
    {
        Assert.Equal("Short.", Prints.Print("---\ntitle: A\nsummary: Short.\n---\nText").Excerpt);

        var excerpt = Prints.PrintText("## Heading\n\n" + string.Concat(Enumerable.Repeat("The moon is ours now. ", 40))).Excerpt;
        Assert.StartsWith("The moon is ours now.", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 200, 280);
    }

    [Theory]
    [InlineData("", 0, 1)]
    [InlineData("It's a well-known fact — or is it?", 7, 1)]
    [InlineData("月は売れた。", 3, 1)]
    public void Words_are_counted_as_readers_count_them(string text, int words, int minutes)
    {
        var printed = Prints.PrintText(text);

        Assert.Equal(words, printed.WordCount);
        Assert.Equal(minutes, printed.ReadingMinutes);
    }

    [Fact]
    public void A_thousand_words_take_five_minutes() =>
        Assert.Equal(5, Prints.PrintText(string.Concat(Enumerable.Repeat("word ", 1000))).ReadingMinutes);

    [Fact]
    public void From_four_headings_on_there_is_a_table_of_contents()
    {
        Assert.Empty(Prints.PrintText("# a\n\n# b\n\n# c\n").Contents);

        var contents = Prints.PrintText("# a *b*\n\n## fuck\n\n# a b\n\n> # not this\n\n# d\n").Contents;
        Assert.Equal(
            [new Heading(2, "to-a-b", "a b", "a b"), new(3, "to-fuck", "fuck", "f—"), new(2, "to-a-b-2", "a b", "a b"), new(2, "to-d", "d", "d")],
            contents);
    }

    [Fact]
    public void Links_and_images_are_listed_as_written()
    {
        var printed = Prints.PrintText("[a](/x) <https://y.example/> ![i](/i.png) [m](mailto:a@b.example)\n\n::: video https://youtu.be/abc\n:::");

        Assert.Equal(["/x", "https://y.example/", "mailto:a@b.example", "https://www.youtube.com/watch?v=abc"], printed.Links.Select(link => link.Address), StringComparer.Ordinal);
        Assert.Equal(["/i.png"], printed.Images.Select(image => image.Address), StringComparer.Ordinal);
    }

    [Fact]
    public void Warnings_name_the_line_of_the_file()
    {
        var printed = Prints.Print("---\ntitle: A\n---\n\nText\n\n::: pul\nx\n:::\n\nA source[@3].\n");

        Assert.Equal([(7, true), (11, true)], printed.Warnings.Select(warning => (warning.Line, warning.File == "posts/2026-11-05-case.md")));
        Assert.Contains("did you mean ::: pull?", printed.Warnings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_post_prints_the_same_twice()
    {
        const string File = "---\ntitle: A\noriginals: [https://herald.example/moon]\n---\n# x\n\n# x\n\n[^1] [@1]\n\n[^1]: y\n";

        Assert.Equal(Prints.Print(File).WholeHtml, Prints.Print(File).WholeHtml);
        Assert.Equal(Prints.Print(File).Text, Prints.Print(File).Text);
    }

    [Fact]
    public void What_nests_too_deeply_is_shown_as_typed()
    {
        var printed = Prints.PrintText(new string('>', 5000) + " deep\nfuck <b>\n\nnext");

        Assert.Contains("nest too deeply", Assert.Single(printed.Warnings).Message, StringComparison.Ordinal);
        Assert.EndsWith("deep<br />\nfuck &lt;b&gt;</p>\n<p>next</p>\n", printed.Html, StringComparison.Ordinal);
        Assert.Contains("f— &lt;b&gt;", printed.CleanHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_longer_than_a_book_is_shown_as_typed()
    {
        var printed = Prints.PrintText(string.Concat(Enumerable.Repeat("*word* ", 70_000)));

        Assert.Contains("longer than", Assert.Single(printed.Warnings).Message, StringComparison.Ordinal);
        Assert.StartsWith("<p>*word* *word*", printed.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Bios_and_pages_are_printed_by_the_same_rules()
    {
        Assert.Equal("<h2 id=\"to-hi\">Hi</h2>\n<p>A “<em>fucking</em>” bio.</p>\n", PostHtml.RenderMarkdown("# Hi\r\nA \"*fucking*\" bio."));
        Assert.Equal("<p>A f— bio.</p>\n", PostHtml.RenderMarkdown("A fucking bio.", Prints.Context, isClean: true));
        Assert.Equal("<p>a</p>\n", PostHtml.RenderMarkdown("[a](javascript:alert(1))<script>alert(1)</script>"));
    }

    [Fact]
    public void What_a_post_mentions_can_be_asked_for_before_it_is_printed()
    {
        var post = PostFile.Parse("""
            ---
            title: A
            originals: [https://a.example/1]
            ---
            One[@https://b.example/2]. [@1; @https://c.example/3] mail@http
            ::: original https://d.example/4
            :::
            """, "a.md", default).Post!;

        Assert.Equal(["https://a.example/1", "https://b.example/2", "https://c.example/3", "https://d.example/4"],
            Mentioned.AddressesIn(post).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void An_excerpt_of_an_article_stays_within_fair_use_and_a_quote_is_the_writers_choice()
    {
        var known = new KnownOriginal { Url = "https://long.example/", Excerpt = string.Concat(Enumerable.Repeat("A long story. ", 100)) };
        var context = Prints.Context with { Originals = new Dictionary<string, KnownOriginal>(StringComparer.Ordinal) { [known.Url] = known } };

        var card = Assert.Single(Prints.Print("---\ntitle: A\noriginals: https://long.example/\n---\n", context).Cards);
        Assert.InRange(card.Excerpt!.Length, 200, 300);
        Assert.False(card.IsQuote);

        var quoted = Assert.Single(Prints.Print("---\ntitle: A\noriginals:\n  - url: https://long.example/\n    quote: Short.\n---\n", context).Cards);
        Assert.Equal("Short.", quoted.Excerpt);
        Assert.True(quoted.IsQuote);
    }
}
