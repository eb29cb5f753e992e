using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading.Metadata;

public sealed class AuthorsTests
{
    private static IReadOnlyList<string> AuthorsOf(string html) => ArticleReader.Read(html, new Uri("https://quay.example/crane")).Authors;

    [Theory]
    [InlineData("""{"@type":"NewsArticle","author":{"@type":"Person","name":"Ada Quill"}}""", "Ada Quill")]
    [InlineData("""{"@type":"NewsArticle","author":[{"name":"Ada Quill"},{"name":"Bo Reed"}]}""", "Ada Quill|Bo Reed")]
    [InlineData("""{"@type":"NewsArticle","author":"By Ada Quill and Bo Reed"}""", "Ada Quill|Bo Reed")]
    [InlineData("""{"@graph":[{"@type":"Article","author":{"@id":"#ada"}},{"@type":"Person","@id":"#ada","name":"Ada Quill"}]}""", "Ada Quill")]
    public void Structured_data_names_them(string json, string names) =>
        Assert.Equal(names.Split('|'), AuthorsOf(OwnPages.Page(head: $"<script type=\"application/ld+json\">{json}</script>")));

    [Theory]
    [InlineData("<meta name=author content=\"Ada Quill\">")]
    [InlineData("<meta name=\"twitter:label1\" content=\"Written by\"><meta name=\"twitter:data1\" content=\"Ada Quill\">")]
    public void Meta_names_them(string meta) => Assert.Equal(["Ada Quill"], AuthorsOf(OwnPages.Page(head: meta)));

    [Theory]
    [InlineData("<p>By Ada Quill</p>")]
    [InlineData("<p class=byline>Ada Quill</p>")]
    [InlineData("<p>Posted by Ada Quill on 4 March 2026</p>")]
    [InlineData("<p>Von Ada Quill</p>")]
    [InlineData("<p>Par Ada Quill</p>")]
    [InlineData("<p>Por Ada Quill</p>")]
    [InlineData("<p><a href=/authors/ada-quill>Ada Quill</a></p>")]
    [InlineData("<p>Ada Quill</p><p>March 4, 2026</p>")]
    public void A_line_beside_the_title_names_them(string line) => Assert.Equal(["Ada Quill"], AuthorsOf(OwnPages.Page(before: line)));

    [Theory]
    [InlineData("admin")]
    [InlineData("The Quay Post")]
    [InlineData("https://quay.example/people/3")]
    [InlineData("{{author}}")]
    public void What_is_no_person_is_left_out(string name) => Assert.Empty(AuthorsOf(OwnPages.Page(head: $"<meta name=author content=\"{name}\">")));

    [Fact]
    public void By_in_a_sentence_is_no_byline() =>
        Assert.Empty(AuthorsOf(OwnPages.Page(before: "<p>The crane was built by Hammer and Sons and is older than anyone who has ever been asked to look at it by day.</p>")));
}
