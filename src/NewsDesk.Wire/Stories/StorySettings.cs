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
    internal double Threshold { get; init; } = 0.154;

    /// <summary>
    /// What it costs a text to share names but not what happened: an event is a who or where together with a what. Grows with
    /// the length, since a headline may well be a name and nothing else.
    /// </summary>
    internal double OnlyNamesWeight { get; init; } = 0.78;

    /// <summary>How far shared words outweigh shared names before that cost sets in.</summary>
    internal double WordsPerName { get; init; } = 6.8;

    /// <summary>
    /// How much more likeness two long texts must show: a headline that shares one rare name tells the
    /// same event, a report of forty words that shares one name tells something else from the same town.
    /// </summary>
    internal double LengthWeight { get; init; } = 0.041;

    /// <summary>How many words of the text count: the lead tells the event, the rest its background.</summary>
    internal int LeadWords { get; init; } = 80;

    /// <summary>A text of so many words is long throughout; one that ends with its lead is short, and what lies between is in between.</summary>
    internal double LongWords { get; init; } = 200;

    /// <summary>How much less likeness two long pieces must show: of their many words few are the same even when they tell one event.</summary>
    internal double LongRelief { get; init; } = 0.08;

    /// <summary>And how much less still on a quiet desk, which has few stories that could be alike by chance.</summary>
    internal double QuietDeskRelief { get; init; } = 0.08;

    /// <summary>So many stories make a busy desk.</summary>
    internal double BusyDesk { get; init; } = 300;

    /// <summary>What is left of a conflict of names between long pieces: each brings names of its own.</summary>
    internal double LongConflict { get; init; } = 0.2;

    /// <summary>What is left of the cost of silence between long pieces: an essay takes its days.</summary>
    internal double LongSilence { get; init; } = 0.5;

    /// <summary>One name alone tells a topic, two tell an event: what the strongest name or sum that two long pieces share counts by itself, …</summary>
    internal double LoneAnchor { get; init; } = 0.02;

    /// <summary>… how much more for each that the other names and sums count, …</summary>
    internal double AnchorPerAnchor { get; init; } = 2;

    /// <summary>… and how far shared words may outweigh them all.</summary>
    internal double WordsPerAnchor { get; init; } = 1.5;

    // Weights of a word by where it stands; a headline word weighs 1.
    internal float TextWeight { get; init; } = 1.4f;

    internal float AddressWeight { get; init; } = 0.88f;

    internal float MaxWeight { get; init; } = 1.53f;

    // Weights of a word by what it is; a plain word weighs 1.
    internal double NameWeight { get; init; } = 1.11;

    internal double NumberWeight { get; init; } = 0.715;

    /// <summary>Stories assumed to exist before the first: while the stream is young no word looks rarer than it is.</summary>
    internal double AssumedStories { get; init; } = 16.2;

    /// <summary>So many of them are assumed to have a word that tells only what kind of thing happened.</summary>
    internal double KindStories { get; init; } = 2.5;

    /// <summary>Below 1 a word that some of a story's articles have counts for more than its share.</summary>
    internal double ShareExponent { get; init; } = 0.497;

    internal double CoreWeight { get; init; } = 0.073;

    /// <summary>What it is worth when a story knows all the names of an article rather than half of them.</summary>
    internal double NamesWeight { get; init; } = 0.01;

    /// <summary>The pull of a broad story, for each doubling of its articles (in nats), up to <see cref="BroadAt"/> articles.</summary>
    internal double BreadthWeight { get; init; } = 0.017;

    internal double BroadAt { get; init; } = 6.4;

    /// <summary>What it costs when the article brings a name of its own and misses the one that the story turns on.</summary>
    internal double ConflictWeight { get; init; } = 0.1;

    /// <summary>From here on a word is taken for a name; what no one has written in a telling place has its prior, …</summary>
    internal double NameFrom { get; init; } = 0.518;

    internal double NamePrior { get; init; } = 0.387;

    /// <summary>… less when it is known to tell a kind of thing, …</summary>
    internal double KindNamePrior { get; init; } = 0.1;

    /// <summary>… which counts for so many times that it was written, …</summary>
    internal double PriorWeight { get; init; } = 0.8;

    /// <summary>… and a capital where anything has one counts for so much of one that tells.</summary>
    internal double LargeAsName { get; init; } = 0.03;

    /// <summary>What silence costs: for each day since the story's last article (in nats of days).</summary>
    internal double SilenceWeight { get; init; } = 0.14;

    /// <summary>What a link to an article of the story is worth.</summary>
    internal double LinkWeight { get; init; } = 0.25;

    /// <summary>Two stories become one when this share of the smaller one's articles would as well have joined the other, …</summary>
    internal double MergeClaims { get; init; } = 0.5;

    /// <summary>… and when not each of them turns on a word that the other one lacks.</summary>
    internal double MergeConflict { get; init; } = 0.485;

    /// <summary>One story becomes two when each half turns so strongly on names that the other half lacks; …</summary>
    internal double SplitConflict { get; init; } = 0.637;

    /// <summary>… a plain word or a figure counts for so much of a name.</summary>
    internal double SplitWord { get; init; } = 0.4;
}
