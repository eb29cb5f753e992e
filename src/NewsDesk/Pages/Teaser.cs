using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Pages;

/// <summary>A post as lists and heads show it, in the text that the reader wants.</summary>
public sealed record Teaser(PostLine Post, Persona? Persona, ReadingLanguage Reading, WordList Words)
{
    public string Path => Address.OfPost(Post.Slug, Post.Published);

    public string Title => Reading.IsClean ? Post.CleanTitle ?? Post.Title : Post.Title;

    public string? Summary => Reading.IsClean ? Post.CleanSummary ?? Post.Summary : Post.Summary;

    public string Standfirst => Summary ?? (Reading.IsClean ? PrintedDetails.Of(Post).CleanExcerpt ?? Post.Excerpt : Post.Excerpt);

    public string? Kind => Post.Kind is { } kind ? Reading.Said(kind, Words) : null;

    /// <summary>Each tag, and how this reader gets to see it.</summary>
    public IEnumerable<(string Tag, string Said)> Tags => Post.Tags.Select(tag => (tag, Reading.Said(tag, Words)));

    public bool IsStrong => Post.Language == "strong";

    /// <summary>The writer's picture; a post without one has cover art.</summary>
    public PrintedImage? Image { get; } = PrintedDetails.Of(Post).Image;

    public string Cover => Image?.Url ?? Address.OfCover(Post.Slug, "svg", Post.FileHash);

    public (int Width, int Height) CoverSize => Image is { Width: { } width, Height: { } height } ? (width, height) : CoverArtSize;

    public string? CoverAlt => Reading.IsClean ? Image?.CleanAlt : Image?.Alt;

    public string? CoverCaption => Reading.IsClean ? Image?.CleanCaption : Image?.Caption;

    /// <summary>For those who pass the post on: they show no SVG and no AVIF.</summary>
    public string ShareImage => IsShared ? Image!.Url : Address.OfCover(Post.Slug, "png", Post.FileHash);

    public (int Width, int Height) ShareImageSize => IsShared ? CoverSize : CoverArtSize;

    public string ShareImageAlt => IsShared ? CoverAlt ?? "" : "A halftone picture, drawn from the words of the piece";

    private static (int Width, int Height) CoverArtSize => (Covers.Cover.Width, Covers.Cover.Height);

    private bool IsShared => Image is { Width: not null } image
        && !image.Url.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) && !image.Url.EndsWith(".avif", StringComparison.OrdinalIgnoreCase);

    public static Teaser Of(PostLine post, Masthead masthead, ReadingLanguage reading) => new(post, PersonaOf(post, masthead, reading), reading, masthead.Words);

    private static Persona? PersonaOf(PostLine post, Masthead masthead, ReadingLanguage reading) =>
        masthead.FindPersona(post.Persona) is { } persona ? reading.IsClean ? persona.InClean(masthead.Words) : persona : null;
}
