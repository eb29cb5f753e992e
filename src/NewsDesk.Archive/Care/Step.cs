namespace NewsDesk.Archive;

/// <summary>How far a long work is: of what, and how much of how much (0 when nobody knows).</summary>
public readonly record struct Step(string Of, long Done, long Total);
