namespace NewsDesk.Archive.Searching;

/// <summary>A text's first words as they are looked for, in room that the next text uses again: a search ranks hundreds of texts, and a string of each word was half its time.</summary>
internal sealed class FoldedWords
{
    /// <summary>What comes later in a text says little of what it is about.</summary>
    private const int Most = 200;

    private readonly char[] _letters = new char[Most * Words.MaxLetters];
    private readonly int[] _ends = new int[Most];

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int at] => at == 0 ? _letters.AsSpan(0, _ends[0]) : _letters.AsSpan(_ends[at - 1].._ends[at]);

    /// <summary>Puts this text's words in the place of the last one's.</summary>
    public void Read(string text)
    {
        Count = 0;
        var reader = new WordReader(text);
        for (var end = 0; Count < Most && reader.Next(); _ends[Count++] = end)
        {
            reader.Folded.CopyTo(_letters.AsSpan(end));
            end += reader.Folded.Length;
        }
    }
}
