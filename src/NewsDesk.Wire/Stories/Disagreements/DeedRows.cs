namespace NewsDesk.Wire.Stories.Disagreements;

/// <summary>Compares who pays and who supplies: whoever supplies is paid, so the same party on both ends is a dispute.</summary>
internal static class DeedRows
{
    private const int MostDeeds = 100;

    public static IReadOnlyList<Deed> Disputed(IReadOnlyList<StoryArticle> articles)
    {
        var deeds = articles.SelectMany(Deeds.Of).Take(MostDeeds).DistinctBy(deed => (deed.Act, deed.Who, deed.Whom, deed.Article)).ToList();
        var disputed = new HashSet<Deed>();
        foreach (var deed in deeds)
        {
            foreach (var other in deeds.Where(other => other.Article != deed.Article && Contradicts(deed, other)))
            {
                disputed.Add(deed);
                disputed.Add(other);
            }
        }

        return [.. deeds.Where(disputed.Contains)];
    }

    private static bool Contradicts(Deed deed, Deed other) => (deed.Act, other.Act) switch
    {
        // A payer without a name ("a rocket company") may be anyone: it is shown beside the supplier for readers to judge.
        (Act.Pays, Act.Supplies) => IsSame(deed.Who, other.Who) || !char.IsUpper(deed.Who[0]),
        (Act.Pays, Act.Pays) => !IsSame(deed.Who, other.Who) && deed.Whom is not null && IsSame(deed.Whom, other.Who),
        // Who buys a house pays its owner, not the house: one that is paid, or supplied, is not for sale.
        (Act.Buys, Act.Supplies) => deed.Whom is not null && other.Whom is not null && IsSame(deed.Whom, other.Whom),
        (Act.Buys, Act.Pays) => deed.Whom is not null && IsSame(deed.Whom, other.Who),
        _ => false,
    };

    private static bool IsSame(string one, string other) =>
        one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase);
}
