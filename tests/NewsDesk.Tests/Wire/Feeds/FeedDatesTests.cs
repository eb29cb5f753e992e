using NewsDesk.Wire.Feeds;

namespace NewsDesk.Tests.Wire.Feeds;

/// <summary>Dates as feeds in the wild write them.</summary>
public sealed class FeedDatesTests
{
    [Theory]
    // RFC 822 and its relatives.
    [InlineData("Wed, 04 Mar 2026 09:05:06 GMT", "2026-03-04T09:05:06Z")]
    [InlineData("Wed, 4 Mar 2026 09:05:06 +0000", "2026-03-04T09:05:06Z")]
    [InlineData("Wed,4 Mar 2026 09:05:06 -0000", "2026-03-04T09:05:06Z")]
    [InlineData("4 Mar 26 09:05 EST", "2026-03-04T14:05:00Z")]
    [InlineData("04 Mar 99 09:05 Z", "1999-03-04T09:05:00Z")]
    [InlineData("Wed, 04-Mar-2026 09:05:06 UTC", "2026-03-04T09:05:06Z")]
    [InlineData("Wed, 04 March 2026 09:05:06 PDT", "2026-03-04T16:05:06Z")]
    [InlineData("Wed, 04 Mar 2026 09:05:06 +05:30", "2026-03-04T03:35:06Z")]
    [InlineData("Wed, 04 Mar 2026 09:05:06 GMT+0530", "2026-03-04T03:35:06Z")]
    [InlineData("Wed, 04 Mar 2026 09:05:06 +0100 (CET)", "2026-03-04T08:05:06Z")]
    [InlineData("Wed, 04 Mar 2026 09:05:06 CEST", "2026-03-04T07:05:06Z")]
    [InlineData("Wed, 04 Mar 2026 09:05:06 Etc/GMT", "2026-03-04T09:05:06Z")]
    [InlineData("Wed, 04 Mar 2026 09:05:06 XYZ", "2026-03-04T09:05:06Z")]
    [InlineData("Wed, 04 Mar 2026 9:5", "2026-03-04T09:05:00Z")]
    [InlineData("Wed, 04 Mar 2026 09:05:06.789 GMT", "2026-03-04T09:05:06.789Z")]
    [InlineData("Wed, 04 Mar 2026", "2026-03-04T00:00:00Z")]
    [InlineData("Wednesday, March 4, 2026 9:05 PM", "2026-03-04T21:05:00Z")]
    [InlineData("March 4th, 2026", "2026-03-04T00:00:00Z")]
    [InlineData("Wed, 04 Mar 2026 12:05 am EST", "2026-03-04T05:05:00Z")]
    [InlineData("Wed, 04 Mar 2026 24:00:00 GMT", "2026-03-05T00:00:00Z")]
    [InlineData("Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59Z")]
    // The C library, the date command, scripts in browsers.
    [InlineData("Wed Mar  4 09:05:06 2026", "2026-03-04T09:05:06Z")]
    [InlineData("Wed Mar 4 09:05:06 UTC 2026", "2026-03-04T09:05:06Z")]
    [InlineData("Wed Mar 4 09:05:06 -0800 2026", "2026-03-04T17:05:06Z")]
    [InlineData("Wed Mar 04 2026 09:05:06 GMT+0100 (Central European Standard Time)", "2026-03-04T08:05:06Z")]
    // W3C, RFC 3339, ISO 8601.
    [InlineData("2026-03-04T09:05:06Z", "2026-03-04T09:05:06Z")]
    [InlineData("2026-03-04t09:05:06z", "2026-03-04T09:05:06Z")]
    [InlineData("2026-03-04T09:05:06.123456789+01:00", "2026-03-04T08:05:06.1234567Z")]
    [InlineData("2026-03-04T09:05:06+0100", "2026-03-04T08:05:06Z")]
    [InlineData("2026-03-04T09:05-08", "2026-03-04T17:05:00Z")]
    [InlineData("2026-03-04T09:05:06 +01:00", "2026-03-04T08:05:06Z")]
    [InlineData("2026-03-04 09:05:06", "2026-03-04T09:05:06Z")]
    [InlineData("2026-03-04 09:05:06.7 EST", "2026-03-04T14:05:06.7Z")]
    [InlineData("2026-03-04", "2026-03-04T00:00:00Z")]
    [InlineData("2026-3-4", "2026-03-04T00:00:00Z")]
    [InlineData("2026-03", "2026-03-01T00:00:00Z")]
    [InlineData("2026", "2026-01-01T00:00:00Z")]
    [InlineData("20260304", "2026-03-04T00:00:00Z")]
    [InlineData("20260304T090506Z", "2026-03-04T09:05:06Z")]
    [InlineData("2026-063", "2026-03-04T00:00:00Z")]
    [InlineData("2026063", "2026-03-04T00:00:00Z")]
    [InlineData("26-063", "2026-03-04T00:00:00Z")]
    [InlineData("26063", "2026-03-04T00:00:00Z")]
    [InlineData("26-03-04", "2026-03-04T00:00:00Z")]
    [InlineData("260304", "2026-03-04T00:00:00Z")]
    [InlineData("-26-03", "2026-03-01T00:00:00Z")]
    [InlineData("-2603", "2026-03-01T00:00:00Z")]
    // Numbers.
    [InlineData("Wed, 2026/03/04 09:05:06 EDT", "2026-03-04T13:05:06Z")]
    [InlineData("04.03.2026 09:05", "2026-03-04T09:05:00Z")]
    [InlineData("Mi., 04.03.2026 - 09:05 Uhr", "2026-03-04T09:05:00Z")]
    [InlineData("3/4/2026 9:05:06 PM", "2026-03-04T21:05:06Z")]
    [InlineData("24/3/2026", "2026-03-24T00:00:00Z")]
    [InlineData("1772615106", "2026-03-04T09:05:06Z")]
    [InlineData("1772615106000", "2026-03-04T09:05:06Z")]
    // Other languages.
    [InlineData("Mi, 04 Mär 2026 09:05:06 +0100", "2026-03-04T08:05:06Z")]
    [InlineData("4. Dezember 2026, 9:05 Uhr", "2026-12-04T09:05:00Z")]
    [InlineData("mar., 06 janv. 2026 09:05:06 +0100", "2026-01-06T08:05:06Z")]
    [InlineData("4 août 2026", "2026-08-04T00:00:00Z")]
    [InlineData("mié, 04 mar 2026 09:05:06 GMT", "2026-03-04T09:05:06Z")]
    [InlineData("4 de outubro de 2026", "2026-10-04T00:00:00Z")]
    [InlineData("Ср, 04 мар 2026 09:05:06 +0300", "2026-03-04T06:05:06Z")]
    [InlineData("4 мая 2026", "2026-05-04T00:00:00Z")]
    [InlineData("Τετ, 04 Μάρ 2026 09:05:06 EST", "2026-03-04T14:05:06Z")]
    [InlineData("2026-március-4T9:05-05:00", "2026-03-04T14:05:00Z")]
    [InlineData("4 października 2026", "2026-10-04T00:00:00Z")]
    [InlineData("4. červenec 2026", "2026-07-04T00:00:00Z")]
    [InlineData("4. června 2026", "2026-06-04T00:00:00Z")]
    [InlineData("2026년 3월 4일 오후 9:05:06", "2026-03-04T12:05:06Z")]
    [InlineData("2026-03-04 오후 09:05:06", "2026-03-04T12:05:06Z")]
    [InlineData("2026年3月4日 09:05", "2026-03-04T09:05:00Z")]
    [InlineData("2026年3月4日9時5分", "2026-03-04T09:05:00Z")]
    public void A_date_is_read_as_the_instant_it_means(string written, string instant)
    {
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), Published(written));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("Wed, 31 Feb 2026 09:05:06 GMT")]
    [InlineData("Wed, 00 Mar 2026")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("2026-03-04T25:00:00Z")]
    [InlineData("2026-03-04T09:61:00Z")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("9999-12-31T23:59:59-12:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("1:2:3:4 Mar 4 2026")]
    [InlineData("99999999999999999999")]
    [InlineData("Mar")]
    public void What_is_no_date_is_none(string written) => Assert.Null(Published(written));

    private static DateTimeOffset? Published(string written)
    {
        var feed = $"<rss version='2.0'><channel><item><title>x</title><pubDate>{written}</pubDate></item></channel></rss>";
        var read = Assert.IsType<FeedRead.Read>(FeedReader.Read(System.Text.Encoding.UTF8.GetBytes(feed)));
        return Assert.Single(read.Feed.Items).Published;
    }
}
