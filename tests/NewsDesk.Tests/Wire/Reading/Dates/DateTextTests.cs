using NewsDesk.Wire.Reading.Dates;

namespace NewsDesk.Tests.Wire.Reading.Dates;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2026-03-04", "2026-03-04T00:00:00+00:00")]
    [InlineData("2026-03-04T05:06:07Z", "2026-03-04T05:06:07+00:00")]
    [InlineData("2026-03-04T23:30:00-05:00", "2026-03-04T23:30:00-05:00")]
    [InlineData("2026-03-04 05:06", "2026-03-04T05:06:00+00:00")]
    [InlineData("2026-03-04T05:06:07.123+0530", "2026-03-04T05:06:07+05:30")]
    public void Reads_what_machines_write_in_its_own_zone(string text, string expected) =>
        Assert.Equal(expected, DateText.ReadIso(text)?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", null));

    [Theory]
    [InlineData("0000-00-00")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("{{date}}")]
    [InlineData("yesterday")]
    [InlineData(null)]
    public void What_is_no_day_is_null(string? text) => Assert.Null(DateText.ReadIso(text));
}
