namespace NewsDesk.Wire.Stories.Figures;

/// <summary>What a figure measures.</summary>
public enum FigureKind
{
    Money,
    Percent,
    Count,
    Duration,
    Date,
    Power,
    Energy,
    Length,
    Area,
    Weight,
    Volume,
    Temperature,
    Speed,
    Data,
    Magnitude,
}

/// <summary>How sure the writer is of a figure.</summary>
public enum Hedge
{
    None,
    About,
    UpTo,
    AtLeast,
    LessThan,
}

/// <summary>
/// One figure of a text in one unit: money in the currency's code, durations in days, power in watts and so on. Dates have a value
/// of yyyymmdd with zeros for what is not told.
/// </summary>
public sealed record Figure(FigureKind Kind, double Value, string? Unit, Hedge Hedge, string Text, string Sentence)
{
    /// <summary>The source itself says that this is hearsay: reportedly, is said to.</summary>
    public bool Reported { get; init; }

    /// <summary>Stems of the words that follow and tell what is counted: passengers injured.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>Digits that the writer gave: 6.3 billion has two. What is equal after rounding is told by them.</summary>
    public int Digits { get; init; }
}
