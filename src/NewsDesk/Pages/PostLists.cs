using NewsDesk.Archive;
using NewsDesk.Newsroom;

namespace NewsDesk.Pages;

/// <summary>One page of a list of posts, and where the list goes on.</summary>
public sealed record PostList(IReadOnlyList<Teaser> Lines, Pager Pager);

/// <summary>The posts that a page lists, as its reader gets to see them.</summary>
public sealed class PostLists(Posts posts, Masthead masthead, ReadingLanguage reading, TimeProvider clock)
{
    private const int PostsShown = 20;

    /// <summary>Newest first, from <paramref name="at"/> on; <paramref name="address"/> is the page's own.</summary>
    public async Task<PostList> ListAsync(PostFilter filter, Place? at, string address, CancellationToken cancel)
    {
        var slice = await posts.ListNewestAsync(at, PostsShown, filter, clock.GetUtcNow(), cancel);
        return new([.. slice.Items.Select(post => Teaser.Of(post, masthead, reading))], Pager.Of(slice, address));
    }
}
