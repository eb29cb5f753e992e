using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading.Metadata;

public sealed class AuthorsTests
{
    private static IReadOnlyList<string> AuthorsOf(string html) => ArticleReader.Read(html, new Uri("https://quay.example/crane")).Authors;

    [Theory]
    [InlineData("""{"@type":"NewsArticle","author":{"@type":"Person","name":"Ada Quill"}}""", "Ada Quill")]
    [InlineData("""{"@type":"NewsArticle","author":[{"name":"Ada Quill"},{"name":"Bo Reed"}]}""", "Ada Quill|Bo Reed")]
    [InlineData("""{"@type":"NewsArticle","author":"By Ada Quill and Bo Reed"}""", "Ada Quill|Bo Reed")]
    [InlineData("""{"@type":"NewsArticle","author":["Ada Quill","Bo Reed"]}""", "Ada Quill|Bo Reed")]
    [InlineData("""{"@type":"NewsArticle","author":[["Ada Quill"],{"@type":"Person","name":["Bo Reed","Cy Dell"]}]}""", "Ada Quill|Bo Reed|Cy Dell")]
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

    [Theory]
    [InlineData("<p class=byline><span class=author-name>Ada Quill</span><span class=author-role>Founder</span></p>")]
    [InlineData("<p>Written by <a href=/authors/ada-quill>Ada Quill</a>, reviewed by <a href=/authors/bo-reed>Bo Reed</a></p>")]
    [InlineData("<p>Contributors: Ada Quill</p>")]
    public void A_byline_s_own_elements_tell_the_name_from_the_rest(string line) => Assert.Equal(["Ada Quill"], AuthorsOf(OwnPages.Page(before: line)));

    [Theory]
    [InlineData("<h4>Article by</h4><div>Ada Quill</div>")]
    [InlineData("<div class=author-box><h4>Ada Quill</h4><p>Ada has looked at cranes for thirty years, from below and from above.</p></div>")]
    public void A_name_at_the_end_counts(string end) =>
        Assert.Equal(["Ada Quill"], AuthorsOf(OwnPages.Page($"{OwnPages.Paragraphs}{OwnPages.Paragraphs}{OwnPages.Paragraphs}{OwnPages.Paragraphs}{OwnPages.Paragraphs}{OwnPages.Paragraphs}", after: end)));

    [Theory]
    [InlineData("<aside><h6>Author(s)</h6><ul><li>Ada Quill</li><li>Bo Reed</li><li>Read more</li></ul></aside>")]
    [InlineData("<p>By Dr Ada van der Quill, Bo Reed</p>", "Dr Ada van der Quill|Bo Reed")]
    [InlineData("<p class=byline>By <a href=/author/ada>Ada Quill</a> and <a href=/author/bo>Bo Reed</a>, who have looked at cranes for thirty years between them, from below, from above, and once, when the wind blew, from within, and have been asked not to.</p>")]
    public void Several_are_all_named(string lines, string names = "Ada Quill|Bo Reed") => Assert.Equal(names.Split('|'), AuthorsOf(OwnPages.Page(before: lines)));

    [Theory]
    [InlineData("Ada Quill, The Quay Post Newsroom")]
    [InlineData("Ada Quill - Head of Cranes")]
    public void Where_a_person_works_is_no_author(string line) => Assert.Equal(["Ada Quill"], AuthorsOf(OwnPages.Page(head: $"<meta name=author content=\"{line}\">")));

    [Fact]
    public void A_byline_that_readers_see_wins_over_who_put_the_page_up() =>
        Assert.Equal(["Ada Quill"], AuthorsOf(OwnPages.Page(head: "<meta name=author content=\"Pia Upload\">", before: "<p>By Ada Quill</p>")));

    [Fact]
    public void A_shorter_form_of_the_same_name_does_not() =>
        Assert.Equal(["Ada M. Quill"], AuthorsOf(OwnPages.Page(head: "<meta name=author content=\"Ada M. Quill\">", before: "<p>By Ada Quill</p>")));

    [Fact]
    public void Degrees_stay_with_their_name() => Assert.Equal(["Ada Quill, MD, Ph.D", "Bo Reed"], AuthorsOf(OwnPages.Page(head: "<meta name=author content=\"Ada Quill, MD, Ph.D. and Bo Reed\">")));

