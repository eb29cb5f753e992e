namespace NewsDesk.Wire.Stories.Telling;

/// <summary>Finds the headline whose words the other articles share most, for its length; the first of equal ones.</summary>
internal static class CentralHeadline
{
    /// <summary>Keeps a headline of one shared word from winning by its brevity.</summary>
    private const double Brevity = 3;

    public static Voice Find(IReadOnlyList<Voice> voices, Shares shares)
    {
        var best = voices[0];
        var most = double.MinValue;
        foreach (var voice in voices)
        {
            var score = voice.Title.Sum(shares.Of) / (voice.Title.Count + Brevity);
            if (voice.Article.Title.Length == 0 || score <= most) continue;
            (best, most) = (voice, score);
        }

        return best;
    }
}
