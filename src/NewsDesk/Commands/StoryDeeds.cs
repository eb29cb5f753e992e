using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Stories;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk stories list</c>, <c>show</c>, <c>merge</c>, <c>split</c>, <c>move</c>, <c>rebuild</c>: what an editor does with the stories of the archive.</summary>
internal static class StoryDeeds
{
    private const int ListedAtMost = 1000;

    public static IEnumerable<Command> All() => [List(), Show(), Merge(), Split(), Move(), Rebuild()];

    private static Command List()
    {
        var count = new Option<int>("--count") { Description = $"How many, up to {ListedAtMost}.", HelpName = "N", DefaultValueFactory = _ => 20 };
        count.CustomParser = given => int.TryParse(given.Tokens[0].Value, CultureInfo.InvariantCulture, out var asked) && asked is >= 1 and <= ListedAtMost
            ? asked : Refuse<int>(given, $"--count: \"{given.Tokens[0].Value}\" is not a number from 1 to {ListedAtMost}");
        return Deed("list", "Lists the stories that more than one outlet tells, first the freshest and broadest.", [count], async (db, parsed, output, cancel) =>
        {
            var slice = await new Archive.Stories(db).ListRankedAsync(null, parsed.GetValue(count), cancel);
            foreach (var story in slice.Items) await output.WriteLineAsync($"{story.Id,8}  {story.Outlets,4} outlets {story.Articles,5} articles  {Time(story.Latest)}  {story.Title}");
            if (slice.Items.Count == 0) await output.WriteLineAsync("No two outlets tell the same story yet.");
        });
    }

