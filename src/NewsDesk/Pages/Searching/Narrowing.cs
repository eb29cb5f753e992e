using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages.Searching;

/// <summary>What a search can be narrowed down by, and what this one is.</summary>
public sealed record Narrowing(SearchQuestion Question, IReadOnlyList<(string Id, string Name)> Personas, IReadOnlyList<NamedSource> Sources, IReadOnlyList<string> Languages)
{
    private const string Day = "d MMMM yyyy";

    /// <summary>One thing that the answers must be, and the question without it.</summary>
    public sealed record Part(string Said, SearchQuestion Without);

    public static async Task<Narrowing> OfAsync(SearchQuestion question, SourceNames sources, Articles articles, Masthead masthead, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(masthead);
        return new(question,
            [.. masthead.Personas.Values.Select(persona => (persona.Id, persona.Name)).OrderBy(persona => persona.Name, StringComparer.InvariantCultureIgnoreCase)],
            await sources.ListAsync(cancel), LanguageName.Sorted(await articles.ListLanguagesAsync(cancel)));
    }

    /// <summary>Each with the way to be rid of it.</summary>
    public IReadOnlyList<Part> Parts => [.. All().OfType<Part>()];

    private IEnumerable<Part?> All()
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        yield return Question.Only is { } only ? new(only == SearchQuestion.Ours ? "only ours" : "only the wire", Question with { Only = null }) : null;
        yield return Question.By is { } by ? new($"by {Personas.FirstOrDefault(persona => persona.Id == by).Name ?? by}", Question with { By = null }) : null;
        yield return Question.Source is { } source
            ? new($"from {Sources.FirstOrDefault(one => one.Id == source)?.Title ?? "a source that we do not know"}", Question with { Source = null }) : null;
        yield return Question.Language is { } language ? new($"in {LanguageName.Of(language)}", Question with { Language = null }) : null;
        yield return Question.From is { } first ? new($"from {first.ToString(Day, culture)} on", Question with { From = null }) : null;
        yield return Question.To is { } last ? new($"until {last.ToString(Day, culture)}", Question with { To = null }) : null;
    }
}
