using System.Collections.Frozen;
using AngleSharp.Dom;
using NewsDesk.Markup.Bounds;
using static NewsDesk.Markup.Cleaning.Values;

namespace NewsDesk.Markup.Cleaning;

/// <summary>The allow-list of elements, each with the attributes that it may carry.</summary>
internal static class ElementTable
{
    private const string HtmlNamespace = "http://www.w3.org/1999/xhtml";
    private const string MathNamespace = "http://www.w3.org/1998/Math/MathML";
    private const Shape Block = Shape.EndsParagraph;
    private const string Player = " controls=\"\" preload=\"none\"";

    private static readonly KeyValuePair<string, AttributeValue>[] Everywhere =
    [
        new("title", Text), new("lang", Language), new("dir", Direction), new("id", Id), new("class", Classes), new("role", Role),
        new("aria-label", Text),
    ];

    private static readonly (string, AttributeValue)[] Cell =
    [
        ("align", Align), ("valign", VerticalAlign), ("colspan", Number), ("rowspan", Number), ("headers", IdList), ("scope", Scope),
        ("abbr", Text),
    ];

    private static readonly (string, AttributeValue)[] Aligned = [("align", Align), ("valign", VerticalAlign)];
    private static readonly (string, AttributeValue)[] Change = [("cite", Address), ("datetime", Moment)];
    private static readonly (string, AttributeValue)[] Gauge =
    [
        ("value", Decimal), ("min", Decimal), ("max", Decimal), ("low", Decimal), ("high", Decimal), ("optimum", Decimal),
    ];

    public static readonly FrozenDictionary<string, ElementRule> Rules = new[]
    {
        // Phrases.
        Keep("abbr"), Keep("b"), Keep("bdi"), Keep("bdo"), Keep("big"), Keep("br", Shape.Void), Keep("cite"), Keep("code"), Keep("dfn"),
        Keep("em"), Keep("i"), Keep("kbd"), Keep("mark"), Keep("ruby"), Keep("rp"), Keep("rt"), Keep("s"), Keep("samp"), Keep("small"),
        Keep("span"), Keep("strike"), Keep("strong"), Keep("sub"), Keep("sup"), Keep("tt"), Keep("u"), Keep("var"), Keep("wbr", Shape.Void),
        Keep("data", Shape.None, ("value", Text)), Keep("time", Shape.None, ("datetime", Moment)), Keep("q", Shape.None, ("cite", Address)),
        Keep("del", Shape.None, Change), Keep("ins", Shape.None, Change), Keep("meter", Shape.None, Gauge), Keep("progress", Shape.None, Gauge),

        // A link's address and rel are decided together, by Links.
        Keep("a", Shape.None, ("hreflang", Language), ("type", MediaType)),

        // Blocks.
        Keep("address", Block), Keep("article", Block), Keep("aside", Block), Keep("center", Block), Keep("div", Block, ("align", Align)),
        Keep("figcaption", Block), Keep("figure", Block), Keep("footer", Block), Keep("header", Block), Keep("hr", Block | Shape.Void),
        Keep("p", Block, ("align", Align)), Keep("pre", Block), Keep("section", Block), Keep("summary", Block),
        Keep("blockquote", Block, ("cite", Address)), Keep("details", Block, ("open", Switch)),
        Keep("h1", Block | Shape.Heading, ("align", Align)), Keep("h2", Block | Shape.Heading, ("align", Align)),
        Keep("h3", Block | Shape.Heading, ("align", Align)), Keep("h4", Block | Shape.Heading, ("align", Align)),
        Keep("h5", Block | Shape.Heading, ("align", Align)), Keep("h6", Block | Shape.Heading, ("align", Align)),

        // Lists.
        Keep("ul", Block | Shape.List, ("type", Marker)), Keep("dl", Block | Shape.List), Keep("dt", Block), Keep("dd", Block),
        Keep("ol", Block | Shape.List, ("start", Integer), ("reversed", Switch), ("type", Marker)), Keep("li", Block, ("value", Integer)),

        // Tables.
        Keep("table", Block, ("align", Align)), Keep("caption", Shape.Boundary, ("align", Align)),
        Keep("colgroup", Shape.None, [.. Aligned, ("span", Number)]), Keep("col", Shape.Void, [.. Aligned, ("span", Number)]),
        Keep("thead", Shape.None, Aligned), Keep("tbody", Shape.None, Aligned), Keep("tfoot", Shape.None, Aligned),
        Keep("tr", Shape.None, Aligned), Keep("td", Shape.Boundary, Cell), Keep("th", Shape.Boundary, Cell),

        // Pictures, sound and film: loaded late, and the other site is not told from where.
        Keep("picture"),
        Keep("img", Shape.Void, ("src", Picture), ("srcset", PictureSet), ("sizes", Text), ("alt", Text), ("width", Number), ("height", Number))
            with { Always = " loading=\"lazy\" decoding=\"async\" referrerpolicy=\"no-referrer\"" },
        Keep("source", Shape.Void, ("src", Address), ("srcset", PictureSet), ("sizes", Text), ("media", Text), ("type", MediaType),
            ("width", Number), ("height", Number)),
        Keep("video", Shape.None, ("src", Address), ("poster", Address), ("width", Number), ("height", Number)) with { Always = Player },
        Keep("audio", Shape.None, ("src", Address)) with { Always = Player },

        // Blocks whose meaning is the page's, not the text's.
        Division("body"), Division("dialog"), Division("dir"), Division("fieldset"), Division("form"), Division("hgroup"), Division("legend"),
        Division("main"), Division("menu"), Division("nav"), Division("search"),

        Preformatted("listing"), Preformatted("plaintext"), Preformatted("xmp"),
        Frame("iframe"), Frame("embed"), Frame("object"),

        // Hostile, or of no use without what was dropped.
        Drop("annotation"), Drop("annotation-xml"), Drop("applet"), Drop("area"), Drop("base"), Drop("basefont"), Drop("bgsound"),
        Drop("canvas"), Drop("datalist"), Drop("fencedframe"), Drop("frame"), Drop("frameset"), Drop("head"), Drop("input", Shape.Void), Drop("keygen"),
        Drop("link"), Drop("meta"), Drop("noembed"), Drop("noframes"), Drop("param"), Drop("portal"), Drop("script"), Drop("select"),
        Drop("style"), Drop("svg"), Drop("template"), Drop("textarea"), Drop("title"), Drop("track"),
    }.ToFrozenDictionary(rule => rule.Name, StringComparer.Ordinal);