    private static Command Show()
    {
        var number = TheStory();
        var explain = new Option<bool>("--explain") { Description = "Says of each article what spoke for and against its joining." };
        return Deed("show", "Shows a story and its articles.", [number, explain], async (db, parsed, output, cancel) =>
        {
            var stories = new Archive.Stories(db);
            var asked = parsed.GetRequiredValue(number);
            var story = await stories.FindAsync(await stories.FindMovedAsync(asked, cancel) ?? asked, cancel)
                ?? throw new BadInputException($"story {asked}: there is no such story; `newsdesk stories list` shows those that are");
            await output.WriteLineAsync($"{story.Id}: {story.Title} ({story.Outlets} outlets, {story.Articles} articles{(story.Follows is { } earlier ? $", goes on from {earlier}" : "")})");
            var joins = (await stories.ListJoinsAsync(story.Id, cancel)).ToDictionary(join => join.ArticleId);
            foreach (var article in (await new Articles(db).ListOfStoryAsync(story.Id, ListedAtMost, cancel)).Reverse())
            {
                var join = joins.GetValueOrDefault(article.Id);
                var marks = $"{(join?.CopyOf is { } copy ? $" (the text of {copy})" : "")}{(join is { Pinned: true } ? " (put here by an editor)" : "")}";
                await output.WriteLineAsync($"{article.Id,8}  {Time(article.WireTime)}  {article.Publisher ?? article.SourceTitle}: {article.Title}{marks}");
                if (!parsed.GetValue(explain)) continue;
                var reasons = JsonSerializer.Deserialize<StoryReason[]>(join?.Reasons ?? "[]") ?? [];
                var told = reasons.Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Feature}{(reason.Term is { } term ? $" “{term}”" : "")} {reason.Weight:+0.000;-0.000}"));
                await output.WriteLineAsync(reasons.Length > 0 ? $"          {string.Join(", ", told)}" : join is null ? "          began a story" : "          was put here");
            }
        });
    }

    private static Command Merge()
    {
        var from = TheStory();
        var into = Number("INTO", "The story that it goes into.");
        return Decision("merge", "Says that two stories are one: the first goes into the second, and its address leads there.", [from, into],
            (decisions, parsed, cancel) => decisions.MergeAsync(parsed.GetRequiredValue(from), parsed.GetRequiredValue(into), null, cancel));
    }

    private static Command Split()
    {
        var articles = new Argument<long[]>("ARTICLE") { Description = "Articles of one story.", Arity = ArgumentArity.OneOrMore, CustomParser = given => [.. given.Tokens.Select(token => ReadNumber(given, "ARTICLE", token))] };
        return Decision("split", "Takes articles out of their story; they become a story of their own, and the two never become one by themselves.", [articles],
            (decisions, parsed, cancel) => decisions.SplitAsync(parsed.GetRequiredValue(articles), null, cancel));
    }

    private static Command Move()
    {
        var article = Number("ARTICLE", "The article's number, as in its address.");
        var into = new Argument<long?>("STORY") { Description = "Where to; without it the article gets a story of its own.", Arity = ArgumentArity.ZeroOrOne, CustomParser = given => ReadNumber(given, "STORY", given.Tokens[0]) };
        return Decision("move", "Puts an article into another story, where it stays.", [article, into],
            (decisions, parsed, cancel) => decisions.MoveAsync(parsed.GetRequiredValue(article), parsed.GetValue(into), null, cancel));
    }

    private static Command Rebuild() => Deed("rebuild", "Groups all articles again from the first one on; what editors decided is done again in its place.", [], async (db, _, output, cancel) =>
    {
        using var desk = Desk(db);
        var all = await new StoriesKeeping(db).ForgetAsync(cancel);
        var articles = await ArchiveProgress.RunAsync(output, progress => desk.FinishAsync(progress, all, cancel));
        await output.WriteLineAsync(articles == all ? $"{articles:N0} articles were grouped again." : $"{all:N0} articles are to be grouped again; the desk that is running does it.");
    });

    private static Command Decision(string name, string description, IReadOnlyList<Symbol> takes, Func<StoryDecisions, ParseResult, CancellationToken, Task<long>> decide) =>
        Deed(name, description, takes, async (db, parsed, output, cancel) =>
        {
            var keeping = new StoriesKeeping(db);
            var id = await decide(new StoryDecisions(keeping, new Archive.Stories(db)), parsed, cancel);
            using var desk = Desk(db);
            await desk.FinishAsync(null, 0, cancel);
            var decided = (await keeping.ListDecisionsAsync(cancel)).First(decision => decision.Id == id);
            await output.WriteLineAsync(decided.Outcome ?? "Noted; the desk that is running carries it out.");
        });

    private static Command Deed(string name, string description, IReadOnlyList<Symbol> takes, Func<ArchiveDatabase, ParseResult, TextWriter, CancellationToken, Task> work)
    {
        var which = new WhichArchive();
        var command = new Command(name, description);
        foreach (var symbol in takes)
        {
            if (symbol is Argument argument) command.Add(argument);
            else if (symbol is Option option) command.Add(option);
        }

        which.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var db = await which.OpenAsync(parsed, cancel);
            await work(db, parsed, parsed.InvocationConfiguration.Output, cancel);
            return 0;
        });
        return command;
    }

    private static Argument<long> TheStory() => Number("STORY", "The story's number, as in its address.");

    private static Argument<long> Number(string name, string description) =>
        new(name) { Description = description, CustomParser = given => ReadNumber(given, name, given.Tokens[0]) };

    private static long ReadNumber(ArgumentResult given, string name, Token token) => long.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number : Refuse<long>(given, $"{name}: \"{token.Value}\" is not a number; `newsdesk stories list` and `newsdesk stories show STORY` tell them");

    private static T Refuse<T>(ArgumentResult given, string why)
    {
        given.AddError(why);
        return default!;
    }

    private static StoryDesk Desk(ArchiveDatabase db)
    {
        var keeping = new StoriesKeeping(db);
        return new StoryDesk(keeping, new StoryTeller(keeping, new Archive.Stories(db)), TimeProvider.System, NullLogger<StoryDesk>.Instance);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
