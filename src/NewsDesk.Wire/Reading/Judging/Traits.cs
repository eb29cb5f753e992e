using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Blocks;

namespace NewsDesk.Wire.Reading.Judging;

/// <summary>All that is looked at to judge whether a block belongs to the article.</summary>
internal static class Traits
{
    private const int Far = 30;

    public static readonly IReadOnlyList<Trait> All =
    [
        // The block's own text.
        new("words", (_, block) => block.Words),
        new("letters-per-word", (_, block) => (float)block.Text.Length / block.Words),
        new("link-density", (_, block) => (float)block.LinkDensity),
        new("links", (_, block) => block.Links),
        new("commas", (_, block) => block.Commas),
        new("stops", (_, block) => block.Stops),
        new("stops-per-word", (_, block) => (float)block.Stops / block.Words),
        new("ends-sentence", (_, block) => block.Text[^1] is '.' or '!' or '?' or '"' or '”' or '。' or '…' or ')' ? 1 : 0),
        new("ends-colon", (_, block) => block.Text[^1] == ':' ? 1 : 0),
        new("bold", (_, block) => block.Bold ? 1 : 0),
        new("digits", (_, block) => Share(block.Text, char.IsDigit)),
        new("capitals", (_, block) => Share(block.Text, char.IsUpper)),
        new("starts-small", (_, block) => char.IsLower(block.Text[0]) ? 1 : 0),
        new("lines", (_, block) => block.Text.AsSpan().Count('\n') + 1),
        new("copies", (scene, block) => scene.Copies(block)),
        new("told-as-body", (scene, block) => scene.IsToldAsBody(block)),
        new("told-as-summary", (scene, block) => scene.IsToldAsSummary(block) ? 1 : 0),
        .. Enum.GetValues<Phrases.Topic>().Select(topic => new Trait($"speaks-of-{topic}".ToLowerInvariant(), (scene, block) => scene.TopicOf(block.Index, topic))),

        // Its element.
        new("tag", (_, block) => TagNumber(block.Tag)),
        new("depth", (_, block) => block.Box.Depth),
        new("in-list", (_, block) => Nearest(block.Box, "ul", "ol")),
        new("in-table", (_, block) => Nearest(block.Box, "table", "table")),
        new("in-article", (_, block) => Nearest(block.Box, "article", "article")),
        new("in-main", (_, block) => Nearest(block.Box, "main", "main")),
        new("in-quote", (_, block) => Nearest(block.Box, "blockquote", "blockquote")),
        new("in-figure", (_, block) => Nearest(block.Box, "figure", "figcaption")),
        new("in-pre", (_, block) => Nearest(block.Box, "pre", "pre")),
        .. Enum.GetValues<Hint>().Where(hint => hint != Hint.None).Select(hint =>
            new Trait($"near-{hint}".ToLowerInvariant(), (scene, block) => Distance(scene, block, hint))),

        // The boxes around it.
        .. Enumerable.Range(1, 6).SelectMany(AroundAt),

        // Where it stands.
        new("index", (_, block) => block.Index),
        new("place", (scene, block) => (float)block.Index / scene.Count),
        new("place-in-words", (scene, block) => (float)scene.Words(0, block.Index) / Math.Max(1, scene.Root.Words)),
        new("place-in-prose", (scene, block) => (float)scene.Prose(0, block.Index) / Math.Max(1, scene.Root.ProseWords)),
        new("after-title", (scene, block) => scene.TitleBlock < 0 ? 0 : Math.Clamp(block.Index - scene.TitleBlock, -100, 100)),
        new("after-heading", (scene, block) => scene.HeadingAbove(block.Index) is var above && above < 0 ? 50 : Math.Min(50, block.Index - above)),
        new("heading-level", (scene, block) => scene.HeadingAbove(block.Index) is var above && above < 0 ? 0 : scene.Page.Blocks[above].Tag[1] - '0'),
        new("heading-box-shared", (scene, block) => scene.HeadingAbove(block.Index) is var above && above < 0 ? Far : StepsToHold(block.Box, above)),
        new("heading-related", (scene, block) => scene.TopicOf(scene.HeadingAbove(block.Index), Phrases.Topic.Related)),
        new("heading-join", (scene, block) => scene.TopicOf(scene.HeadingAbove(block.Index), Phrases.Topic.Join)),
        new("heading-talk", (scene, block) => scene.TopicOf(scene.HeadingAbove(block.Index), Phrases.Topic.Talk)),
        new("heading-who", (scene, block) => scene.TopicOf(scene.HeadingAbove(block.Index), Phrases.Topic.Who)),
        new("heading-share", (scene, block) => scene.TopicOf(scene.HeadingAbove(block.Index), Phrases.Topic.Share)),
        new("heading-go", (scene, block) => scene.TopicOf(scene.HeadingAbove(block.Index), Phrases.Topic.Go)),

        // Its neighbours.
        .. new[] { -3, -2, -1, 1, 2, 3 }.SelectMany(NeighbourAt),
        new("since-prose", (scene, block) => scene.SinceProse(block.Index)),
        new("until-prose", (scene, block) => scene.UntilProse(block.Index)),
        new("prose-4-before", (scene, block) => scene.Prose(block.Index - 4, block.Index)),
        new("prose-4-after", (scene, block) => scene.Prose(block.Index + 1, block.Index + 5)),
        new("prose-12-before", (scene, block) => scene.Prose(block.Index - 12, block.Index)),
        new("prose-12-after", (scene, block) => scene.Prose(block.Index + 1, block.Index + 13)),
        new("prose-after", (scene, block) => (float)scene.Prose(block.Index + 1, scene.Count) / Math.Max(1, scene.Root.ProseWords)),
        new("links-6-before", (scene, block) => scene.LinkDensity(block.Index - 6, block.Index)),
        new("links-6-after", (scene, block) => scene.LinkDensity(block.Index + 1, block.Index + 7)),

        // The densest container of prose.
        new("steps-to-container", (scene, block) => scene.Container is null ? Far : StepsToHold(block.Box, scene.Container)),
        new("steps-below-container", (scene, block) => scene.Container is { } container && container.Holds(block) ? Math.Max(0, block.Box.Depth - container.Depth) : -1),
        new("after-container-start", (scene, block) => scene.Container is { } container ? Math.Clamp(block.Index - container.FirstBlock, -100, 1000) : 0),
        new("before-container-end", (scene, block) => scene.Container is { } container ? Math.Clamp(container.EndBlock - block.Index, -100, 1000) : 0),
        new("place-in-container", (scene, block) => scene.Container is { } container ? (float)(block.Index - container.FirstBlock) / Math.Max(1, container.EndBlock - container.FirstBlock) : -9),
        new("container-prose", (scene, _) => scene.Container?.ProseWords ?? 0),
        new("container-share", (scene, _) => scene.Container is { } container ? (float)container.ProseWords / Math.Max(1, scene.Root.ProseWords) : 0),

        // The page.
        new("page-words", (scene, _) => scene.Root.Words),
        new("page-prose", (scene, _) => scene.Root.ProseWords),
        new("page-link-density", (scene, _) => (float)scene.Root.LinkDensity),
        new("page-blocks", (scene, _) => scene.Count),
        new("page-comment-words", (scene, _) => (float)scene.CommentWords / Math.Max(1, scene.Root.Words)),
        new("page-forum-words", (scene, _) => (float)scene.ForumWords / Math.Max(1, scene.Root.Words)),
        new("page-product-words", (scene, _) => (float)scene.ProductWords / Math.Max(1, scene.Root.Words)),
        new("page-articles", (scene, _) => scene.ArticleBoxes),
        new("page-top-headings", (scene, _) => scene.TopHeadings),
        new("page-headings", (scene, _) => scene.Root.Headings),
        new("page-pictures", (scene, _) => scene.Root.Pictures),
        new("page-fields", (scene, _) => scene.Root.Fields),
        new("page-times", (scene, _) => scene.Root.Times),
        new("page-dated", (scene, _) => scene.Facts.Published is null ? 0 : 1),
        new("page-signed", (scene, _) => scene.Facts.Authors.Count),
        new("page-is-article", (scene, _) => scene.Kinds.Article ? 1 : 0),
        new("page-is-product", (scene, _) => scene.Kinds.Product ? 1 : 0),
        new("page-is-forum", (scene, _) => scene.Kinds.Forum ? 1 : 0),
        new("page-is-collection", (scene, _) => scene.Kinds.Collection ? 1 : 0),
        new("page-is-service", (scene, _) => scene.Kinds.Service ? 1 : 0),
        new("page-is-document", (scene, _) => scene.Kinds.Document ? 1 : 0),
        new("page-path-depth", (scene, _) => scene.Facts.PathDepth),
        new("page-path-words", (scene, _) => scene.Facts.PathWords),
    ];

