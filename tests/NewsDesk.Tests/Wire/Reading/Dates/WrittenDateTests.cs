using NewsDesk.Wire.Reading.Dates;

namespace NewsDesk.Tests.Wire.Reading.Dates;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("March 4, 2026")]
    [InlineData("Mar. 4, 2026")]
    [InlineData("Posted on Wednesday, March 4th, 2026 at 9 am")]
    [InlineData("4 March 2026")]
    [InlineData("4th of March 2026")]
    [InlineData("Mittwoch, 4. März 2026, 09:30 Uhr")]
    [InlineData("4 mars 2026")]
    [InlineData("4 de marzo de 2026")]
    [InlineData("4 de março de 2026")]
    [InlineData("4 marzo 2026")]
    [InlineData("4 maart 2026")]
    [InlineData("4 марта 2026")]
    [InlineData("2026-03-04")]
    [InlineData("2026/3/4")]
    [InlineData("2026年3月4日")]
    [InlineData("04.03.2026")]
    public void Reads_what_people_write(string text) => Assert.Equal(new DateTimeOffset(2026, 3, 4, 0, 0, 0, TimeSpan.Zero), WrittenDate.Find(text, "en")?.Date);

    [Theory]
    [InlineData("03/04/2026", "en-US", "2026-03-04")]
    [InlineData("03/04/2026", "en-GB", "2026-04-03")]
    [InlineData("03/04/2026", "fr", "2026-04-03")]
    [InlineData("13/04/2026", null, "2026-04-13")]
    [InlineData("04/13/2026", null, "2026-04-13")]
    public void Figures_are_read_as_the_region_does(string text, string? language, string day) =>
        Assert.Equal(day, WrittenDate.Find(text, language)?.Date.ToString("yyyy-MM-dd", null));

    [Theory]
    [InlineData("03/04/2026")]
    [InlineData("31 February 2026")]
    [InlineData("call 12 34 2026")]
    [InlineData("March was 4 times colder than 2026")]
    [InlineData("1.2.3.2026")]
    [InlineData("")]
    public void Doubt_is_no_date(string text) => Assert.Null(WrittenDate.Find(text, null));
}
