using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace NewsDesk.Press.Rendering.Blocks;

/// <summary>
/// Reads <c>::: name words</c>. A line of three or more colons ends the innermost block that is open, so blocks nest without counting.
/// </summary>
internal sealed class NewsroomBlockParser : BlockParser, IAttributesParseable
{
    private const int MinColons = 3;

    /// <summary>Every line is shown to each block that is open; and nobody reads a spoiler in an aside in a spoiler.</summary>
    private const int MaxOpen = 12;

    private static readonly object OpenKey = new(), TooDeepKey = new();

    private readonly SortedDictionary<string, Func<BlockParser, NewsroomBlock>> _kinds = new(StringComparer.OrdinalIgnoreCase);

    public NewsroomBlockParser() => OpeningCharacters = [':'];

    /// <summary>Set by the extension that reads <c>{.class}</c>.</summary>
    public TryParseAttributesDelegate? TryParseAttributes { get; set; }

    /// <summary>The line of the first block that stands in too many others, and so is text; null when none does.</summary>
    public static int? FindTooDeep(MarkdownDocument document) => document.GetData(TooDeepKey) as int?;

    public void Learn(string name, Func<BlockParser, NewsroomBlock> create) => _kinds[name] = create;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        var line = processor.Line;
        var start = line.Start;
        if (CountColons(ref line) < MinColons) return BlockState.None;
        line.Trim();
        var name = Name(line);
        if (name.Length == 0) return BlockState.None;
        if (Open(processor).Count >= MaxOpen)
        {
            if (processor.Document.GetData(TooDeepKey) is null) processor.Document.SetData(TooDeepKey, processor.LineIndex);
            return BlockState.None;
        }

        var block = _kinds.TryGetValue(name, out var create) ? create(this) : new UnknownBlock(this);
        block.Name = name;
        block.Line = processor.LineIndex;
        block.Column = processor.Column;
        block.Span = new SourceSpan(start, line.End);
        TryParseAttributes?.Invoke(processor, ref line, block);
        line.Start += name.Length;
        block.Words = line.ToString().TrimEnd(':').Trim();
        Open(processor).Add(block);
        processor.NewBlocks.Push(block);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var line = processor.Line;
        if (!processor.IsCodeIndent && CountColons(ref line) >= MinColons && line.IsEmptyOrWhitespace() && !BelongsInside((NewsroomBlock)block, processor))
        {
            ((NewsroomBlock)block).IsEnded = true;
            block.UpdateSpanEnd(line.End);
            return BlockState.BreakDiscard;
        }

        processor.GoToColumn(processor.ColumnBeforeIndent);
        return BlockState.Continue;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        Open(processor).Remove((NewsroomBlock)block);
        return true;
    }

    /// <summary>
    /// Blocks inside are asked after this one: a line of colons is theirs while they are open, unless it stands further to the left than
    /// they do; in code it is only text.
    /// </summary>
    private static bool BelongsInside(NewsroomBlock block, BlockProcessor processor)
    {
        var open = Open(processor);
        if (open[^1] != block) return processor.Column >= open[^1].Column;
        for (Block? inside = block.LastChild; inside is not null; inside = (inside as ContainerBlock)?.LastChild)
        {
            if (inside is FencedCodeBlock { ClosingFencedCharCount: 0 } code) return processor.Column >= code.Column;
        }

        return false;
    }

    /// <summary>The blocks that are open in this document, the innermost last.</summary>
    private static List<NewsroomBlock> Open(BlockProcessor processor)
    {
        if (processor.Document.GetData(OpenKey) is List<NewsroomBlock> open) return open;
        processor.Document.SetData(OpenKey, open = []);
        return open;
    }

    private static int CountColons(ref StringSlice line)
    {
        var count = 0;
        while (line.CurrentChar == ':')
        {
            count++;
            line.SkipChar();
        }

        return count;
    }

    private static string Name(StringSlice line)
    {
        var text = line.AsSpan();
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length])) length++;
        return length == text.Length || text[length] is ' ' or '\t' or '{' ? text[..length].ToString() : "";
    }
}