    private static IEnumerable<Trait> AroundAt(int steps)
    {
        Trait At(string name, Func<Scene, Box, float> of) =>
            new($"around-{steps}-{name}", (scene, block) => Outer(block.Box, steps) is { } box ? of(scene, box) : -1);
        yield return At("words", (_, box) => box.Words);
        yield return At("prose", (_, box) => box.ProseWords);
        yield return At("paragraphs", (_, box) => box.Paragraphs);
        yield return At("link-density", (_, box) => (float)box.LinkDensity);
        yield return At("blocks", (_, box) => box.EndBlock - box.FirstBlock);
        yield return At("alike", (scene, box) => box.Alike);
        yield return At("words-a-block", (_, box) => (float)box.Words / Math.Max(1, box.EndBlock - box.FirstBlock));
        yield return At("headings", (_, box) => box.Headings);
        yield return At("pictures", (_, box) => box.Pictures);
        yield return At("share-of-page", (scene, box) => (float)box.Words / Math.Max(1, scene.Root.Words));
    }

    private static IEnumerable<Trait> NeighbourAt(int steps)
    {
        Trait At(string name, Func<Scene, Block, float> of) => new($"next-{steps}-{name}", (scene, block) =>
            block.Index + steps is var at && at >= 0 && at < scene.Count ? of(scene, scene.Page.Blocks[at]) : -1);
        yield return At("words", (_, other) => other.Words);
        yield return At("link-density", (_, other) => (float)other.LinkDensity);
        yield return At("tag", (_, other) => TagNumber(other.Tag));
        yield return At("function", (scene, other) => scene.TopicOf(other.Index, Phrases.Topic.Function));
        yield return new($"next-{steps}-apart", (scene, block) =>
            block.Index + steps is var at && at >= 0 && at < scene.Count ? StepsToHold(block.Box, at) : Far);
    }

