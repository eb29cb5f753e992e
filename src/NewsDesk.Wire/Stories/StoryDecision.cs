namespace NewsDesk.Wire.Stories;

/// <summary>Where an article belongs, and why.</summary>
public sealed record StoryDecision(long Story, bool IsNew, string? CopyOf, IReadOnlyList<JoinReason> Reasons)
{
    /// <summary>The earlier, quiet story about the same things, when this article opens a follow-up.</summary>
    public long? Follows { get; init; }

    /// <summary>Stories that turned out to be one with this article: what stood in From stands in Into from now on.</summary>
    public IReadOnlyList<StoryMerge> Merges { get; init; } = [];

    /// <summary>Stories that turned out to be two with this article. Its own story is the one that it is in after them.</summary>
    public IReadOnlyList<StorySplit> Splits { get; init; } = [];

    /// <summary>What is to be kept of the article, so that it need not be read again; null when the window knew it already.</summary>
    public StorySketch? Sketch { get; init; }
}

/// <summary>Two stories that became one.</summary>
public sealed record StoryMerge(long From, long Into);

/// <summary>A story that was two: these of its articles stand in <paramref name="Into"/> from now on, which is a new one.</summary>
public sealed record StorySplit(long From, long Into, IReadOnlyList<string> Articles);

/// <summary>One thing that spoke for (above zero) or against (below zero) joining, with the word it hangs on.</summary>
public sealed record JoinReason(string Feature, string? Term, double Weight);
