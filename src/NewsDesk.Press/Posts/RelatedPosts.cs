namespace NewsDesk.Press.Posts;

/// <summary>"You might also like": posts that answer the same originals, belong to the same story, bear the same tags or speak of the same things.</summary>
public sealed class RelatedPosts
{
    /// <summary>What one thing in common weighs, before it is divided among those that share it.</summary>
    private const double Original = 12, Story = 9, Tag = 4, Word = 1.5;

    /// <summary>What is in more posts than this is no sign of kinship, and would cost a walk through all of them.</summary>
    private const int MaxSharing = 400;

    private readonly Dictionary<string, PostTraits> _posts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PostTraits>> _sharing = new(StringComparer.OrdinalIgnoreCase);

    public RelatedPosts(IEnumerable<PostTraits> posts)
    {
        foreach (var post in posts)
        {
            if (!_posts.TryAdd(post.Slug, post)) continue;
            foreach (var (trait, _) in TraitsOf(post))
            {
                if (!_sharing.TryGetValue(trait, out var sharing)) _sharing.Add(trait, sharing = []);
                sharing.Add(post);
            }
        }
    }

    /// <summary>Answers the slugs of at most <paramref name="count"/> posts, the nearest first, newer before older; never the post itself.</summary>
    public IReadOnlyList<string> For(string slug, int count)
    {
        if (!_posts.TryGetValue(slug, out var post)) return [];
        var scores = new Dictionary<PostTraits, double>();
        foreach (var (trait, weight) in TraitsOf(post))
        {
            var sharing = _sharing[trait];
            if (sharing.Count is 1 or > MaxSharing) continue;
            // Two posts with a rare thing in common are nearer than two with a frequent one.
            var score = weight / Math.Log2(1 + sharing.Count);
            foreach (var other in sharing)
            {
                if (other.Slug != slug) scores[other] = scores.GetValueOrDefault(other) + score;
            }
        }

        return [.. scores.OrderByDescending(found => found.Value).ThenByDescending(found => found.Key.Date).ThenBy(found => found.Key.Slug, StringComparer.Ordinal)
            .Take(count).Select(found => found.Key.Slug)];
    }

    private static IEnumerable<(string Trait, double Weight)> TraitsOf(PostTraits post) =>
        post.Originals.Select(url => ("original " + url.TrimEnd('/'), Original))
            .Concat(post.Stories.Select(story => ("story " + story, Story)))
            .Concat(post.Tags.Select(tag => ("tag " + tag, Tag)))
            .Concat(post.Words.Select(word => ("word " + word, Word)))
            .DistinctBy(trait => trait.Item1, StringComparer.OrdinalIgnoreCase);
}

/// <summary>What makes a post kin to others.</summary>
public sealed record PostTraits
{
    /// <summary>Shorter ones are articles and pronouns in most languages.</summary>
    private const int MinWordLength = 5;

    public required string Slug { get; init; }

    public DateTimeOffset Date { get; init; }

    public IReadOnlyList<string> Originals { get; init; } = [];

    /// <summary>Whatever names the stories that its originals belong to.</summary>
    public IReadOnlyList<string> Stories { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The words that a headline and a summary are about.</summary>
    public static IReadOnlyList<string> WordsOf(string title, string? summary)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var text = (title + " " + summary).AsSpan();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            if (end - start >= MinWordLength) words.Add(text[start..end].ToString());
            start = end + 1;
        }

        return [.. words];
    }
}