    private static Box? Outer(Box box, int steps)
    {
        var outer = box;
        for (; steps > 0 && outer is not null; steps--) outer = outer.Parent;
        return outer;
    }

    /// <summary>
    /// How far one must climb to a box of such a name. What a box is called that holds nearly all of the page ("with-sidebar") says
    /// nothing of the block.
    /// </summary>
    private static float Distance(Scene scene, Block block, Hint hint)
    {
        var steps = 0;
        if ((block.Inline & hint) != Hint.None) return 0;
        if ((block.Box.Around & hint) == Hint.None) return Far;
        for (var box = block.Box; box is not null && steps < Far && box.Words < scene.NearlyAll; box = box.Parent, steps++)
        {
            if ((box.Own & hint) != Hint.None) return steps;
        }

        return Far;
    }

    private static float Nearest(Box from, string tag, string orTag)
    {
        var steps = 0;
        for (var box = from; box is not null && steps < Far; box = box.Parent, steps++)
        {
            if (box.Tag == tag || box.Tag == orTag) return steps;
        }

        return Far;
    }

    /// <summary>How far one must climb from a box to reach one that holds a block.</summary>
    private static float StepsToHold(Box from, int block)
    {
        var steps = 0;
        for (var box = from; box is not null && steps < Far; box = box.Parent, steps++)
        {
            if (block >= box.FirstBlock && block < box.EndBlock) return steps;
        }

        return Far;
    }

    private static float StepsToHold(Box from, Box container)
    {
        var steps = 0;
        for (var box = from; box is not null && steps < Far; box = box.Parent, steps++)
        {
            if (box.FirstBlock <= container.FirstBlock && box.EndBlock >= container.EndBlock) return container.FirstBlock <= from.FirstBlock && from.EndBlock <= container.EndBlock ? 0 : steps;
        }

        return Far;
    }

    private static float Share(string text, Func<char, bool> counts)
    {
        var length = Math.Min(text.Length, 400);
        var counted = 0;
        for (var i = 0; i < length; i++)
        {
            if (counts(text[i])) counted++;
        }

        return (float)counted / length;
    }

    /// <summary>Ordered so that one cut parts what holds prose from what holds labels.</summary>
    private static float TagNumber(string tag) => tag switch
    {
        "p" => 0,
        "blockquote" => 1,
        "pre" => 2,
        "h1" => 3,
        "h2" => 4,
        "h3" => 5,
        "h4" or "h5" or "h6" => 6,
        "li" => 7,
        "dt" or "dd" => 8,
        "td" => 9,
        "th" or "caption" => 10,
        "figcaption" => 11,
        "div" => 12,
        "section" or "article" or "main" => 13,
        _ => 14,
    };
}
