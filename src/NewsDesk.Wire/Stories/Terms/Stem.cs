namespace NewsDesk.Wire.Stories.Terms;

/// <summary>Takes the commonest endings off a word, so that "buys" meets "buy". Light on purpose: a name must stay itself.</summary>
public static class Stem
{
    public static string Of(string word)
    {
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal)) return word[..^3] + "y";
        if (word.Length > 4 && EndsInHissingPlural(word)) return word[..^2];
        if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')) word = word[..^1];
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal)) word = Undouble(word[..^3]);
        else if (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal)) word = Undouble(word[..^2]);
        return word.Length > 4 && word[^1] == 'e' ? word[..^1] : word;
    }

    private static bool EndsInHissingPlural(string word) =>
        word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
        || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal);

    private static string Undouble(string word) =>
        word.Length > 3 && word[^1] == word[^2] && word[^1] is not ('l' or 's' or 'z') ? word[..^1] : word;
}
