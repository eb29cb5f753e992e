using System.Globalization;
using System.Text.Json;
using NewsDesk.Archive;
using NewsDesk.Commands;

namespace NewsDesk.Newsroom.Stories;

/// <summary>What editors may decide about stories. A decision is noted at once, carried out by the story desk, and kept for good.</summary>
public sealed class StoryDecisions(StoriesKeeping keeping, Archive.Stories stories)
{
    /// <summary>Two stories are one: the first goes into the second.</summary>
    /// <exception cref="BadInputException">One of them is not there, or both are the same.</exception>
    public async Task<long> MergeAsync(long from, long into, long? editor, CancellationToken cancel)
    {
        if (from == into) throw new BadInputException($"story {from}: it cannot be merged into itself; name two stories");
        var article = await AnArticleOfAsync(from, cancel);
        var beside = await AnArticleOfAsync(into, cancel);
        return await NoteAsync("merge", [article], beside, editor, cancel);
    }

    /// <summary>These articles of one story are a story of their own.</summary>
    /// <exception cref="BadInputException">An article is not there, in another story than the first, or nothing would be left.</exception>
    public async Task<long> SplitAsync(IReadOnlyList<long> articles, long? editor, CancellationToken cancel)
    {
        articles = [.. articles.Distinct()];
        var places = await PlacesAsync(articles, cancel);
        var story = places[articles[0]];
        if (articles.FirstOrDefault(article => places[article] != story) is var stranger and not 0)
            throw new BadInputException($"article {stranger}: it is in story {places[stranger]}, not in {story} like article {articles[0]}; split one story at a time");
        if ((await stories.FindAsync(story, cancel))?.Articles <= articles.Count)
            throw new BadInputException($"story {story}: it has no other articles than these, so there is nothing to split");
        return await NoteAsync("split", articles, null, editor, cancel);
    }

    /// <summary>An article belongs to another story, or with null to none but its own.</summary>
    /// <exception cref="BadInputException">The article or the story is not there.</exception>
    public async Task<long> MoveAsync(long article, long? into, long? editor, CancellationToken cancel)
    {
        var places = await PlacesAsync([article], cancel);
        if (into == places[article]) throw new BadInputException($"article {article}: it already is in story {into}");
        return await NoteAsync("move", [article], into is { } story ? await AnArticleOfAsync(story, cancel) : null, editor, cancel);
    }

    /// <summary>Does in the window what was decided, and says what is to be written.</summary>
    public static async Task<DecisionOutcome> CarryOutAsync(StoryDecided decision, StoryWindow window, StoriesKeeping keeping, CancellationToken cancel)
    {
        var grouper = window.Grouper;
        var asked = decision.Beside is { } other ? decision.ArticleIds.Append(other) : decision.ArticleIds;
        var places = await keeping.ListPlacesAsync([.. asked], cancel);
        var articles = decision.ArticleIds.Where(places.ContainsKey).ToList();
        if (articles.Count == 0 || (decision.Beside is { } gone && !places.ContainsKey(gone)))
            return new("Its articles are gone.", window.LastGrouped) { Parted = grouper.Parted };

        if (decision.Kind == "merge")
        {
            var (from, into) = (places[articles[0]], places[decision.Beside!.Value]);
            if (from == into) return new($"Story {into} already was one.", window.LastGrouped) { Parted = grouper.Parted };
            grouper.Merge(from, into);
            return new($"Story {from} went into story {into}.", window.LastGrouped) { Merged = [(from, into)], Parted = grouper.Parted };
        }

        var to = decision.Beside is { } beside ? places[beside] : grouper.Reserve();
        foreach (var article in articles)
        {
            grouper.KeepApart(places[article], to);
            grouper.Move(StoryWindow.IdOf(article), to);
        }

        var listed = articles.Count == 1 ? $"Article {articles[0]} is" : $"Articles {string.Join(", ", articles)} are";
        return new($"{listed} in story {to}.", window.LastGrouped) { Moved = [.. articles.Select(article => (article, to))], Parted = grouper.Parted };
    }

    private async Task<long> AnArticleOfAsync(long story, CancellationToken cancel)
    {
        var there = await stories.FindMovedAsync(story, cancel) ?? story;
        return await keeping.FindArticleOfAsync(there, cancel) ?? throw new BadInputException($"story {story}: there is no such story; `newsdesk stories list` shows those that are");
    }

    private async Task<IReadOnlyDictionary<long, long>> PlacesAsync(IReadOnlyList<long> articles, CancellationToken cancel)
    {
        var places = await keeping.ListPlacesAsync(articles, cancel);
        foreach (var article in articles)
        {
            if (!places.ContainsKey(article)) throw new BadInputException($"article {article}: there is no such article in any story; `newsdesk stories show STORY` lists a story's articles");
        }

        return places;
    }

    private Task<long> NoteAsync(string kind, IReadOnlyList<long> articles, long? beside, long? editor, CancellationToken cancel) => keeping.DecideAsync(new StoryDecided
    {
        Kind = kind,
        Articles = JsonSerializer.Serialize(articles),
        Beside = beside,
        EditorId = editor,
    }, cancel);
}
