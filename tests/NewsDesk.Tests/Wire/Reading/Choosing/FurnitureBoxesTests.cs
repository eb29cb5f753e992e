using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading.Choosing;

public sealed class FurnitureBoxesTests
{
    private static readonly string Whole = $"{OwnPages.First}\n\n{OwnPages.Second}\n\n{OwnPages.Third}";

    private static readonly string[] ShortAndLong =
        ["The crane from the left, where it leans.", "The crane from the right, where it does not.", "Gulls.", "The crane at night, with the lights left on.", "The harbour, which may go in the autumn."];

    private static string TextOf(string body) => ArticleReader.Read(OwnPages.Page(body), new Uri("https://quay.example/crane")).Text;

    [Theory]
    [InlineData("<div class=sharedaddy><h3>Share this:</h3><ul><li><a href=#f>Click to share on Facebook (Opens in new window)</a></li><li><a href=#x>Click to share on X (Opens in new window)</a></li></ul></div>")]
    [InlineData("<aside class=related><h4>Mehr zum Thema</h4><ul><li><a href=/a>Sieben Stege, auf denen Sie nie standen</a></li></ul></aside>")]
    [InlineData("<div><p>Te puede interesar</p><p><a href=/a>Siete muelles</a></p></div>")]
    [InlineData("<div class=nieuwsbrief><h3>Blijf op de hoogte</h3><p>Schrijf je in voor onze nieuwsbrief en ontvang elke vrijdag het beste uit de haven.</p></div>")]
    [InlineData("<div class=gate><h2>Subscribe to continue reading</h2><p>You have read your last free article this month. Get unlimited access for $1 a week.</p><p>Already a subscriber? <a href=/login>Log in</a></p></div>")]
    [InlineData("<p>Abonnez-vous à La Jetée pour 1 € par mois.</p>")]
    [InlineData("<p>© 2026 The Quay Post. All rights reserved.</p>")]
    [InlineData("<p>© RIPRODUZIONE RISERVATA</p>")]
    [InlineData("<div><h3>関連記事</h3><ul><li><a href=/a>カモメ、月曜日に休む</a></li></ul></div>")]
    public void Boxes_that_say_what_they_are_go(string box)
    {
        Assert.Equal(Whole, TextOf($"<p>{OwnPages.First}</p>{box}<p>{OwnPages.Second}</p><p>{OwnPages.Third}</p>"));
        Assert.Equal(Whole, TextOf(OwnPages.Paragraphs + box));
    }

    [Theory]
    [InlineData("<p>The board has asked every gull to subscribe to the harbour's newsletter, and the gulls have asked the board, in a letter that ran to eleven pages and was signed with feet, whether the newsletter would be better to eat than the last one had been.</p>")]
    [InlineData("<blockquote><p>All rights reserved to the crane, said the crane, and the board wrote it down, because it had come to the meeting with a pen and wished to be seen to use it, whatever the crane might say to it or to anyone else about the matter.</p></blockquote>")]
    public void A_paragraph_that_speaks_of_such_things_stays(string paragraph) =>
        Assert.Contains(paragraph[(paragraph.IndexOf("<p>", StringComparison.Ordinal) + 3)..paragraph.IndexOf("</p>", StringComparison.Ordinal)], TextOf($"<p>{OwnPages.First}</p>{paragraph}<p>{OwnPages.Second}</p><p>{OwnPages.Third}</p>"), StringComparison.Ordinal);

    [Fact]
    public void Lists_in_the_text_keep_their_other_lines() =>
        Assert.Contains("Count the gulls", TextOf($"{OwnPages.Paragraphs}<ul><li>Count the gulls before they count you</li><li>Sign up for our newsletter!</li><li>Leave the crane where it is</li></ul><p>{OwnPages.First}</p>"), StringComparison.Ordinal);

    [Fact]
    public void Every_caption_of_a_row_is_kept()
    {
        var figures = string.Concat(ShortAndLong.Select((caption, at) => $"<figure><img src=/{at}.jpg width=800 height=600><figcaption>{caption}</figcaption></figure>"));
        var read = ArticleReader.Read(OwnPages.Page($"<p>Five views of a crane that is to stay where it is.</p><div class=gallery>{figures}</div>"), new Uri("https://quay.example/crane"));

        Assert.Contains("Gulls.", read.Text, StringComparison.Ordinal);
        Assert.Equal(ArticleKind.Gallery, read.Kind);
    }
}
