using System.Text;
using System.Text.Json;
using NewsDesk.Press.Syndication;

namespace NewsDesk.Tests.Press.Syndication;

/// <summary>Half a character in any text is no reason for a feed not to be written.</summary>
public sealed class HalfCharactersTests
{
    private const string Half = "Moon \uD83C sold \u0001\uFFFE";

    private static readonly Publication Feed = new()
    {
        Id = "https://paper.example/atom.xml",
        Title = Half,
        Link = new("https://paper.example/"),
        Self = new("https://paper.example/feed.json"),
        Description = Half,
        Updated = DateTimeOffset.UnixEpoch,
        Entries =
        [
            new()
            {
                Id = "urn:x:1", Title = Half, Link = new("https://paper.example/1"), Html = $"<p>{Half}</p>", Summary = Half, Author = new(Half), Categories = [Half],
                Originals = [new(new("https://e.example/"), Half)], Published = DateTimeOffset.UnixEpoch, Language = "en", Level = "clean",
            },
        ],
    };

    public static TheoryData<string, Func<Publication, byte[]>> Writers => new() { { "json", JsonFeed.Write }, { "atom", AtomFeed.Write }, { "rss", RssFeed.Write } };

    [Theory, MemberData(nameof(Writers), DisableDiscoveryEnumeration = true)]
    public void It_is_left_out_and_the_rest_is_there(string format, Func<Publication, byte[]> write)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(write(Feed));

        Assert.Contains("Moon ", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0001', text);
        if (format != "json") return;
        using var json = JsonDocument.Parse(text);
        Assert.DoesNotContain("\\ud83c", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("urn:x:1", json.RootElement.GetProperty("items")[0].GetProperty("id").GetString());
    }
}
