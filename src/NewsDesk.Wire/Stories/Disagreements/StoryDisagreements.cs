using NewsDesk.Wire.Stories.Figures;

namespace NewsDesk.Wire.Stories.Disagreements;

/// <summary>What the articles of one story do not agree on. Few and sure rather than many and doubtful.</summary>
public sealed record StoryDisagreements
{
    public IReadOnlyList<DisputedFigure> Figures { get; init; } = [];

    public IReadOnlyList<DisputedQuote> Quotes { get; init; } = [];

    /// <summary>Experts whom one article alone knows.</summary>
    public IReadOnlyList<OnlyHere> Experts { get; init; } = [];

    /// <summary>What one article rules out: no acquisition, no equity.</summary>
    public IReadOnlyList<OnlyHere> Denials { get; init; } = [];

    /// <summary>Who pays, buys or supplies, when the articles tell it differently; empty when they agree.</summary>
    public IReadOnlyList<Deed> Deeds { get; init; } = [];

    /// <summary>Reads and compares the articles of one story, in order of arrival.</summary>
    public static StoryDisagreements Of(IReadOnlyList<StoryArticle> articles) => new()
    {
        Figures = FigureRows.Disputed(articles),
        Quotes = QuoteRows.Disputed(articles),
        Experts = NamedExperts.KnownToOne(articles),
        Denials = Disagreements.Denials.Of(articles),
        Deeds = DeedRows.Disputed(articles),
    };
}

/// <summary>One thing measured differently: each version with the articles that tell it, the one that came first at the head.</summary>
public sealed record DisputedFigure(FigureKind Kind, string? Unit, IReadOnlyList<FigureVersion> Versions);

/// <summary>A figure as some articles give it; the figure itself is from the first of them.</summary>
public sealed record FigureVersion(Figure Figure, IReadOnlyList<string> Articles);

/// <summary>The same words, said by different people.</summary>
public sealed record DisputedQuote(string Text, IReadOnlyList<Quote> Versions);

/// <summary>What only one article has, and the sentence it stands in.</summary>
public sealed record OnlyHere(string What, string? Role, string Article, string Sentence);
