using NewsDesk.Wire.Feeds.Html;
using NewsDesk.Wire.Feeds.Xml;

namespace NewsDesk.Wire.Feeds.Authors;

/// <summary>Reads Atom's author element; one that holds only text, as RSS has it, is read as a line.</summary>
internal static class AuthorElement
{
    public static FeedAuthor? Read(XmlWalk xml)
    {
        string? name = null, email = null, link = null;
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "name" or "atom:name":
                    name ??= PlainText.OfEither(xml.ReadText());
                    break;
                case "email" or "atom:email":
                    email ??= PlainText.OfText(xml.ReadText());
                    break;
                case "uri" or "url" or "homepage" or "atom:uri" or "atom:url":
                    var address = xml.Base;
                    link ??= Links.Resolve(address, xml.ReadText());
                    break;
            }
        }

        if (name is null && email is null && link is null) return null;
        return name is not null && email is null && AuthorLine.Parse(name) is { } parsed
            ? parsed with { Url = link }
            : new FeedAuthor(name, email, link);
    }
}
