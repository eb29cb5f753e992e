using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering;

/// <summary>A post in print: each part by itself, in two texts, as written and clean. All HTML in it is safe.</summary>
public sealed record RenderedPost
{
    /// <summary>The body without updates, sources and sign-off.</summary>
    public required string Html { get; init; }

    public required string CleanHtml { get; init; }

    /// <summary>The last word, which stands right before the byline.</summary>
    public string? SignOffHtml { get; init; }

    public string? CleanSignOffHtml { get; init; }

    /// <summary>The dated corrections as a list, for under the title.</summary>
    public string? UpdatesHtml { get; init; }

    public string? CleanUpdatesHtml { get; init; }

    /// <summary>The cited sources as a list, for after the body.</summary>
    public string? SourcesHtml { get; init; }

    public string? CleanSourcesHtml { get; init; }

    /// <summary>The cards that the writer did not place in the text, under their heading: beside or after the body.</summary>
    public string? OriginalsHtml { get; init; }

    public string? CleanOriginalsHtml { get; init; }

    /// <summary>All parts in the order of reading, for a feed or wherever the post stands alone.</summary>
    public string WholeHtml => string.Concat(UpdatesHtml, Html, OriginalsHtml, SourcesHtml, SignOffHtml);

    public string CleanWholeHtml => string.Concat(CleanUpdatesHtml, CleanHtml, CleanOriginalsHtml, CleanSourcesHtml, CleanSignOffHtml);

    /// <summary>Body and sign-off as plain text, paragraphs parted by a blank line.</summary>
    public required string Text { get; init; }

    public required string CleanText { get; init; }

    /// <summary>The summary, or the beginning of the text.</summary>
    public required string Excerpt { get; init; }

    public required string CleanExcerpt { get; init; }

    /// <summary>The headline as it is set: quotes, dashes and dots as a typesetter makes them.</summary>
    public required string Title { get; init; }

    public required string CleanTitle { get; init; }

    /// <summary>The writer's own, as it is set.</summary>
    public string? Summary { get; init; }

    public string? CleanSummary { get; init; }

    /// <summary>What the post's words come to, whatever its writer says.</summary>
    public LanguageLevel Language { get; init; }

    public int WordCount { get; init; }

    public int ReadingMinutes { get; init; }

    /// <summary>The table of contents: empty below four headings.</summary>
    public IReadOnlyList<Heading> Contents { get; init; } = [];

    public IReadOnlyList<CitedSource> Sources { get; init; } = [];

    /// <summary>Every original of the post, placed in the text or not.</summary>
    public IReadOnlyList<Card> Cards { get; init; } = [];

    /// <summary>Every address that the text links to.</summary>
    public IReadOnlyList<WrittenAddress> Links { get; init; } = [];

    /// <summary>Every address of an image in the text.</summary>
    public IReadOnlyList<WrittenAddress> Images { get; init; } = [];

    /// <summary>The picture at the head of the post.</summary>
    public PrintedImage? Image { get; init; }

    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}

/// <summary>An address as the writer wrote it, and the line of the file.</summary>
public sealed record WrittenAddress(string Address, int Line);

/// <summary>The picture at the head of a post; the sides are null where they are not known.</summary>
public sealed record PrintedImage(string Url, int? Width, int? Height, string Alt, string CleanAlt, string? Caption, string? CleanCaption)
{
    /// <summary>How long its file is; null where that is not known.</summary>
    public long? Bytes { get; init; }

    /// <summary>As a figure, for where the page's own head is not, as in a feed.</summary>
    public string Html(bool isClean)
    {
        var sides = Width is { } width && Height is { } height ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\"") : "";
        var caption = (isClean ? CleanCaption : Caption) is { } words ? $"<figcaption>{Escape.Html(words)}</figcaption>" : "";
        return $"<figure><img src=\"{Escape.Html(Url)}\" alt=\"{Escape.Html(isClean ? CleanAlt : Alt)}\"{sides}>{caption}</figure>\n";
    }
}

/// <summary>A heading of the text: its level as printed, from 2 on.</summary>
public sealed record Heading(int Level, string Id, string Text, string CleanText);

/// <summary>A source that the text cites.</summary>
public sealed record CitedSource
{
    /// <summary>Its place in the list, counted from one.</summary>
    public required int Number { get; init; }

    public required string Url { get; init; }

    public required string Domain { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public DateTimeOffset? Published { get; init; }
}

/// <summary>What stands on an original's card.</summary>
public sealed record Card
{
    public required string Url { get; init; }

    public required string Domain { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>The writer's quote, or the beginning of the article, within fair use.</summary>
    public string? Excerpt { get; init; }

    /// <summary>Whether <see cref="Excerpt"/> is the quote that the writer chose.</summary>
    public bool IsQuote { get; init; }

    public string? ArticlePath { get; init; }

    public int OthersReporting { get; init; }

    /// <summary>Our page about the story, when others report it.</summary>
    public string? StoryPath { get; init; }

    /// <summary>Whether the writer placed it in the text.</summary>
    public bool IsInText { get; init; }
}
