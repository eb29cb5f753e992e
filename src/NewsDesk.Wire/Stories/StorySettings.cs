namespace NewsDesk.Wire.Stories;

/// <summary>What the grouper goes by. The defaults serve headlines, excerpts and whole articles alike; tests use smaller windows.</summary>
public sealed record StorySettings
{
    /// <summary>Articles remembered at most; the oldest leave first.</summary>
    public int MaxArticles { get; init; } = 200_000;

    /// <summary>An article older than this against the stream's own time is forgotten.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(30);

    /// <summary>A story that had no article for so long is over: what comes later is a follow-up.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromDays(4);

    /// <summary>The likeness from which an article joins.</summary>
    internal double Threshold { get; init; } = 0.15;

    /// <summary>How many words of the text count: the lead tells the event, the rest its background.</summary>
    internal int LeadWords { get; init; } = 120;

    // Weights of a word by where it stands; a headline word weighs 1.
    internal float TextWeight { get; init; } = 1.18f;

    internal float AddressWeight { get; init; } = 2.0f;

    internal float MaxWeight { get; init; } = 2.05f;

    // Weights of a word by what it is; a plain word weighs 1.
    internal double NameWeight { get; init; } = 1.3;

    internal double NumberWeight { get; init; } = 0.3;

    /// <summary>Stories assumed to exist before the first: while the stream is young no word looks rarer than it is.</summary>
    internal double AssumedStories { get; init; } = 9.5;

    /// <summary>Below 1 a word that some of a story's articles have counts for more than its share.</summary>
    internal double ShareExponent { get; init; } = 0.78;

    /// <summary>A word's share in the story, to this power, says how far the word is the story's core.</summary>
    internal double CoreExponent { get; init; } = 1.5;

    internal double CoreWeight { get; init; } = 0.117;

    /// <summary>The pull of a broad story, for each doubling of its articles (in nats), up to <see cref="BroadAt"/> articles.</summary>
    internal double BreadthWeight { get; init; } = 0.024;

    internal double BroadAt { get; init; } = 37;

    /// <summary>What it costs when the article brings a name of its own and misses the one that the story turns on.</summary>
    internal double ConflictWeight { get; init; } = 0.1;

    /// <summary>How often a word must have stood capitalised to be taken for a name.</summary>
    internal double NameFrom { get; init; } = 0.41;

    /// <summary>What silence costs: for each day since the story's last article (in nats of days).</summary>
    internal double SilenceWeight { get; init; } = 0.057;

    /// <summary>What a link to an article of the story is worth.</summary>
    internal double LinkWeight { get; init; } = 0.25;

    /// <summary>Two stories become one when this share of the smaller one's articles would as well have joined the other, …</summary>
    internal double MergeClaims { get; init; } = 0.45;

    /// <summary>… when they are alike at least so much, …</summary>
    internal double MergeLikeness { get; init; } = 0.1;

    /// <summary>… and when not each of them turns on a word that the other one lacks.</summary>
    internal double MergeConflict { get; init; } = 0.47;
}
