using System.Runtime.InteropServices;
using System.Text;
using NewsDesk.Wire.Reading.Blocks;
using NewsDesk.Wire.Reading.Choosing;
using NewsDesk.Wire.Reading.Metadata;

namespace NewsDesk.Wire.Reading.Judging;

/// <summary>What a block is judged against: the whole page, its title, its densest container, and sums that make looking around cheap.</summary>
internal sealed class Scene
{
    /// <summary>In letters, of all searches together: each block is sought in the text that the page's data tells.</summary>
    private const long MaxCompared = 50_000_000;

    private readonly Dictionary<string, int> _copies = new(StringComparer.Ordinal);
    private readonly int[] _proseBefore;
    private readonly int[] _wordsBefore;
    private readonly int[] _linkWordsBefore;
    private readonly int[] _headingAbove;
    private readonly float[] _topics;
    private readonly string? _toldBody;
    private readonly string? _toldSummary;
    private readonly int[] _proseAbove;
    private readonly int[] _proseBelow;

    public Scene(BlockList page, Facts facts)
    {
        Page = page;
        Facts = facts;
        Container = Containers.Choose(page);
        var count = page.Blocks.Count;
        _proseBefore = new int[count + 1];
        _wordsBefore = new int[count + 1];
        _linkWordsBefore = new int[count + 1];
        _headingAbove = new int[count];
        _proseAbove = new int[count];
        _proseBelow = new int[count];
        _topics = new float[count * Phrases.Topics];
        int heading = -1, prose = -1;
        foreach (var block in page.Blocks)
        {
            var i = block.Index;
            _proseBefore[i + 1] = _proseBefore[i] + (block.IsProse ? block.Words : 0);
            _wordsBefore[i + 1] = _wordsBefore[i] + block.Words;
            _linkWordsBefore[i + 1] = _linkWordsBefore[i] + block.LinkWords;
            _headingAbove[i] = heading;
            _proseAbove[i] = prose;
            if (block.IsHeading) heading = i;
            if (block.IsProse) prose = i;
            _copies[block.Text] = _copies.GetValueOrDefault(block.Text) + 1;
            Phrases.Share(block.Text, _topics.AsSpan(i * Phrases.Topics, Phrases.Topics));
        }

        prose = count + 50;
        for (var i = count - 1; i >= 0; i--)
        {
            _proseBelow[i] = prose;
            if (page.Blocks[i].IsProse) prose = i;
        }

        CountAlike(page.Boxes);

        TitleBlock = FindTitle(page, facts.Title);
        Root = page.Boxes[0];
        foreach (var box in page.Boxes) box.ApartFromTitle = Anchor >= box.FirstBlock && Anchor < box.EndBlock ? Hint.None : box.Own | (box.Parent?.ApartFromTitle ?? Hint.None);
        CommentWords = page.Blocks.Where(block => (block.Box.Around & Hint.Comments) != Hint.None).Sum(block => block.Words);
        ForumWords = page.Blocks.Where(block => (block.Box.Around & Hint.Forum) != Hint.None).Sum(block => block.Words);
        ProductWords = page.Blocks.Where(block => (block.Box.Around & Hint.Product) != Hint.None).Sum(block => block.Words);
        ArticleBoxes = page.Boxes.Count(box => box.Tag == "article");
        TopHeadings = page.Blocks.Count(block => block.Tag == "h1");
        Kinds = PageKinds.Of(facts);
        NearlyAll = Math.Max(1, (int)(Root.Words * 0.8));
        _toldBody = facts.Body is { Length: > 200 } body ? Plain(body) : null;
        _toldSummary = facts.Description is { Length: > 30 } summary ? Plain(summary) : null;
    }

    public BlockList Page { get; }

    public Facts Facts { get; }

    public Box? Container { get; }

    public Box Root { get; }

    public int TitleBlock { get; }

    /// <summary>In words; a box that holds more is as good as the page.</summary>
    public int NearlyAll { get; }

    /// <summary>Where the article begins, for what stands about its beginning.</summary>
    public int Anchor => TitleBlock >= 0 ? TitleBlock : Container?.FirstBlock ?? 0;

    public int CommentWords { get; }

    public int ForumWords { get; }

    public int ProductWords { get; }

    public int ArticleBoxes { get; }

    public int TopHeadings { get; }

    public PageKinds Kinds { get; }

    public int Count => Page.Blocks.Count;

    public float TopicOf(int block, Phrases.Topic topic) =>
        block < 0 || block >= Count ? 0 : _topics[block * Phrases.Topics + (int)topic];

    /// <summary>Whether the page's data repeats the block in the article's text: 1, 0, or -1 where it tells no text.</summary>
    public float IsToldAsBody(Block block) => _toldBody is null || (long)block.Index * _toldBody.Length > MaxCompared ? -1 : _toldBody.Contains(Start(block), StringComparison.Ordinal) ? 1 : 0;

    public bool IsToldAsSummary(Block block) => _toldSummary is not null && block.Words > 5 && (_toldSummary.StartsWith(Start(block), StringComparison.Ordinal) || Start(block).StartsWith(_toldSummary, StringComparison.Ordinal));

    public int Copies(Block block) => _copies[block.Text];

    public int HeadingAbove(int block) => _headingAbove[block];

    public int SinceProse(int block) => _proseAbove[block] < 0 ? 50 : Math.Min(50, block - _proseAbove[block]);

    public int UntilProse(int block) => Math.Min(50, _proseBelow[block] - block);

    public int Prose(int from, int to) => _proseBefore[Clamp(to)] - _proseBefore[Clamp(from)];

    public int Words(int from, int to) => _wordsBefore[Clamp(to)] - _wordsBefore[Clamp(from)];

    public float LinkDensity(int from, int to)
    {
        var words = Words(from, to);
        return words == 0 ? 0 : (float)(_linkWordsBefore[Clamp(to)] - _linkWordsBefore[Clamp(from)]) / words;
    }

    private static string Start(Block block) => Plain(block.Text.Length > 60 ? block.Text[..60] : block.Text);

    /// <summary>Letters and digits alone: the page and its data differ in white space, quotes and markup.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, 200_000)))
        {
            if (char.IsLetterOrDigit(letter)) plain.Append(char.ToLowerInvariant(letter));
        }

        return plain.ToString();
    }

    private static void CountAlike(IReadOnlyList<Box> boxes)
    {
        var many = new Dictionary<(Box?, string, string?), int>(boxes.Count);
        foreach (var box in boxes) CollectionsMarshal.GetValueRefOrAddDefault(many, (box.Parent, box.Tag, box.Element.ClassName), out _)++;
        foreach (var box in boxes) box.Alike = many[(box.Parent, box.Tag, box.Element.ClassName)];
    }

    private int Clamp(int at) => Math.Clamp(at, 0, Count);

    private static int FindTitle(BlockList page, string? title)
    {
        if (title is null) return -1;
        var fallback = -1;
        foreach (var block in page.Blocks)
        {
            if (block.Text.Length < title.Length * 2 + 20 && Titles.Squeeze(block.Text).Equals(title, StringComparison.OrdinalIgnoreCase))
            {
                if (block.IsHeading) return block.Index;
                if (fallback < 0) fallback = block.Index;
            }
            else if (fallback < 0 && (block.Tag == "h1" || block.IsHeading && block.Text.Length < title.Length * 3 / 2 && block.Text.StartsWith(title, StringComparison.OrdinalIgnoreCase)))
            {
                fallback = block.Index;
            }
        }

        return fallback;
    }
}
