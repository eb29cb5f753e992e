using Markdig.Extensions.Footnotes;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsDesk.Press.Rendering.Blocks;
using NewsDesk.Press.Rendering.Bounds;
using NewsDesk.Press.Rendering.Citations;
using NewsDesk.Press.Rendering.Coverage;
using NewsDesk.Press.Rendering.Inlines;
using NewsDesk.Press.Rendering.Originals;
using NewsDesk.Press.Rendering.Typed;
using NewsDesk.Press.Rendering.Video;

namespace NewsDesk.Press.Rendering;

/// <summary>One walk through what was parsed, before anything is printed: limits what is there, and notes what the post is made of.</summary>
internal sealed class Preparation(Printing printing)
{
    /// <summary>One long address used by thousands of short links would print a book: so much of addresses and titles is printed in all.</summary>
    private const int MaxLinked = 250_000;

    private readonly List<Update> _updates = [];
    private readonly List<SignOff> _signOffs = [];
    private int _linked;

    public IReadOnlyList<Update> Updates => _updates;

    /// <summary>The first sign-off, taken out of the text; null when there is none.</summary>
    public SignOff? SignOff { get; private set; }

    public void Walk(MarkdownDocument document)
    {
        if (CrowdedTextParser.FindIn(document) is var (line, sign))
            printing.Warn(line, $"this paragraph has so many {sign} that the last ones are shown as they were typed: part it by empty lines");

        if (NewsroomBlockParser.FindTooDeep(document) is { } deep)
            printing.Warn(deep, "this ::: stands in too many others, so it is shown as it was typed: end some of them with a line of ::: before it");

        foreach (var (place, word) in StoryCoverageParser.Unknown.In(document))
            printing.Warn(place, $"{{{{{word}}}}} is nothing that is known here, so it is shown as it was typed: write {{{{story}}}} for who else tells the story");

        // The walk changes what hangs below a node, so the nodes are taken down first.
        var nodes = TypedFlaws.Mend(document, printing);
        Punctuation.Set(nodes, printing.Marks);
        foreach (var node in nodes)
        {
            if (node.TryGetAttributes() is { } attributes) Classes.Limit(node, attributes, printing);
            if (node is Block block) BlockCheck.Check(block, printing);
            if (node is LinkInline written) Bound(written);
            switch (node)
            {
                case HeadingBlock heading:
                    printing.Outline.Add(heading);
                    break;
                case LinkInline { IsImage: true } image:
                    printing.NoteImage(image.Url ?? "", image.Line);
                    break;
                case LinkInline link:
                    if (link.Url is { Length: > 0 } address) printing.NoteLink(address, link.Line);
                    break;
                case AutolinkInline { IsEmail: false } link:
                    printing.NoteLink(link.Url, link.Line);
                    break;
                case Citation citation:
                    printing.Sources.Resolve(citation, printing);
                    break;
                case HtmlBlock typed:
                    printing.NeedsCleaning = true;
                    if (typed.Type != HtmlBlockType.Comment) TypedTags.Note(typed.Lines.ToString(), typed.Line, printing);
                    break;
                case HtmlInline { Parent: not null } typed:
                    printing.NeedsCleaning = true;
                    TypedTags.Note(typed.Tag, typed.Line, printing);
                    break;
                case VideoBlock video:
                    video.Prepare(printing);
                    break;
                case PlacedOriginal original:
                    Place(original);
                    break;
                case Update update:
                    _updates.Add(update);
                    Number(update);
                    break;
                case SignOff signOff:
                    _signOffs.Add(signOff);
                    break;
            }
        }

        TakeOutSignOff();
    }

    private void Bound(LinkInline link)
    {
        var length = (link.Url?.Length ?? 0) + (link.Title?.Length ?? 0);
        if (length <= MaxLinked - _linked)
        {
            _linked += length;
            return;
        }

        if (_linked < MaxLinked) printing.Warn(link.Line, "the addresses of all links together are longer than a book, so that links from here on lead nowhere: use shorter ones");
        _linked = MaxLinked;
        link.Url = link.Title = "";
    }

    private void Place(PlacedOriginal original)
    {
        original.Card = printing.Cards.Place(original.Words);
        if (original.Card is null)
            printing.Warn(original.Line, $"::: original \"{original.Words}\" is neither an address nor the number of one of the post's originals: write ::: original https://…");
    }

    private void Number(Update update)
    {
        update.Number = _updates.Count;
        if (update.Date is null)
            printing.Warn(update.Line, $"::: update needs a date, not \"{update.Words}\": write ::: update 2026-11-05");
    }

    /// <summary>Text has one last word: a second one stays where it stands, as ordinary text.</summary>
    private void TakeOutSignOff()
    {
        for (var i = 0; i < _signOffs.Count; i++)
        {
            var signOff = _signOffs[i];
            if (i == 0)
            {
                SignOff = signOff;
                signOff.Parent?.Remove(signOff);
                continue;
            }

            printing.Warn(signOff.Line, "a post has one sign-off, and this is another, so it is shown as ordinary text: put both into one ::: signoff");
            Unwrap(signOff);
        }
    }

    private static void Unwrap(NewsroomBlock block)
    {
        if (block.Parent is not { } parent) return;
        var at = parent.IndexOf(block);
        parent.RemoveAt(at);
        while (block.Count > 0)
        {
            var child = block[^1];
            block.RemoveAt(block.Count - 1);
            parent.Insert(at, child);
        }
    }
}
