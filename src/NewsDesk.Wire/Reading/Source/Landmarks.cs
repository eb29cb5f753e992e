using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Source;

/// <summary>The few elements of a page that data are read from, found in one walk through the many, each list in the page's order.</summary>
internal sealed class Landmarks
{
    private readonly List<IElement> _metas = [];
    private readonly List<IElement> _headlines = [];
    private readonly List<IElement> _authors = [];
    private readonly List<IElement> _dates = [];

    public IReadOnlyList<IElement> Metas => _metas;

    /// <summary>Every <c>h1</c>.</summary>
    public IReadOnlyList<IElement> Headlines => _headlines;

    /// <summary>What says of itself, as a link or in microdata, that it is the author.</summary>
    public IReadOnlyList<IElement> Authors => _authors;

    /// <summary>What says of itself, in the body, in microdata or as a microformat, that it is the day of publication.</summary>
    public IReadOnlyList<IElement> Dates => _dates;

    public static Landmarks Of(IDocument document)
    {
        var found = new Landmarks();
        if (document.DocumentElement is { } root) found.Walk(root, inBody: false);
        return found;
    }

    // Recursion is bounded by the depth that the parser allows.
    private void Walk(IElement element, bool inBody)
    {
        Look(element, inBody);
        inBody |= element.LocalName == "body";
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is IElement child) Walk(child, inBody);
        }
    }

    private void Look(IElement element, bool inBody)
    {
        if (element.LocalName == "meta") _metas.Add(element);
        else if (element.LocalName == "h1") _headlines.Add(element);
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            switch (attributes[i])
            {
                case { Name: "rel" or "itemprop", Value: "author" }:
                    if (_authors.Count == 0 || _authors[^1] != element) _authors.Add(element);
                    break;
                case { Name: "itemprop", Value: "datePublished" or "dateCreated" } when inBody:
                case { Name: "pubdate" } when inBody && element.LocalName == "time":
                case { Name: "title" } when inBody && element.LocalName == "abbr" && element.ClassList.Contains("published"):
                    if (_dates.Count == 0 || _dates[^1] != element) _dates.Add(element);
                    break;
            }
        }
    }
}
