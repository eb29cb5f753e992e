using System.Text;
using System.Xml.Linq;
using NewsDesk.Wire.Feeds;

namespace NewsDesk.Tests.Wire.Feeds;

/// <summary>What a correct writer of XML writes is read as it was meant, whatever letters it is made of.</summary>
public sealed class FeedRoundTripTests
{
    private static readonly string[] Letters =
    [
        "a", "Z", "7", " ", "  ", "\n", "&", "<", ">", "\"", "'", ";", "#", "&amp;", "&lt;", "]]", "é", "ß", "新", "😀",
        "<b>", "</b>", "<p x='1'>", "<!--",
    ];

    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 100));

    [Theory, MemberData(nameof(Seeds))]
    public void An_atom_entry_comes_back(int seed)
    {
        var (id, title, content) = Texts(seed);
        XNamespace atom = "http://www.w3.org/2005/Atom";

        var item = ItemOf(new XElement(atom + "feed", new XElement(atom + "entry",
            new XElement(atom + "id", id),
            new XElement(atom + "title", title),
            new XElement(atom + "content", new XAttribute("type", "html"), content))));

        Assert.Equal(id.Trim(), item.Id);
        Assert.Equal(string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), item.Title);
        Assert.Equal(content.Trim(), item.Content);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void An_rss_item_comes_back_escaped_or_in_a_section(int seed)
    {
        var (id, _, content) = Texts(seed);
        XNamespace module = "http://purl.org/rss/1.0/modules/content/";

        var item = ItemOf(new XElement("rss", new XElement("channel", new XElement("item",
            new XElement("guid", new XCData(id)),
            new XElement("description", content),
            new XElement(module + "encoded", new XCData(content))))));

        Assert.Equal(id.Trim(), item.Id);
        Assert.Equal(content.Trim(), item.Summary);
        Assert.Equal(content.Trim(), item.Content);
    }

    private static FeedItem ItemOf(XElement feed)
    {
        var read = Assert.IsType<FeedRead.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(feed.ToString(SaveOptions.DisableFormatting))));
        return Assert.Single(read.Feed.Items);
    }

#pragma warning disable CA5394 // The letters need no secrecy, but must come out the same each time.
    private static (string Id, string Title, string Content) Texts(int seed)
    {
        var random = new Random(seed);
        string Text() => "x" + string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Letters[random.Next(Letters.Length)]));
        return (Text(), Text(), Text());
    }
#pragma warning restore CA5394
}