    /// <summary>As tags are typed, in any case.</summary>
    private static readonly FrozenDictionary<string, ElementRule>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Rules.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The row for an element: one that is unknown is unwrapped, one of another language than HTML is hostile.</summary>
    public static ElementRule For(IElement element) => element.NamespaceUri switch
    {
        HtmlNamespace or null => Rules.GetValueOrDefault(element.LocalName, ElementRule.Unknown),

        // A formula is shown as the text in it, a drawing not at all.
        MathNamespace when Rules.GetValueOrDefault(element.LocalName) is not { Treatment: Treatment.Drop } => ElementRule.Unknown,
        _ => ElementRule.Hostile,
    };

    /// <summary>Also of those that are unwrapped, as far as a parser reads them in a way of their own.</summary>
    public static bool IsKnown(ReadOnlySpan<char> name) => ByName.ContainsKey(name) || Bounds.TagNames.KindOf(name) != TagKind.Plain;

    /// <summary>
    /// Whether what follows the start tag goes with the element until its end tag comes: it is dropped whole, or its content is no markup.
    /// </summary>
    public static bool TakesItsContent(ReadOnlySpan<char> name) =>
        ByName.TryGetValue(name, out var rule) && rule.Treatment is Treatment.Drop or Treatment.Frame
        || Bounds.TagNames.KindOf(name) == TagKind.Raw
        // The one never ends; the words in the other are for those without scripts.
        || name.Equals("plaintext", StringComparison.OrdinalIgnoreCase)
        || name.Equals("noscript", StringComparison.OrdinalIgnoreCase);

    private static ElementRule Keep(string name, Shape shape = Shape.None, params (string Name, AttributeValue Value)[] attributes) =>
        new(name, Treatment.Keep, shape,
            Everywhere.Concat(attributes.Select(a => KeyValuePair.Create(a.Name, a.Value))).ToFrozenDictionary(StringComparer.Ordinal));

    private static ElementRule Division(string name) => new(name, Treatment.Division, Shape.EndsParagraph, Nothing);

    private static ElementRule Preformatted(string name) => new(name, Treatment.Preformatted, Shape.EndsParagraph, Nothing);

    private static ElementRule Frame(string name) => new(name, Treatment.Frame, Shape.None, Nothing);

    private static ElementRule Drop(string name, Shape shape = Shape.None) => new(name, Treatment.Drop, shape, Nothing);

    private static FrozenDictionary<string, AttributeValue> Nothing => FrozenDictionary<string, AttributeValue>.Empty;
}
