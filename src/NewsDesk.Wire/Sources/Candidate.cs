namespace NewsDesk.Wire.Sources;

/// <summary>How a possible source was found; the earlier the better.</summary>
public enum Finding
{
    /// <summary>It is what was pasted.</summary>
    Itself,

    /// <summary>It follows from the address.</summary>
    Known,

    /// <summary>The page names it to feed readers.</summary>
    Named,

    /// <summary>The page links to it.</summary>
    Linked,

    /// <summary>It lies where such things usually do.</summary>
    UsualPlace,

    /// <summary>The page's own list of links.</summary>
    List,
}

/// <summary>A possible source that an address led to.</summary>
public sealed record Candidate(SourceKind Kind, string Url, string? Title, Finding Finding);
