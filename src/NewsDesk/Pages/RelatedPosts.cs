using NewsDesk.Archive;

namespace NewsDesk.Pages;

/// <summary>Posts that share most with one: the originals they answer, the stories these tell, tags, and of those alike in this, words.</summary>
public static class RelatedPosts
{
    private const int Shown = 3;

    /// <summary>So many originals, stories and tags are asked for, and so many posts of each tag or word: enough to choose from.</summary>
    private const int Most = 4, MostOfEach = 8;

    /// <summary>Words of the title that the archive is searched for when too little is shared otherwise: the longest say most.</summary>
    private const int MostWords = 3, ShortestWord = 4;

    /// <param name="stories">The stories that the post's originals tell.</param>
    public static async Task<IReadOnlyList<PostLine>> FindAsync(
        PostLine post, IEnumerable<long> stories, Posts posts, Search search, DateTimeOffset now, CancellationToken cancel)
    {
        var found = new Dictionary<long, (PostLine Post, double Shared)>();
        foreach (var original in post.Originals.Take(Most)) Note(await posts.ListAnsweringAsync(original.Url, now, cancel), weight: 2);
        foreach (var story in stories.Order().Take(Most)) Note(await posts.ListAnsweringStoryAsync(story, now, cancel), weight: 2);
        foreach (var tag in post.Tags.Take(Most)) Note((await posts.ListNewestAsync(null, MostOfEach, new() { Tag = tag }, now, cancel)).Items, weight: 1);
        var words = WordsOf(post);
        if (found.Count < Shown)
        {
            foreach (var word in WordsIn(post.Title).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Take(MostWords))
                Note((await search.FindPostsAsync(word, PostSearchFilter.Everything, 0, MostOfEach, now, cancel)).Items.Select(one => one.Item), weight: 0);
        }

        // Less than one tag, all together.
        return found.Values.OrderByDescending(one => one.Shared + Likeness(words, WordsOf(one.Post))).ThenByDescending(one => one.Post.Published).ThenBy(one => one.Post.Id)
            .Take(Shown).Select(one => one.Post).ToList();

        void Note(IEnumerable<PostLine> some, double weight)
        {
            foreach (var one in some.Where(one => one.Id != post.Id))
                found[one.Id] = (one, found.GetValueOrDefault(one.Id).Shared + weight);
        }
    }

    /// <summary>From 0, no word shared, to 1, all of them.</summary>
    private static double Likeness(HashSet<string> one, HashSet<string> other) =>
        one.Count == 0 || other.Count == 0 ? 0 : one.Count(other.Contains) / Math.Sqrt((double)one.Count * other.Count);

    private static HashSet<string> WordsOf(PostLine post) => [.. WordsIn($"{post.Title} {post.Summary} {post.Excerpt}")];

    private static IEnumerable<string> WordsIn(string text)
    {
        var letters = string.Concat(text.Select(letter => char.IsLetter(letter) ? char.ToLowerInvariant(letter) : ' '));
        return letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestWord).Distinct(StringComparer.Ordinal);
    }
}
