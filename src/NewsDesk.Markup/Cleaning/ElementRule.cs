using System.Collections.Frozen;

namespace NewsDesk.Markup.Cleaning;

/// <summary>What becomes of an element.</summary>
internal enum Treatment
{
    /// <summary>The tags go, the children stay: an element we do not know is harmless without its tags.</summary>
    Unwrap,

    /// <summary>Stays, with the attributes on its list.</summary>
    Keep,

    /// <summary>Becomes a div: an unwrapped block would glue its text to the next one's.</summary>
    Division,

    /// <summary>Becomes a pre: old names for it, whose content a parser would take literally.</summary>
    Preformatted,

    /// <summary>Becomes a link when it holds a known video player; goes otherwise.</summary>
    Frame,

    /// <summary>Goes with everything in it.</summary>
    Drop,
}

/// <summary>What a parser does at an element's tags; see <see cref="Nesting"/>.</summary>
[Flags]
internal enum Shape
{
    None = 0,

    /// <summary>Has no end tag and no children.</summary>
    Void = 1,

    /// <summary>Its start tag closes an open paragraph.</summary>
    EndsParagraph = 2,

    /// <summary>A cell or caption: what is open outside of it does not reach in.</summary>
    Boundary = 4,

    /// <summary>Lists: an item in it does not close the item around it.</summary>
    List = 8,

    Heading = 16,
}

/// <summary>One row of the allow-list.</summary>
internal sealed record ElementRule(string Name, Treatment Treatment, Shape Shape, FrozenDictionary<string, AttributeValue> Attributes)
{
    /// <summary>For an element that is not on the list.</summary>
    public static readonly ElementRule Unknown = new("", Treatment.Unwrap, Shape.None, FrozenDictionary<string, AttributeValue>.Empty);

    /// <summary>For an element that no list could make harmless.</summary>
    public static readonly ElementRule Hostile = Unknown with { Treatment = Treatment.Drop };

    /// <summary>What every such element carries, whatever it came with.</summary>
    public string Always { get; init; } = "";

    public bool Is(Shape shape) => (Shape & shape) != Shape.None;
}
