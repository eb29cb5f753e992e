using System.CommandLine;
using System.CommandLine.Parsing;
using NewsDesk.Wire.Stories;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk stories</c>: groups articles into stories, each decided before the next is read; and what editors do with those of the archive.</summary>
public static class StoriesCommand
{
    private sealed record Line(
        string? Id, string? Title, string? Text, string? Url, string? Publisher, DateTimeOffset? Published, string? Language, string[]? Links);

    public static Command Create()
    {
        var batch = Batch.FileOption("""JSON Lines of {"id","title","text","url","publisher","published"} in order of arrival""");
        var explain = new Option<bool>("--explain") { Description = "Says for each article what joined it to its story, or what it copies and follows." };
        var command = new Command("stories", "Groups articles into stories, one event each; lists, shows and mends those of the archive.") { batch, explain };
        foreach (var deed in StoryDeeds.All()) command.Add(deed);
        command.Validators.Add(asked =>
        {
            if (asked.GetValue(batch) is null && !asked.Children.OfType<CommandResult>().Any())
                asked.AddError("stories: say what to do: --batch FILE, or one of list, show, merge, split, move and rebuild.");
        });
        command.SetAction((parsed, cancel) =>
        {
            var grouper = new StoryGrouper();
            var explains = parsed.GetValue(explain);
            return Batch.RunAsync<Line>(parsed.GetRequiredValue(batch), parsed.InvocationConfiguration.Output,
                (line, _) => Answer(grouper.Add(ArticleOf(line)), explains), cancel);
        });
        return command;
    }

    private static StoryArticle ArticleOf(Line line)
    {
        if (string.IsNullOrEmpty(line.Id)) throw new BadInputException("\"id\" is missing");
        if (string.IsNullOrWhiteSpace(line.Title) && string.IsNullOrWhiteSpace(line.Text))
            throw new BadInputException("\"title\" and \"text\" are both missing: give at least one");
        return new StoryArticle(line.Id, line.Title ?? "", line.Text, line.Url, line.Publisher, line.Published)
        {
            Language = line.Language,
            Links = line.Links ?? [],
        };
    }

    private static object Answer(StoryDecision decision, bool explains) => explains
        ? new
        {
            decision.Story,
            decision.IsNew,
            decision.CopyOf,
            decision.Follows,
            decision.Merges,
            decision.Splits,
            reasons = decision.Reasons.Select(reason => new { reason.Feature, reason.Term, weight = Math.Round(reason.Weight, 3) }),
        }
        : new { decision.Story };
}
