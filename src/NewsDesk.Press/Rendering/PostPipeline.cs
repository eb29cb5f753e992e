using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using NewsDesk.Press.Rendering.Blocks;
using NewsDesk.Press.Rendering.Bounds;
using NewsDesk.Press.Rendering.Citations;
using NewsDesk.Press.Rendering.Coverage;
using NewsDesk.Press.Rendering.Inlines;
using NewsDesk.Press.Rendering.Originals;
using NewsDesk.Press.Rendering.Typed;
using NewsDesk.Press.Rendering.Video;

namespace NewsDesk.Press.Rendering;

/// <summary>The Markdown of the desk: CommonMark, and what else we promise, named one by one.</summary>
internal static class PostPipeline
{
    /// <summary>Deeper quotes in quotes and lists in lists nobody reads; printing goes one call deeper for each.</summary>
    public const int MaxNesting = 64;

    public static MarkdownPipeline Instance { get; } = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MaxNesting }
            .UsePipeTables(new PipeTableOptions { RequireHeaderSeparator = true })
            .UseFootnotes()
            .UseTaskLists()
            .UseDefinitionLists()
            .UseAbbreviations()
            .UseFigures()
            .Use<EndedFigureExtension>()
            .Use<TypedBlocksExtension>()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseSmartyPants()
            .Use<FirstLook<ApostropheParser>>()
            .Use<FirstLook<EllipsisParser>>()
            .Use<UnendedTagsExtension>()
            .Use<CitationExtension>()
            .Use<StoryCoverageExtension>()
            .Use<AsideExtension>()
            .Use<PlacedOriginalExtension>()
            .Use<PullQuoteExtension>()
            .Use<SignOffExtension>()
            .Use<SpoilerExtension>()
            .Use<UpdateExtension>()
            .Use<VideoExtension>()
            .Use<MomentExtension>();

        // Last, because it asks the block parsers that are there whether they take attributes.
        // But for what stands before all others, and lets them see no more signs than they can take.
        return builder.UseGenericAttributes().Use<FirstLook<CrowdedTextParser>>().Build();
    }
}
