namespace NewsDesk.Press.Posts;

/// <summary>Guesses which known word a misspelt one stands for.</summary>
public static class Nearest
{
    /// <summary>Longer words are no key, however near they come.</summary>
    private const int MaxLength = 40;

    public static string Advice(string word, IEnumerable<string> known)
    {
        var all = known.ToList();
        return Find(word, all) is { } near ? $"did you mean {near}?" : $"known are {string.Join(", ", all)}";
    }

    public static string? Find(string word, IEnumerable<string> known) =>
        word.Length > MaxLength ? null : known
            .Select(candidate => (candidate, distance: Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(found => found.distance <= 1 + Math.Max(word.Length, found.candidate.Length) / 4)
            .OrderBy(found => found.distance)
            .Select(found => found.candidate)
            .FirstOrDefault();

    /// <summary>How many letters to add, take away, change or swap with the neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var distance = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) distance[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) distance[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(change, 1 + Math.Min(distance[i - 1, j], distance[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
            }
        }

        return distance[a.Length, b.Length];
    }
}
