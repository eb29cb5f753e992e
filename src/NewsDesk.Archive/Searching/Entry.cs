using System.Text;

namespace NewsDesk.Archive.Searching;

/// <summary>
/// What the search index holds of one article or post: the title's words and the text's, in order, and marks. A mark is a made-up
/// word that nobody can type: the title's words once more (¶moon), the source (§s12), the month (§m202606).
/// </summary>
internal sealed record Entry(IReadOnlyList<string> Title, IReadOnlyList<string> Text, IReadOnlyList<string> Marks)
{
    /// <summary>PostgreSQL knows places of words up to 16,383; what follows in a very long text is not found by either.</summary>
    private const int MostWords = 15_000;

    /// <summary>PostgreSQL takes an entry of at most a megabyte.</summary>
    private const int MostBytes = 300_000;

    private static Entry Make(string title, string text, params string[] marks)
    {
        string[] titleWords = [.. Words.Of(Storable.Text(title), 200).Select(word => word.Folded)];
        var textWords = new List<string>();
        var bytes = 0;
        foreach (var word in Words.Of(Storable.Text(text), MostWords))
        {
            bytes += Encoding.UTF8.GetByteCount(word.Folded);
            if (bytes > MostBytes) break;
            textWords.Add(word.Folded);
        }

        return new Entry(titleWords, textWords, [.. titleWords.Select(Mark.InTitle).Distinct(StringComparer.Ordinal), .. marks]);
    }

    /// <summary>Of an article.</summary>
    public static Entry Of(string title, string text, long sourceId, DateTimeOffset wireTime) =>
        Make(title, text, Mark.Source(sourceId), Mark.Month(wireTime));

    /// <summary>Of a post.</summary>
    public static Entry Of(string title, string? summary, string text) => Make(title, $"{summary}\n{text}");
}
