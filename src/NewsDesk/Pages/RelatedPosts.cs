using NewsDesk.Archive;

namespace NewsDesk.Pages;

/// <summary>Posts that share most with one: the originals they answer first, then their tags.</summary>
public static class RelatedPosts
{
    private const int Shown = 3;

    /// <summary>So many tags are asked for, and so many posts of each: enough to choose from.</summary>
    private const int MostTags = 4, MostOfEach = 8;

    public static async Task<IReadOnlyList<PostLine>> FindAsync(PostLine post, Posts posts, DateTimeOffset now, CancellationToken cancel)
    {
        var found = new Dictionary<long, (PostLine Post, int Shared)>();
        foreach (var original in post.Originals.Take(MostTags)) Note(await posts.ListAnsweringAsync(original.Url, now, cancel), weight: 2);
        foreach (var tag in post.Tags.Take(MostTags)) Note((await posts.ListNewestAsync(null, MostOfEach, new() { Tag = tag }, now, cancel)).Items, weight: 1);
        return found.Values.OrderByDescending(one => one.Shared).ThenByDescending(one => one.Post.Published).ThenBy(one => one.Post.Id)
            .Take(Shown).Select(one => one.Post).ToList();

        void Note(IReadOnlyList<PostLine> some, int weight)
        {
            foreach (var one in some.Where(one => one.Id != post.Id))
                found[one.Id] = (one, found.GetValueOrDefault(one.Id).Shared + weight);
        }
    }
}
