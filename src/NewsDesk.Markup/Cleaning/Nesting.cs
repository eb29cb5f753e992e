namespace NewsDesk.Markup.Cleaning;

/// <summary>Where in a table we are, from the outside to the inside of a cell: a parser moves what does not belong there.</summary>
internal enum Place
{
    Columns,
    Table,
    Rows,
    Row,

    /// <summary>In a cell, or in no table at all.</summary>
    Flow,
}

/// <summary>
/// What is open around a place. With it the walk writes only what a parser would build again from the text: an element that the
/// parser would close, move or ignore there is written as a div, or without its tags.
/// </summary>
internal readonly record struct Nesting(Place Place, bool InItem, bool InTerm, bool InLink, bool InHeading, bool InParagraph)
{
    public static readonly Nesting Outermost = new(Place.Flow, false, false, false, false, false);

    public static Nesting Inside(ElementRule element, string name, Nesting around) => new(
        PlaceIn(name),
        name == "li" || (around.InItem && !element.Is(Shape.List | Shape.Boundary)),
        name is "dt" or "dd" || (around.InTerm && !element.Is(Shape.List | Shape.Boundary)),
        name == "a" || around.InLink,
        element.Is(Shape.Heading) || (around.InHeading && !element.Is(Shape.Boundary)),
        name == "p" || (around.InParagraph && !element.Is(Shape.Boundary)));

    /// <summary>The name under which an element may stand here in the flow, or null when only its children may.</summary>
    public string? NameFor(ElementRule element, string parent) => element.Name switch
    {
        "a" when InLink => null,
        "li" when InItem => "div",
        "dt" or "dd" when InTerm => "div",
        "rt" or "rp" when parent != "ruby" => null,
        "source" when parent is not ("picture" or "video" or "audio") => null,
        "td" or "th" or "tr" or "caption" => "div",
        "thead" or "tbody" or "tfoot" or "colgroup" or "col" => null,
        _ when InHeading && element.Is(Shape.Heading) => null,
        _ => element.Name,
    };

    /// <summary>The place in a table where an element belongs.</summary>
    public static Place Wanted(string name) => name switch
    {
        "caption" or "colgroup" or "thead" or "tbody" or "tfoot" => Place.Table,
        "col" => Place.Columns,
        "tr" => Place.Rows,
        "td" or "th" => Place.Row,
        _ => Place.Flow,
    };

    private static Place PlaceIn(string name) => name switch
    {
        "table" => Place.Table,
        "colgroup" => Place.Columns,
        "thead" or "tbody" or "tfoot" => Place.Rows,
        "tr" => Place.Row,
        _ => Place.Flow,
    };
}
