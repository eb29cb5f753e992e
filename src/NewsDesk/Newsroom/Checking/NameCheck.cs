using NewsDesk.Pages;
using NewsDesk.Press.Posts;

namespace NewsDesk.Newsroom.Checking;

/// <summary>Finds posts that want one and the same address.</summary>
internal static class NameCheck
{
    public static IEnumerable<Finding> Check(IReadOnlyList<Post> posts, Func<Post, string> textOf)
    {
        // As in the archive: the older one keeps it, and drafts take it from nobody.
        var published = posts.Where(post => !post.Draft).OrderBy(post => post.Date).ThenBy(post => post.Path, StringComparer.Ordinal).ToList();
        foreach (var alike in published.GroupBy(post => post.Slug, StringComparer.Ordinal))
        {
            foreach (var younger in alike.Skip(1))
                yield return new(younger.Path, FileLine.Of(textOf(younger), "slug:"), $"its slug {younger.Slug} belongs to {alike.First().Path}, which is older, so this post is not shown: give one of them another slug", IsError: true);
        }

        var bySlug = published.GroupBy(post => post.Slug, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var byAddress = published.GroupBy(post => Uri.UnescapeDataString(Address.OfPost(post.Slug, post.Date)).Trim('/'), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var byAlias = new Dictionary<string, Post>(StringComparer.Ordinal);
        foreach (var (post, alias) in published.SelectMany(post => post.Aliases.Select(alias => (post, alias))))
        {
            if (bySlug.TryGetValue(alias, out var owner) || byAddress.TryGetValue(alias, out owner))
            {
                var what = alias.Contains('/', StringComparison.Ordinal) ? "address" : "slug";
                yield return owner == post
                    ? new(post.Path, LineOf(post, alias), $"the alias {alias} is the post's own {what}: take it out", IsError: false)
                    : new(post.Path, LineOf(post, alias), $"the alias {alias} is the {what} of {owner.Path}, so it leads there: take it out", IsError: true);
            }
            else if (!byAlias.TryAdd(alias, post))
            {
                yield return new(post.Path, LineOf(post, alias), $"the alias {alias} belongs to {byAlias[alias].Path} too, so it leads to one of them only: take one out", IsError: true);
            }
        }

        int LineOf(Post post, string alias) => FileLine.Of(textOf(post), alias, "aliases:");
    }
}
