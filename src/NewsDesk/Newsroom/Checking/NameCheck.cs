using NewsDesk.Press.Posts;

namespace NewsDesk.Newsroom.Checking;

/// <summary>Finds posts that want one and the same address.</summary>
internal static class NameCheck
{
    public static IEnumerable<Finding> Check(IReadOnlyList<Post> posts, Func<Post, string, int> lineOf)
    {
        // As in the archive: the older one keeps it, and drafts take it from nobody.
        var published = posts.Where(post => !post.Draft).OrderBy(post => post.Date).ThenBy(post => post.Path, StringComparer.Ordinal).ToList();
        foreach (var alike in published.GroupBy(post => post.Slug, StringComparer.Ordinal))
        {
            foreach (var younger in alike.Skip(1))
                yield return new(younger.Path, lineOf(younger, "slug"), $"its slug {younger.Slug} belongs to {alike.First().Path}, which is older, so this post is not shown: give one of them another slug", IsError: true);
        }

        var bySlug = published.GroupBy(post => post.Slug, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var byAlias = new Dictionary<string, Post>(StringComparer.Ordinal);
        foreach (var (post, alias) in published.SelectMany(post => post.Aliases.Select(alias => (post, alias))))
        {
            if (bySlug.TryGetValue(alias, out var owner))
            {
                yield return owner == post
                    ? new(post.Path, lineOf(post, "aliases"), $"the alias {alias} is the post's own slug: take it out", IsError: false)
                    : new(post.Path, lineOf(post, "aliases"), $"the alias {alias} is the slug of {owner.Path}, so it leads there: take it out", IsError: true);
            }
            else if (!byAlias.TryAdd(alias, post))
            {
                yield return new(post.Path, lineOf(post, "aliases"), $"the alias {alias} belongs to {byAlias[alias].Path} too, so it leads to one of them only: take one out", IsError: true);
            }
        }
    }
}
