using NewsDesk.Press.Pictures;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Newsroom;

/// <summary>What the desk says of itself, all read from its files: the site, its personas, pages and list of strong words.</summary>
/// <param name="Fingerprint">Changes with any of the files: what was printed under another one is printed anew.</param>
public sealed record Masthead(
    Site Site,
    IReadOnlyDictionary<string, Persona> Personas,
    IReadOnlyDictionary<string, StaticPage> Pages,
    WordList Words,
    string Fingerprint)
{
    private static readonly Uri Here = new("http://localhost:5080/");

    public static Masthead Empty { get; } = new(new(), new Dictionary<string, Persona>(StringComparer.Ordinal),
        new Dictionary<string, StaticPage>(StringComparer.Ordinal), WordList.Empty, "");

    /// <summary>Those of the desk, for whatever is printed under it; none are known where nobody has looked.</summary>
    public KnownPictures Pictures { get; init; } = KnownPictures.None;

    /// <summary>What everything of this desk is printed with.</summary>
    public RenderContext Paper => new() { Words = Words, Pictures = Pictures, SiteUrl = SiteUrl, Language = Site.Language };

    public Uri SiteUrl => Site.Url ?? Here;

    public Uri AbsoluteUrl(string path) => new(SiteUrl, path);

    /// <summary>The persona that a post names, by its id or by its name.</summary>
    public Persona? FindPersona(string? called) =>
        called is null ? null : Personas.GetValueOrDefault(called) ?? Personas.Values.FirstOrDefault(persona => persona.IsCalled(called));
}
