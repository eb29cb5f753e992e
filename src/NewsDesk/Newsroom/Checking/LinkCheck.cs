using System.Globalization;
using NewsDesk.Pages;
using NewsDesk.Press.Pictures;
using NewsDesk.Press.Posts;

namespace NewsDesk.Newsroom.Checking;

/// <summary>Follows the links within the site, without a site: to posts, pages, personas, tags, pictures and headings.</summary>
internal sealed class LinkCheck(Masthead masthead, IReadOnlyList<Post> posts, KnownPictures pictures, IReadOnlyDictionary<string, CheckedText> texts, DateTimeOffset now)
{
    private readonly ILookup<string, Post> _bySlug = posts.ToLookup(post => post.Slug, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, Post> _byAlias = posts.SelectMany(post => post.Aliases.Select(alias => (alias, post))).ToLookup(one => one.alias, one => one.post, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _tags = posts.SelectMany(post => post.Tags).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _kinds = posts.Select(post => post.Kind).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with an address that stands in <paramref name="file"/>; null when it leads somewhere, or off the site, which is not followed.</summary>
    public (string Message, bool IsError)? Follow(string address, string file)
    {
        var here = OnOwnSite(address);
        if (here is null) return null;
        var parts = here.Split('#', 2);
        var name = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "";
        if (parts[0].Length == 0) return name.Length == 0 || texts.GetValueOrDefault(file)?.Has(name) != false ? null : ($"#{name} is no heading of this text: {Headings(file)}", true);
        var path = parts[0].Split('?')[0];
        if (!path.StartsWith('/')) return Relative(path, file);
        var (problem, target) = Find([.. path.Trim('/').Split('/').Select(Uri.UnescapeDataString)], path);
        if (problem is not null || name.Length == 0 || target is null) return problem;
        return texts.GetValueOrDefault(target)?.Has(name) == false ? ($"#{name} is no heading of {target}: {Headings(target)}", true) : null;
    }

    private ((string Message, bool IsError)? Problem, string? Target) Find(string[] parts, string path)
    {
        if (parts.Length > 1 && _byAlias[string.Join('/', parts)].FirstOrDefault() is { } former) return (($"{path} only redirects: write {Address.OfPost(former.Slug, former.Date)}", false), former.Path);
        switch (parts)
        {
            case [""]:
                return (null, null);
            case ["media", ..]:
                return (pictures.FindTrouble(path) is { } trouble ? (trouble, true) : null, null);
            case ["persona", var id]:
                return masthead.FindPersona(id) is { } persona ? (null, persona.Path) : (Nowhere(path, "persona", id, masthead.Personas.Keys, one => $"/persona/{one}"), null);
            case ["tag", var tag]:
                return (_tags.Contains(Address.WordOf(tag)) ? null : Nowhere(path, "tag", tag, _tags, Address.OfTag), null);
            case [{ Length: 4 } year, { Length: 2 } month, var slug] when year.All(char.IsAsciiDigit) && month.All(char.IsAsciiDigit):
                return ToPost(path, slug);
            case [{ Length: 4 } year, .. { Length: 0 } or [{ Length: 2 }]] when year.All(char.IsAsciiDigit):
                return (null, null);
            case ["kind", var kind]:
                return (_kinds.Contains(Address.WordOf(kind)) ? null : Nowhere(path, "kind", kind, _kinds, Address.OfKind), null);
            case ["cover", _]:
                return (null, null);
            case [var page] when masthead.Pages.TryGetValue(page, out var plain):
                return (null, plain.Path);
            case [var first, ..] when Slug.IsReserved(first) || first.Contains('.', StringComparison.Ordinal):
                // The site answers it itself; whether an article of that number is there, only the archive knows.
                return (null, null);
            default:
                return (Nowhere(path, "page", parts[^1], masthead.Pages.Keys.Concat(posts.Select(post => post.Slug)), AddressOfSlugOrPage), null);
        }
    }

    private ((string Message, bool IsError)? Problem, string? Target) ToPost(string path, string slug)
    {
        if (_bySlug[slug].FirstOrDefault() is { } post)
        {
            var address = Address.OfPost(post.Slug, post.Date);
            if (post.Draft) return (($"{path} is a draft, which readers do not see: publish {post.Path}, or take the link out", false), post.Path);
            if (post.Date > now) return ((string.Create(CultureInfo.InvariantCulture, $"{path} appears only on {post.Date.UtcDateTime:yyyy-MM-dd HH:mm}: until then the link leads nowhere"), false), post.Path);
            return (Uri.UnescapeDataString(address) == Uri.UnescapeDataString(path.TrimEnd('/')) ? null : ($"{path} only redirects: write {address}", false), post.Path);
        }

        if (_byAlias[slug].FirstOrDefault() is { } moved) return (($"{path} only redirects: write {Address.OfPost(moved.Slug, moved.Date)}", false), moved.Path);
        return (Nowhere(path, "post", slug, posts.Select(one => one.Slug), AddressOfSlugOrPage), null);
    }

    private (string Message, bool IsError)? Relative(string path, string file)
    {
        var folder = file[..(file.LastIndexOf('/') + 1)];
        var full = Path.GetFullPath("/" + folder + Uri.UnescapeDataString(path)).TrimStart('/');
        if (posts.FirstOrDefault(post => post.Path == full) is { } post) return ($"\"{path}\" is a file, which readers cannot open: write its address {Address.OfPost(post.Slug, post.Date)}", true);
        return ($"\"{path}\" is looked for beside the page, not beside the file: begin the address with / or https://", true);
    }

    private static (string, bool) Nowhere(string path, string kind, string word, IEnumerable<string> known, Func<string, string> addressOf) =>
        ($"{path} leads nowhere, there is no such {kind}: " + (Nearest.Find(word, known) is { } near ? $"did you mean {addressOf(near)}?" : "mend the address, or take the link out"), true);

    private string AddressOfSlugOrPage(string slug) => _bySlug[slug].FirstOrDefault() is { } post ? Address.OfPost(post.Slug, post.Date) : Address.OfPage(slug);

    private string Headings(string file)
    {
        var names = texts[file].Names.Where(name => name.StartsWith("to-", StringComparison.Ordinal)).Select(name => "#" + name[3..]).ToList();
        return names.Count == 0 ? "it has none" : $"there are {string.Join(", ", names)}";
    }

    /// <summary>The part of an address after the site; null for other sites, and for what is no page.</summary>
    private string? OnOwnSite(string address)
    {
        var written = address.Trim();
        if (written.StartsWith("//", StringComparison.Ordinal)) return null;
        if (written.StartsWith('/') || written.StartsWith('#')) return written;
        if (!Uri.TryCreate(written, UriKind.Absolute, out var url)) return written;
        return url.Scheme is "http" or "https" && url.Authority.Equals(masthead.SiteUrl.Authority, StringComparison.OrdinalIgnoreCase) ? url.PathAndQuery + url.Fragment : null;
    }
}
