using NewsDesk.Archive;
using NewsDesk.Press.Posts;

namespace NewsDesk.Newsroom;

/// <summary>
/// Knows a post again whose file got another name and other words in one go: its subscribers must not get it twice. Programs that carry files from one
/// machine to another take the old one away first and bring the new one later, so who is gone is remembered for a while.
/// </summary>
internal sealed class RenamedPosts(TimeProvider clock)
{
    private const int MostRemembered = 100;

    /// <summary>Words in a row that make one mark of a text.</summary>
    private const int WordsInARow = 3;

    /// <summary>Of the shorter text's marks, how many the other one must have: a paragraph may be new, but not most of it.</summary>
    private const double LeastShared = 0.6;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly List<(IndexedPost Post, DateTimeOffset Gone)> _gone = [];

    /// <summary>Remembers a post whose file is gone.</summary>
    public void Remember(IndexedPost gone)
    {
        _gone.Add((gone, clock.GetUtcNow()));
        if (_gone.Count > MostRemembered) _gone.RemoveAt(0);
    }

    /// <summary>The post, gone a while ago, that this one was; it is not remembered any more.</summary>
    public IndexedPost? Take(Post now)
    {
        _gone.RemoveAll(one => clock.GetUtcNow() - one.Gone > Remembered);
        var place = _gone.FindIndex(one => IsSame(one.Post, now));
        if (place < 0) return null;
        var before = _gone[place].Post;
        _gone.RemoveAt(place);
        return before;
    }

    /// <summary>Whether it is the same post: at the same address, or mostly in the same words.</summary>
    public static bool IsSame(IndexedPost before, Post now)
    {
        if (before.Slug == now.Slug) return true;
        var (one, other) = (MarksOf(before.Text), MarksOf(now.Markdown));
        var fewer = Math.Min(one.Count, other.Count);
        return fewer > 0 && one.Count(other.Contains) >= LeastShared * fewer;
    }

    private static HashSet<string> MarksOf(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var isLetter = at < text.Length && char.IsLetterOrDigit(text[at]);
            if (isLetter && start < 0) start = at;
            if (isLetter || start < 0) continue;
            words.Add(text[start..at].ToUpperInvariant());
            start = -1;
        }

        return Enumerable.Range(0, Math.Max(0, words.Count - WordsInARow + 1))
            .Select(first => string.Join(' ', words.GetRange(first, WordsInARow))).ToHashSet(StringComparer.Ordinal);
    }
}
