namespace NewsDesk.Wire.Reading;

/// <summary>CSS selectors that a source carries because the general rules do not suit its pages; each one given wins.</summary>
public sealed record ReadingSelectors(string? Content = null, string? Remove = null, string? Author = null, string? Published = null);
