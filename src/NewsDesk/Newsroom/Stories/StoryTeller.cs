using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Wire.Stories;
using NewsDesk.Wire.Stories.Disagreements;
using NewsDesk.Wire.Stories.Figures;
using NewsDesk.Wire.Stories.Telling;
using Figure = NewsDesk.Archive.Figure;

namespace NewsDesk.Newsroom.Stories;

/// <summary>Has a story told anew by its articles: title, extract, figures, what they cannot agree on, and its rank.</summary>
public sealed class StoryTeller(StoriesKeeping keeping, Archive.Stories stories)
{
    /// <summary>A story that a thousand articles tell is told by the first of them: the others repeat.</summary>
    private const int MostArticles = 200;

    public async Task TellAsync(long id, CancellationToken cancel)
    {
        if (await stories.FindAsync(id, cancel) is not { } story) return;
        var members = await keeping.ListMembersAsync(id, MostArticles, cancel);
        if (members.Count == 0)
        {
            await keeping.HideAsync(id, cancel);
            return;
        }

        var counted = await keeping.CountMembersAsync(id, cancel);
        var copies = (await stories.ListJoinsAsync(id, cancel)).Where(join => join.CopyOf is not null).Select(join => StoryWindow.IdOf(join.ArticleId)).ToHashSet(StringComparer.Ordinal);
        var told = Tell(story, members, copies) with { Articles = counted.Articles, Latest = counted.Latest };
        var known = await keeping.ListWithFiguresAsync(id, cancel);
        await keeping.TellAsync(told, Figures(members, known), cancel);
    }

    /// <summary>The story's row as its articles tell it.</summary>
    public static Story Tell(Story story, IReadOnlyList<ArrivedArticle> members, IReadOnlySet<string> copies)
    {
        var articles = members.Select(StoryWindow.AsArticle).ToList();
        var outlets = members.Zip(articles).GroupBy(one => Outlet.KeyOf(one.Second), StringComparer.Ordinal).ToList();
        var telling = StoryTelling.Of(articles, copies);
        var title = members.First(member => StoryWindow.IdOf(member.Id) == telling.TitleArticle);
        var latest = members[^1].WireTime;
        return story with
        {
            Title = title.Title,
            Language = title.Language,
            Began = members[0].WireTime,
            Latest = latest,
            Articles = members.Count,
            Outlets = outlets.Count,
            Rank = StoryRank.Of(latest, outlets.Select(outlet => outlet.Max(one => one.First.SourceWeight))),
            Details = new StoryDetails
            {
                Outlets = [.. outlets.Select(outlet => NameOf(outlet.First().First))],
                TitleArticle = telling.TitleArticle,
                Extract = articles.Count > 1 ? telling.Extract : [],
                OwnWords = telling.OwnWords,
                Disagreements = articles.Count > 1 ? StoryDisagreements.Of([.. articles.Where(article => !copies.Contains(article.Id))]) : new(),
            }.ToJson(),
        };
    }

    /// <summary>What readers are told an article comes from.</summary>
    public static string NameOf(ArrivedArticle article) =>
        article.Publisher ?? (Uri.TryCreate(article.Url, UriKind.Absolute, out var url) && url.Host.Length > 0 ? url.Host : article.SourceTitle);

    private static Dictionary<long, IReadOnlyList<Figure>> Figures(IReadOnlyList<ArrivedArticle> members, IReadOnlySet<long> known) =>
        members.Count < 2 ? [] : members.Where(member => !known.Contains(member.Id)).ToDictionary(member => member.Id, FiguresOf);

    private static IReadOnlyList<Figure> FiguresOf(ArrivedArticle article) =>
        [.. FigureReader.Read(article.Title + "\n" + article.Text).Select(figure => new Figure
        {
            ArticleId = article.Id,
            Measure = figure.Kind.ToString().ToLower(CultureInfo.InvariantCulture),
            Amount = figure.Value,
            Unit = figure.Unit,
            Hedge = HedgeWords(figure.Hedge),
            Written = figure.Text,
            Sentence = figure.Sentence,
        })];

    /// <summary>How sure of a figure its writer is, in words; null for flatly.</summary>
    public static string? HedgeWords(Hedge hedge) => hedge switch
    {
        Hedge.About => "about",
        Hedge.UpTo => "up to",
        Hedge.AtLeast => "at least",
        Hedge.LessThan => "less than",
        _ => null,
    };
}
