namespace NewsDesk.Wire.Stories.Terms;

/// <summary>A text's words, read once for all who ask: its language, its terms, its copies.</summary>
internal sealed class TextLines
{
    /// <summary>What an article is about it has said by then.</summary>
    private const int MostWords = 1500;

    private readonly List<int> _ends = [];
    private Word[] _array = [];

    private TextLines()
    {
    }

    public List<Word> Words { get; } = [];

    /// <summary>The words line by line.</summary>
    public IEnumerable<ReadOnlyMemory<Word>> All
    {
        get
        {
            var start = 0;
            foreach (var end in _ends)
            {
                yield return _array.AsMemory(start, end - start);
                start = end;
            }
        }
    }

    public static TextLines Read(string text)
    {
        var lines = new TextLines();
        for (var start = 0; start <= text.Length && lines.Words.Count < MostWords;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            Terms.Words.Read(start == 0 && end == text.Length ? text : text[start..end], MostWords - lines.Words.Count, lines.Words);
            lines._ends.Add(lines.Words.Count);
            start = end + 1;
        }

        lines._array = [.. lines.Words];
        return lines;
    }
}
