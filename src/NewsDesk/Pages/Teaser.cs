using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Press.Posts;

namespace NewsDesk.Pages;

/// <summary>A post as lists and heads show it.</summary>
public sealed record Teaser(PostLine Post, Persona? Persona)
{
    public string Path => Address.OfPost(Post.Slug, Post.Published);

    public string Standfirst => Post.Summary ?? Post.Excerpt;

    public bool IsStrong => Post.Language == "strong";

    public static Teaser Of(PostLine post, Masthead masthead) => new(post, masthead.FindPersona(post.Persona));
}
