using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering.Citations;
using NewsDesk.Press.Rendering.Headings;
using NewsDesk.Press.Rendering.Inlines;
using NewsDesk.Press.Rendering.Originals;
using NewsDesk.Press.Typesetting;

namespace NewsDesk.Press.Rendering;

/// <summary>What is gathered while one text is printed.</summary>
internal sealed class Printing(RenderContext context, Post post)
{
    public RenderContext Context => context;

    public Post Post => post;

    public CitedSources Sources { get; } = new(context, post);

    public OriginalCards Cards { get; } = new(context, post);

    /// <summary>How this site quotes.</summary>
    public QuoteMarks Marks { get; } = QuoteMarks.Of(context.Language);

    public Outline Outline { get; } = new();

    public List<WrittenAddress> Links { get; } = [];

    public List<WrittenAddress> Images { get; } = [];

    public List<Warning> Warnings { get; } = [];

    /// <summary>Whether something was typed that the cleaner must judge: a tag, or an address that is not harmless at a glance.</summary>
    public bool NeedsCleaning { get; set; }

    /// <summary>Answers what to print for an address as the writer wrote it, and notes when the cleaner must see it.</summary>
    public string Address(string? written, bool isLink)
    {
        var address = (written ?? "").Trim();
        if (address is ['#', .. var name])
        {
            // Writers link to a heading by its words alone; its name has something before them.
            if (Outline.Has(Outline.IdPrefix + name)) return "#" + Outline.IdPrefix + name;
            if (!Outline.Has(name)) NeedsCleaning = true;
            return address;
        }

        if (OnOwnSite(address) is { } here) return here;
        if (!PlainAddress.Is(address, isLink)) NeedsCleaning = true;
        return address;
    }

    public void NoteLink(string address, int line) => Links.Add(new(address, post.MarkdownLine + line));

    /// <summary>Notes an image of the text, and warns when it is ours and not there.</summary>
    public void NoteImage(string address, int line)
    {
        if (address.Length > 0) Images.Add(new(address, post.MarkdownLine + line));
        WarnOfMissing(address, post.MarkdownLine + line);
    }

    public void WarnOfMissing(string address, int fileLine)
    {
        var here = OnOwnSite(address.Trim()) ?? address.Trim();
        if (context.Pictures.FindTrouble(here) is { } trouble) Warnings.Add(new(post.Path, fileLine, trouble) { IsError = true });
    }

    /// <param name="line">Counted from zero in the Markdown, as the parser counts.</param>
    /// <param name="message">What is wrong, and what to write instead.</param>
    public void Warn(int line, string message)
    {
        Warnings.Add(new(post.Path, post.MarkdownLine + line, message));
    }

    /// <summary>An absolute address of our own becomes a relative one: it works in a preview too, and can be checked.</summary>
    public string? OnOwnSite(string address) =>
        context.SiteUrl is { } site
        && PlainAddress.Is(address, isLink: true)
        && Uri.TryCreate(address, UriKind.Absolute, out var url)
        && url.Scheme == site.Scheme
        && string.Equals(url.Authority, site.Authority, StringComparison.OrdinalIgnoreCase)
        && !url.PathAndQuery.StartsWith("//", StringComparison.Ordinal)
            ? url.PathAndQuery + url.Fragment
            : null;
}
