using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Stories;
using NewsDesk.Wire.Stories.Disagreements;
using NewsDesk.Wire.Stories.Figures;

namespace NewsDesk.Pages.StoryParts;

/// <summary>One version of something disputed: what is told, how surely, by whom, and the sentence.</summary>
public sealed record DisputeVersion(string Value, string? Hedge, string? Note, string Sentence, IReadOnlyList<ArticleLine> ToldBy);

/// <summary>Something that the articles of a story cannot agree on, or that only one of them has.</summary>
public sealed record Dispute(string Question, IReadOnlyList<DisputeVersion> Versions)
{
    public bool IsOnlyHere => Versions.Count == 1;

    /// <summary>Everything that is found, the figures first. What is left of it when an article was withdrawn is shown only if it still is a dispute.</summary>
    public static IReadOnlyList<Dispute> Of(StoryDisagreements found, IReadOnlyList<ArticleLine> articles)
    {
        var byId = articles.ToDictionary(article => StoryWindow.IdOf(article.Id), StringComparer.Ordinal);
        IReadOnlyList<ArticleLine> By(IEnumerable<string> ids) => [.. ids.Select(byId.GetValueOrDefault).OfType<ArticleLine>()];
        var disputes = new List<Dispute>();
        foreach (var figure in found.Figures)
        {
            disputes.Add(new(QuestionOf(figure.Kind), [.. figure.Versions.Select(version => new DisputeVersion(
                version.Figure.Text, StoryTeller.HedgeWords(version.Figure.Hedge), version.Figure.Reported ? "reportedly" : null, version.Figure.Sentence, By(version.Articles)))]));
        }

        if (found.Deeds.Count > 0)
        {
            // Several tell the same deed: their names stand below one sentence.
            disputes.Add(new("Who does what to whom", [.. found.Deeds.GroupBy(Told, StringComparer.OrdinalIgnoreCase).Select(same => new DisputeVersion(
                same.Key, null, null, same.First().Sentence, By(same.Select(deed => deed.Article).Distinct(StringComparer.Ordinal))))]));
        }

        foreach (var quote in found.Quotes)
            disputes.Add(new($"Who said “{quote.Text}”", [.. quote.Versions.Select(said => new DisputeVersion(said.Speaker, null, null, said.Sentence, By([said.Article])))]));
        disputes = [.. disputes.Select(dispute => dispute with { Versions = [.. dispute.Versions.Where(version => version.ToldBy.Count > 0)] }).Where(dispute => dispute.Versions.Count > 1)];
        foreach (var expert in found.Experts) disputes.Add(OnlyHere("An expert known to one outlet", expert, By([expert.Article])));
        foreach (var denial in found.Denials) disputes.Add(OnlyHere("Ruled out by one outlet", denial, By([denial.Article])));
        return [.. disputes.Where(dispute => dispute.Versions.All(version => version.ToldBy.Count > 0))];
    }

    private static Dispute OnlyHere(string question, OnlyHere only, IReadOnlyList<ArticleLine> toldBy) =>
        new(question, [new DisputeVersion(only.What, null, only.Role, only.Sentence, toldBy)]);

    private static string Told(Deed deed) => $"{deed.Who} {VerbOf(deed.Act)} {deed.Whom}".TrimEnd();

    private static string VerbOf(Act act) => act switch { Act.Pays => "pays", Act.Buys => "buys", Act.Supplies => "supplies", _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Not an act") };

    private static string QuestionOf(FigureKind kind) => kind switch
    {
        FigureKind.Money => "How much money",
        FigureKind.Percent => "What share",
        FigureKind.Count => "How many",
        FigureKind.Duration => "How long",
        FigureKind.Date => "When",
        FigureKind.Magnitude => "How strong",
        _ => string.Create(CultureInfo.InvariantCulture, $"How much {kind.ToString().ToLowerInvariant()}"),
    };
}
