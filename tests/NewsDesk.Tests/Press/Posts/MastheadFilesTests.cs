using NewsDesk.Press.Posts;

namespace NewsDesk.Tests.Press.Posts;

public sealed class MastheadFilesTests
{
    [Fact]
    public void A_persona_is_read_from_its_file()
    {
        var read = PersonaFile.Parse("""
            ---
            name: The Night Editor
            tagline: Awake since 1987
            image: /media/night.jpg
            accent: "#B3261E"
            accentDark: "#f99"
            language: strong
            links:
              - Home: https://night.example/
              - name: Here
                url: /persona/night
              - https://www.plain.example/x
            signOff: Ends with coffee.
            ---
            Has a *bio*.
            """, "content/personas/night-editor.md");

        Assert.Empty(read.Warnings);
        var persona = read.Persona!;
        Assert.Equal("night-editor", persona.Id);
        Assert.Equal("NE", persona.Initials);
        Assert.Equal("#b3261e", persona.Accent);
        Assert.Equal("#ff9999", persona.AccentDark);
        Assert.Equal(LanguageLevel.Strong, persona.Language);
        Assert.Equal([new NamedLink("Home", "https://night.example/"), new("Here", "/persona/night"), new("plain.example", "https://www.plain.example/x")], persona.Links);
        Assert.Equal("Has a *bio*.", persona.Markdown);
        Assert.True(persona.IsCalled("the night editor"));
        Assert.True(persona.IsCalled("night-editor"));
        Assert.False(persona.IsCalled("day-editor"));
    }

    [Theory]
    [InlineData("name: A\naccent: red", "is not a colour")]
    [InlineData("name: A\naccent: \"#12345g\"", "is not a colour")]
    [InlineData("name: A\naccent: \"#fff;background:url(x)\"", "is not a colour")]
    [InlineData("name: A\nlinks:\n  - Bad: javascript:alert(1)", "is not an address")]
    [InlineData("name: A\nlinks:\n  - Bad: //evil.example/", "is not an address")]
    [InlineData("name: A\nnickname: B", "not a key that is known here")]
    [InlineData("tagline: B", "the persona has no name")]
    public void What_is_wrong_with_a_persona_is_told(string frontMatter, string says)
    {
        var read = PersonaFile.Parse($"---\n{frontMatter}\n---\n", "content/personas/some-body.md");

        Assert.NotNull(read.Persona);
        Assert.Contains(says, Assert.Single(read.Warnings).Message, StringComparison.Ordinal);
        Assert.Null(read.Persona.Accent);
        Assert.Empty(read.Persona.Links);
    }

    [Fact]
    public void An_empty_site_file_gives_a_site_that_works()
    {
        var read = SiteFile.Parse("", "content/site.yml");

        Assert.Empty(read.Warnings);
        Assert.NotEmpty(read.Site.Title);
        Assert.Equal("en", read.Site.Language);
        Assert.Contains("satire", read.Site.Satire, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_site_is_read_from_its_file()
    {
        var read = SiteFile.Parse("""
            title: The Misgiving
            url: https://misgiving.example
            language: pt-BR
            navigation:
              - title: About
                url: /about
            """, "content/site.yml");

        Assert.Empty(read.Warnings);
        Assert.Equal("https://misgiving.example/", read.Site.Url!.AbsoluteUri);
        Assert.Equal("pt-BR", read.Site.Language);
        Assert.Equal(new NamedLink("About", "/about"), Assert.Single(read.Site.Navigation));
    }

    [Theory]
    [InlineData("url: misgiving.example", 1, "is not the address of a site")]
    [InlineData("title: A\nlanguage: Portuguese (Brazil)", 2, "is not a language tag")]
    [InlineData("title: A\nurl: [", 3, "not valid YAML")]
    [InlineData("titel: A", 1, "did you mean title?")]
    public void What_is_wrong_with_the_site_is_told_and_it_still_works(string yaml, int line, string says)
    {
        var read = SiteFile.Parse(yaml, "content/site.yml");

        Assert.Contains(read.Warnings, warning => warning.Line == line && warning.Message.Contains(says, StringComparison.Ordinal));
        Assert.NotEmpty(read.Site.Title);
        Assert.Null(read.Site.Url);
    }

    [Fact]
    public void A_page_takes_its_address_from_its_file_and_may_be_called_what_a_post_may_not()
    {
        var read = StaticPageFile.Parse("---\ntitle: About us\nsummary: Who we are.\n---\nWe are.\n", "content/pages/about.md");

        Assert.Empty(read.Warnings);
        Assert.Equal("about", read.Page!.Slug);
        Assert.Equal("About us", read.Page.Title);
        Assert.Equal("Who we are.", read.Page.Summary);
        Assert.Equal("We are.\n", read.Page.Markdown);
    }

    [Theory]
    [InlineData("#1f5f3a", "#628f75")]
    [InlineData("#000000", "#8c8c8c")]
    [InlineData("#ff8f85", "#ff8f85")]
    public void A_colour_for_dark_pages_is_made_where_none_is_given(string accent, string dark) =>
        Assert.Equal(dark, PersonaFile.Parse($"---\nname: A\naccent: \"{accent}\"\n---\n", "personas/a.md").Persona!.AccentDark);

    [Fact]
    public void A_colour_that_nobody_can_read_on_light_pages_is_told() =>
        Assert.Equal("accent \"#ffe08a\" is hard to read on light pages, where headings and marks are set in it: choose a darker one",
            Assert.Single(PersonaFile.Parse("---\nname: A\naccent: \"#ffe08a\"\n---\n", "personas/a.md").Warnings).Message);

    [Fact]
    public void A_site_stands_at_the_root_of_its_host()
    {
        var read = SiteFile.Parse("url: https://paper.example/sub/", "content/site.yml");

        Assert.Contains("write url: https://paper.example/", Assert.Single(read.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal("https://paper.example/", read.Site.Url!.AbsoluteUri);
    }
}
