using System.Buffers;
using System.Text;

namespace NewsDesk.Archive.Searching;

/// <summary>
/// What the search index holds of one article or post, in UTF-8 with a space between words: the title's words and the text's, in order, and
/// marks, each part behind a gap. A mark is a made-up word that nobody can type: the title's words once more (¶moon), the source (§s12), the
/// month (§m202606), the language (§lde).
/// </summary>
internal sealed record Entry(byte[] Words)
{
    /// <summary>PostgreSQL knows places of words up to 16,383; what follows in a very long text is not found by either.</summary>
    private const int MostWords = 15_000;

    private const int MostWordsOfTitle = 200;

    /// <summary>PostgreSQL takes an entry of at most a megabyte.</summary>
    private const int MostBytes = 300_000;

    /// <summary>Of an article.</summary>
    public static Entry Of(string title, string text, long sourceId, DateTimeOffset wireTime, string? language) =>
        LanguageTag.Primary(language).Length > 0
            ? Make(title, text, Mark.Source(sourceId), Mark.Month(wireTime), Mark.Language(language!))
            : Make(title, text, Mark.Source(sourceId), Mark.Month(wireTime));

    /// <summary>Of a post.</summary>
    public static Entry Of(string title, string? summary, string text) => Make(title, $"{summary}\n{text}");

    private static Entry Make(string title, string text, params ReadOnlySpan<string> marks)
    {
        var written = new ArrayBufferWriter<byte>(title.Length * 2 + text.Length + 512);
        var titleWords = new HashSet<string>(StringComparer.Ordinal);
        var reader = new WordReader(Storable.Text(title));
        for (var words = 0; words < MostWordsOfTitle && reader.Next(); words++)
        {
            titleWords.Add(reader.Folded.ToString());
            Write(written, reader.Folded);
        }

        Write(written, Mark.Gap);
        var from = written.WrittenCount;
        reader = new WordReader(Storable.Text(text));
        for (var words = 0; words < MostWords && written.WrittenCount - from < MostBytes && reader.Next(); words++) Write(written, reader.Folded);
        Write(written, Mark.Gap);
        foreach (var word in titleWords) Write(written, Mark.InTitle(word));
        foreach (var mark in marks) Write(written, mark);
        return new Entry(written.WrittenSpan[..^1].ToArray());
    }

    private static void Write(ArrayBufferWriter<byte> to, ReadOnlySpan<char> word)
    {
        var room = to.GetSpan(Encoding.UTF8.GetMaxByteCount(word.Length) + 1);
        var length = Encoding.UTF8.GetBytes(word, room);
        room[length] = (byte)' ';
        to.Advance(length + 1);
    }
}
