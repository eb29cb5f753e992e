namespace NewsDesk.Wire.Stories.Figures;

/// <summary>The words right before or after a figure that say how sure it is.</summary>
internal static class HedgeWords
{
    private const int LooksBack = 34;

    private static readonly (string Words, Hedge Hedge)[] Before =
    [
        .. All(Hedge.UpTo, "up to|as much as|as many as|at most|no more than|a maximum of|bis zu|höchstens|maximal|jusqu'à|jusqu’à|au plus|hasta|fino a|até|tot wel"),
        .. All(Hedge.AtLeast, "at least|more than|over|no fewer than|no less than|well over|in excess of|upwards of|a minimum of|mindestens|mehr als|über|wenigstens|au moins|plus de|plus d'|al menos|más de|almeno|più di|pelo menos|mais de|minstens|meer dan"),
        .. All(Hedge.LessThan, "less than|fewer than|under|below|weniger als|unter|moins de|menos de|meno di|minder dan"),
        .. All(Hedge.About, "about|around|some|roughly|approximately|approx.|nearly|almost|close to|an estimated|estimated|circa|ca.|rund|etwa|ungefähr|knapp|fast|gut|um die|environ|près de|quelque|presque|cerca de|unos|unas|alrededor de|circa|quasi|ongeveer|zo'n|~|≈"),
    ];

    private static readonly string[] Hearsay =
        ["reportedly", "is said to", "are said to", "was said to", "rumoured", "rumored", "allegedly", "angeblich", "dem vernehmen nach", "soll ", "sollen ", "selon des sources", "según fuentes"];

    public static Hedge Of(string sentence, int start, int end, bool isDuration = false)
    {
        var before = sentence.AsSpan(Math.Max(0, start - LooksBack), start - Math.Max(0, start - LooksBack)).TrimEnd();
        // "up to about 40": the outer word decides, so both are tried, the nearer first.
        var hedge = Hedge.None;
        for (var rounds = 0; rounds < 3 && Nearest(before, isDuration, out var found, out var length); rounds++)
        {
            if (hedge is Hedge.None or Hedge.About) hedge = found;
            before = before[..^length].TrimEnd();
        }

        if (hedge != Hedge.None) return hedge;
        var after = sentence.AsSpan(end, Math.Min(12, sentence.Length - end));
        return after.StartsWith(" or more", StringComparison.OrdinalIgnoreCase) || after.StartsWith(" oder mehr", StringComparison.OrdinalIgnoreCase)
            || after.StartsWith(" ou plus", StringComparison.OrdinalIgnoreCase) ? Hedge.AtLeast : Hedge.None;
    }

    public static bool IsHearsay(string sentence) => Hearsay.Any(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool Nearest(ReadOnlySpan<char> before, bool isDuration, out Hedge hedge, out int length)
    {
        foreach (var (words, meant) in Before)
        {
            if (!before.EndsWith(words, StringComparison.OrdinalIgnoreCase)) continue;
            // "Over two years" tells how long something takes, not that it takes longer.
            if (isDuration && words is "over" or "über") continue;
            var start = before.Length - words.Length;
            if (start > 0 && char.IsLetterOrDigit(before[start - 1])) continue;
            (hedge, length) = (meant, words.Length);
            return true;
        }

        (hedge, length) = (Hedge.None, 0);
        return false;
    }

    private static IEnumerable<(string, Hedge)> All(Hedge hedge, string words) => words.Split('|').Select(word => (word, hedge));
}
