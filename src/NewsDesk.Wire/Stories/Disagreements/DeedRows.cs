namespace NewsDesk.Wire.Stories.Disagreements;

/// <summary>Compares who pays and who supplies: whoever supplies is paid, so the same party on both ends is a dispute.</summary>
internal static class DeedRows
{
    private const int MostDeeds = 100;

    public static IReadOnlyList<Deed> Disputed(IReadOnlyList<StoryArticle> articles)
    {
        var deeds = articles.SelectMany(Deeds.Of).Where(deed => deed.Act != Act.Buys).Take(MostDeeds)
            .DistinctBy(deed => (deed.Act, deed.Who, deed.Article)).ToList();
        var payers = deeds.Where(deed => deed.Act == Act.Pays).ToList();
        var disputed = payers.Exists(payer => deeds.Exists(other => other.Article != payer.Article && Contradicts(payer, other)));
        return disputed ? deeds : [];
    }

    private static bool Contradicts(Deed payer, Deed other) =>
        other.Act == Act.Supplies
            // A payer without a name ("a rocket company") may be anyone: it is shown beside the supplier for readers to judge.
            ? IsSame(payer.Who, other.Who) || !char.IsUpper(payer.Who[0])
            : !IsSame(payer.Who, other.Who) && payer.Whom is not null && IsSame(payer.Whom, other.Who);

    private static bool IsSame(string one, string other) =>
        one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase);
}
