using System.Globalization;
using NewsDesk.Markup;
using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering.Originals;

/// <summary>The cards of a post's originals: what the writer says, completed by what the archive knows.</summary>
internal sealed class OriginalCards
{
    /// <summary>A short excerpt is fair use; an article is not.</summary>
    private const int MaxExcerpt = 300;

    private readonly RenderContext _context;
    private readonly List<Card> _all;

    public OriginalCards(RenderContext context, Post post)
    {
        _context = context;
        _all = [.. post.Originals.Select(Make)];
    }

    public IReadOnlyList<Card> All => _all;

    /// <summary>Answers the card for what stands after <c>::: original</c>, an address or a number, and notes that it has its place.</summary>
    public Card? Place(string target)
    {
        var index = int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number - 1
            : WebAddress.Find(target) is { } address ? IndexOf(address.AbsoluteUri) : -1;
        if (index < 0 || index >= _all.Count) return null;
        return _all[index] = _all[index] with { IsInText = true };
    }

    private int IndexOf(string url)
    {
        var index = _all.FindIndex(card => card.Url.TrimEnd('/') == url.TrimEnd('/'));
        if (index >= 0) return index;
        _all.Add(Make(new Original { Url = url }));
        return _all.Count - 1;
    }

    private Card Make(Original original)
    {
        var known = _context.Originals.GetValueOrDefault(original.Url);
        return new Card
        {
            Url = original.Url,
            Domain = WebAddress.Domain(new Uri(original.Url)),
            Title = original.Title ?? known?.Title,
            Publisher = original.Publisher ?? known?.Publisher,
            Author = original.Author ?? known?.Author,
            Published = original.Published ?? known?.Published,
            Excerpt = original.Quote ?? (known?.Excerpt is { } excerpt ? PlainText.Excerpt(excerpt, MaxExcerpt) : null),
            IsQuote = original.Quote is not null,
            ArticlePath = known?.ArticlePath,
            OthersReporting = known?.OthersReporting ?? 0,
            StoryPath = known?.StoryPath,
        };
    }
}
