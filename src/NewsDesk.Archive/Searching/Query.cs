namespace NewsDesk.Archive.Searching;

/// <summary>What a person looks for: <c>words "a phrase" -without begin*</c>. Any text at all is a query; the worst finds nothing.</summary>
internal sealed record Query(IReadOnlyList<Term> Wanted, IReadOnlyList<Term> Unwanted)
{
    /// <summary>Of what was typed; nobody means more.</summary>
    public const int MaxLetters = 1000;

    public const int MaxTerms = 16;

    private const int MaxWordsOfATerm = 16;

    /// <summary>Shorter beginnings are taken as whole words: too much begins with them to be of use.</summary>
    private const int MinLettersOfABeginning = 3;

    public static Query Parse(string? text)
    {
        var wanted = new List<Term>();
        var unwanted = new List<Term>();
        var rest = (text ?? "").AsSpan();
        if (rest.Length > MaxLetters) rest = rest[..MaxLetters];
        while ((rest = rest.TrimStart()).Length > 0 && wanted.Count + unwanted.Count < MaxTerms)
        {
            var without = rest[0] == '-' && rest.Length > 1 && !char.IsWhiteSpace(rest[1]);
            if (without) rest = rest[1..];
            var typed = Take(ref rest, out var isPhrase);
            if (Read(typed.ToString(), isPhrase) is { } term) (without ? unwanted : wanted).Add(term);
        }

        return new Query(wanted, unwanted);
    }

    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> rest, out bool isPhrase)
    {
        isPhrase = rest[0] is '"' or '“' or '”' or '„' or '«';
        if (isPhrase) rest = rest[1..];
        var end = 0;
        while (end < rest.Length && !(isPhrase ? rest[end] is '"' or '“' or '”' or '»' : char.IsWhiteSpace(rest[end]) || rest[end] is '"' or '“')) end++;
        var taken = rest[..end];
        rest = rest[Math.Min(rest.Length, isPhrase ? end + 1 : end)..];
        return taken;
    }

    private static Term? Read(string typed, bool isPhrase)
    {
        string[] words = [.. Words.Of(typed, MaxWordsOfATerm).Select(word => word.Folded)];
        if (words.Length == 0) return null;
        return new Term(words, !isPhrase && typed.EndsWith('*') && words[^1].Length >= MinLettersOfABeginning);
    }
}

/// <summary>Words that stand side by side; the last one may be only a beginning.</summary>
internal sealed record Term(IReadOnlyList<string> Words, bool IsBeginning)
{
    /// <summary>Whether the term stands in <paramref name="words"/> from <paramref name="at"/> on.</summary>
    public bool StandsAt(IReadOnlyList<string> words, int at)
    {
        if (at + Words.Count > words.Count) return false;
        for (var i = 0; i < Words.Count; i++)
        {
            if (!Fits(i, words[at + i])) return false;
        }

        return true;
    }

    /// <summary>Whether the term stands anywhere in <paramref name="words"/>.</summary>
    public bool StandsIn(FoldedWords words)
    {
        for (var at = 0; at + Words.Count <= words.Count; at++)
        {
            if (StandsAt(words, at)) return true;
        }

        return false;
    }

    private bool StandsAt(FoldedWords words, int at)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (!Fits(i, words[at + i])) return false;
        }

        return true;
    }

    private bool Fits(int at, ReadOnlySpan<char> word) => IsBeginning && at == Words.Count - 1 ? word.StartsWith(Words[at]) : word.SequenceEqual(Words[at]);
}
