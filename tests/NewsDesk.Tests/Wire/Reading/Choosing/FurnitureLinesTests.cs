using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading.Choosing;

public sealed class FurnitureLinesTests
{
    private static readonly string Whole = $"{OwnPages.First}\n\n{OwnPages.Second}\n\n{OwnPages.Third}";

    private static string TextOf(string body) => ArticleReader.Read(OwnPages.Page(body, head: "<meta name=author content=\"Ada Quill\">"), new Uri("https://quay.example/crane")).Text;

    [Theory]
    [InlineData("<p>Advertisement</p>")]
    [InlineData("<p>ADVERTISEMENT</p>")]
    [InlineData("<p>Sponsored • Doctors hate this crane</p>")]
    [InlineData("<p>Anzeige</p>")]
    [InlineData("<p>إعلان</p>")]
    [InlineData("<p><b>You might also like:</b> <a href=/a>Seven piers you have never stood on</a></p>")]
    [InlineData("<p>Lire aussi : <a href=/a>Sept jetées</a></p>")]
    [InlineData("<p>Weiterlesen mit Bote+: <a href=/a>Vier Wochen für einen Euro</a></p>")]
    public void Adverts_and_pointers_in_the_middle_go(string line) =>
        Assert.Equal(Whole, TextOf($"<p>{OwnPages.First}</p>{line}<p>{OwnPages.Second}</p><p>{OwnPages.Third}</p>"));

    [Theory]
    [InlineData("<p>By Ada Quill</p>")]
    [InlineData("<p>Ada Quill, 4 March 2026</p>")]
    [InlineData("<p>4 March 2026</p>")]
    [InlineData("<p>7 min read</p>")]
    public void Credits_between_title_and_text_go(string line) => Assert.Equal(Whole, TextOf(line + OwnPages.Paragraphs));

    [Theory]
    [InlineData("<p>Share this:</p><p>Like Loading…</p><p>Related</p>")]
    [InlineData("<h3>You won't believe these</h3>")]
    [InlineData("<p>2026/03/04</p>")]
    [InlineData("<p>No comments:</p>")]
    public void What_follows_the_last_word_goes(string line) => Assert.Equal(Whole, TextOf(OwnPages.Paragraphs + line));

    [Theory]
    [InlineData("<p>Advertising is the art of saying so, said Ada Quill, and the crane said nothing.</p>")]
    [InlineData("<p>Related: the crane and the gull, by marriage.</p>")]
    public void Prose_that_begins_like_a_label_stays(string line) =>
        Assert.Contains(line[3..^4], TextOf($"<p>{OwnPages.First}</p>{line}<p>{OwnPages.Second}</p><p>{OwnPages.Third}</p>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Published 3 hours ago")]
    [InlineData("Updated on 4 March 2026 at 8:12 a.m.")]
    [InlineData("Stand: 04.03.2026, 08:12 Uhr")]
    [InlineData("Veröffentlicht vor 3 Stunden")]
    [InlineData("Publié le 4 mars 2026 à 8h12 • Lecture : 2 min")]
    [InlineData("Publicado el 4 de marzo de 2026 - Actualizado hace 3 horas")]
    [InlineData("04/03/2026 08h12 Atualizado há 2 horas")]
    [InlineData("Pubblicato il 4 marzo 2026 alle 8:12")]
    [InlineData("di Redazione")]
    [InlineData("Text: Karin Holm Foto: Erik Berg")]
    [InlineData("Опубликовано: 4 марта 2026, 08:12")]
    [InlineData("公開日：2026年3月4日 8時12分")]
    [InlineData("2026年03月04日 08:12 来源：码头日报 记者：王晓梅")]
    public void Bylines_and_days_of_many_languages_go(string line) => Assert.Equal(Whole, TextOf($"<p>{line}</p>{OwnPages.Paragraphs}"));

    [Theory]
    [InlineData("On 4 March 2026 the crane was told.")]
    [InlineData("Heute, drei Stunden später, steht der Kran noch.")]
    public void A_first_sentence_with_a_day_in_it_stays(string line) => Assert.StartsWith(line, TextOf($"<p>{line}</p>{OwnPages.Paragraphs}"), StringComparison.Ordinal);
}
