using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Rss;

/// <summary>RSS 0.91 to 2.0, and RSS 0.90 and 1.0, whose items lie beside the channel instead of in it.</summary>
internal static class RssReader
{
    public static Feed Read(XmlWalk xml, string format)
    {
        var channel = new RssChannel();
        do
        {
            Take(xml, channel);
        }
        while (channel.Items.Count < FeedReader.MaxItems && xml.NextChild(0)); // Where a feed was cut or pasted, items follow the root.
        return channel.ToFeed(format);
    }

    private static void Take(XmlWalk xml, RssChannel channel)
    {
        if (xml.Name is "item" or "channel")
        {
            TakeOutermost(xml, channel);
            return;
        }

        var root = xml.Depth;
        channel.RootLanguage ??= xml.Language;
        while (channel.Items.Count < FeedReader.MaxItems && xml.NextChild(root)) TakeOutermost(xml, channel);
    }

    private static void TakeOutermost(XmlWalk xml, RssChannel channel)
    {
        if (xml.Name == "item")
        {
            channel.Items.Add(RssItem.Read(xml));
        }
        else if (xml.Name == "channel")
        {
            var depth = xml.Depth;
            channel.RootLanguage ??= xml.Language;
            while (channel.Items.Count < FeedReader.MaxItems && xml.NextChild(depth)) channel.Take(xml);
        }
    }
}