    [Fact]
    public void A_person_on_the_page_wins_over_a_log_in() => Assert.Equal(["Ada Quill"], AuthorsOf(OwnPages.Page(head: "<meta name=author content=aquill7>", before: "<p>By Ada Quill</p>")));

    [Fact]
    public void A_site_that_bears_its_writer_s_name_is_hers() =>
        Assert.Equal(["Ada Quill"], AuthorsOf("<html><head><title>Crane</title><meta property=og:site_name content=\"Ada Quill\"><meta name=author content=\"Ada Quill\"></head><body><h1>Crane</h1>" + OwnPages.Paragraphs + "</body></html>"));

    [Theory]
    [InlineData("<p>Photograph by Ada Quill</p>")]
    [InlineData("<p class=byline>LinkedIn Twitter Facebook Email</p>")]
    [InlineData("<p>DIY Crane Repair for Beginners</p>")]
    public void What_is_no_byline_names_nobody(string line) => Assert.Empty(AuthorsOf(OwnPages.Page(before: line)));

    [Theory]
    [InlineData("Par Ada Quill et Bo Reed")]
    [InlineData("Von Ada Quill und Bo Reed")]
    [InlineData("di Ada Quill e Bo Reed")]
    [InlineData("Por Ada Quill y Bo Reed")]
    [InlineData("Door Ada Quill en Bo Reed")]
    [InlineData("Av Ada Quill och Bo Reed")]
    [InlineData("Text: Ada Quill, Bo Reed Foto: Cy Dell")]
    [InlineData("Texte : Ada Quill et Bo Reed / Photos : Cy Dell")]
    [InlineData("Words: Ada Quill and Bo Reed | Pictures: Cy Dell")]
    [InlineData("Yazar: Ada Quill ve Bo Reed")]
    [InlineData("Автор: Ада Перова и Бо Тростин", "Ада Перова|Бо Тростин")]
    [InlineData("Текст: Ада Перова Фото: Сай Делл", "Ада Перова")]
    [InlineData("بقلم: ليلى حداد", "ليلى حداد")]
    [InlineData("記者：王曉梅、李國強", "王曉梅|李國強")]
    [InlineData("记者：王晓梅 李国强 摄影：张立", "王晓梅|李国强")]
    [InlineData("作者：王晓梅和李国强", "王晓梅|李国强")]
    [InlineData("碼頭時報／記者陳美玲／基隆報導", "陳美玲")]
    [InlineData("文：田中花子　写真：鈴木一郎", "田中花子")]
    [InlineData("김민지 기자", "김민지")]
    public void Bylines_of_many_languages_name_the_writers_and_not_the_photographer(string line, string names = "Ada Quill|Bo Reed") =>
        Assert.Equal(names.Split('|'), AuthorsOf(OwnPages.Page(before: $"<p>{line}</p>")));

    [Theory]
    [InlineData("José Ortega y Gasset")]
    [InlineData("Ana Costa e Silva")]
    public void A_name_with_an_and_in_it_stays_whole(string name) => Assert.Equal([name], AuthorsOf(OwnPages.Page(head: $"<meta name=author content=\"{name}\">")));

    [Theory]
    [InlineData("Staff Reporter")]
    [InlineData("Redaktion")]
    [InlineData("Newsroom")]
    [InlineData("Editorial Team")]
    [InlineData("La Rédaction")]
    [InlineData("Редакция")]
    public void Desks_are_nobody(string name)
    {
        Assert.Empty(AuthorsOf(OwnPages.Page(head: $"<meta name=author content=\"{name}\">")));
        Assert.Empty(AuthorsOf(OwnPages.Page(before: $"<p class=byline>By {name}</p>")));
    }

    [Fact]
    public void A_byline_wins_over_the_site_that_only_the_title_names() => Assert.Equal(["Ada Quill"], AuthorsOf($"""
        <html lang=fr><head><title>La grue reste en place - Nouvelle Jetée</title><meta name=author content="Nouvelle Jetée"></head>
        <body><a href="/">Nouvelle Jetée</a><h1>La grue reste en place</h1><p>Par Ada Quill</p>{OwnPages.Paragraphs}</body></html>
        """));

    [Fact]
    public void A_line_that_tells_of_a_text_is_no_byline() => Assert.Empty(AuthorsOf(OwnPages.Page(before: "<p>Text: the whole of the harbour act, as it was read out</p>")));
}
