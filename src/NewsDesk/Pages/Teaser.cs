using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Press.Posts;

namespace NewsDesk.Pages;

/// <summary>A post as lists and heads show it, in the text that the reader wants.</summary>
public sealed record Teaser(PostLine Post, Persona? Persona, ReadingLanguage Reading)
{
    public string Path => Address.OfPost(Post.Slug, Post.Published);

    public string Title => Reading.IsClean ? Post.CleanTitle ?? Post.Title : Post.Title;

    public string? Summary => Reading.IsClean ? Post.CleanSummary ?? Post.Summary : Post.Summary;

    public string Standfirst => Summary ?? (Reading.IsClean ? PrintedDetails.Of(Post).CleanExcerpt ?? Post.Excerpt : Post.Excerpt);

    public bool IsStrong => Post.Language == "strong";

    public string Cover => Address.OfCover(Post.Slug, "svg", Post.FileHash);

    public string ShareImage => Address.OfCover(Post.Slug, "png", Post.FileHash);

    public static Teaser Of(PostLine post, Masthead masthead, ReadingLanguage reading) => new(post, PersonaOf(post, masthead, reading), reading);

    private static Persona? PersonaOf(PostLine post, Masthead masthead, ReadingLanguage reading) =>
        masthead.FindPersona(post.Persona) is { } persona ? reading.IsClean ? persona.InClean(masthead.Words) : persona : null;
}
