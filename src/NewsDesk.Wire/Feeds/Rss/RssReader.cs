using NewsDesk.Wire.Feeds.Dates;
using NewsDesk.Wire.Feeds.Html;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Rss;

/// <summary>RSS 0.91 to 2.0, and RSS 0.90 and 1.0, whose items lie beside the channel instead of in it.</summary>
internal static class RssReader
{
    public static Feed Read(XmlWalk xml, string format)
    {
        var channel = new RssChannel();
        if (xml.Name == "channel") ReadChannel(xml, channel);
        else ReadRoot(xml, channel);
        return channel.ToFeed(format);
    }

    private static void ReadRoot(XmlWalk xml, RssChannel channel)
    {
        if (xml.Name == "item")
        {
            channel.Items.Add(RssItem.Read(xml));
            return;
        }

        var root = xml.Depth;
        channel.RootLanguage ??= xml.Language;
        while (xml.NextChild(root))
        {
            if (xml.Name == "channel") ReadChannel(xml, channel);
            else if (xml.Name == "item") channel.Items.Add(RssItem.Read(xml));
        }
    }

    private static void ReadChannel(XmlWalk xml, RssChannel channel)
    {
        var depth = xml.Depth;
        channel.RootLanguage ??= xml.Language;
        while (xml.NextChild(depth))
        {
            if (xml.Name == "item") channel.Items.Add(RssItem.Read(xml));
            else channel.Take(xml);
        }
    }
}
