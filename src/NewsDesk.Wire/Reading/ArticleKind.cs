namespace NewsDesk.Wire.Reading;

/// <summary>What kind of piece a page holds, where that changes how it is best shown.</summary>
public enum ArticleKind
{
    Article,
    Video,
    Gallery,
    Live,

    /// <summary>Only the beginning is shown to those who do not pay.</summary>
    Teaser,
}
