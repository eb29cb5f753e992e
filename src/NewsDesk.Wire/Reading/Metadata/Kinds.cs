using System.Text.Json;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Choosing;
using NewsDesk.Wire.Reading.Judging;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>Tells films, picture series, live blogs and teasers from plain articles.</summary>
internal static class Kinds
{
    /// <summary>In words; beyond it, what is shown is an article, whatever else the page holds.</summary>
    private const int Short = 250;

    private const int FewestInSeries = 4;

    /// <summary>In words.</summary>
    private const int Introduction = 60;

    public static ArticleKind Of(Facts facts, Scene scene, IReadOnlyList<Block> kept)
    {
        var words = kept.Sum(block => block.Words);
        var types = facts.Linked.Things.SelectMany(LinkedData.TypesOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (types.Contains("LiveBlogPosting")) return ArticleKind.Live;
        if (words < Short && facts.Linked.Things.Any(IsLocked)) return ArticleKind.Teaser;
        if (words < Short && (facts.OpenGraphType?.StartsWith("video", StringComparison.Ordinal) == true || types.Contains("VideoObject") && facts.Linked.Articles.Count == 0)) return ArticleKind.Video;
        if (types.Contains("ImageGallery") || types.Contains("MediaGallery") || words < Short && scene.Root.Pictures > 12 && words < scene.Container?.Pictures * 30 || IsSeries(scene, kept)) return ArticleKind.Gallery;
        return ArticleKind.Article;
    }

    /// <summary>Pictures whose captions say about as much as all the rest.</summary>
    private static bool IsSeries(Scene scene, IReadOnlyList<Block> kept)
    {
        var captions = kept.Where(block => Captions.CaptionAround(block) is not null).ToList();
        if (captions.Count < FewestInSeries) return false;
        var inCaptions = captions.Sum(block => block.Words);
        return kept.Sum(block => block.Words) - inCaptions <= inCaptions + Introduction && KeptPictures.Of(scene, kept).Count() >= FewestInSeries;
    }

    private static bool IsLocked(JsonElement thing) =>
        thing.TryGetProperty("isAccessibleForFree", out var free) &&
        (free.ValueKind == JsonValueKind.False || free.ValueKind == JsonValueKind.String && free.GetString()!.Equals("false", StringComparison.OrdinalIgnoreCase));
}
