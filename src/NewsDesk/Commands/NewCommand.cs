using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Newsroom.Originals;
using NewsDesk.Newsroom.Writing;
using NewsDesk.Press.Posts;
using PostFile = NewsDesk.Press.Posts.PostFile;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk new</c>: fetches what a post will answer, and writes the file to begin with.</summary>
public static class NewCommand
{
    public static Command Create()
    {
        var title = new Argument<string>("TITLE") { Description = "The headline." };
        var persona = new Option<string?>("--persona") { Description = "Who speaks: a persona's file name or name.", HelpName = "NAME" };
        var originals = new Option<string[]>("--original") { Description = "The address of what the post answers; may be given several times.", HelpName = "URL", AllowMultipleArgumentsPerToken = false };
        var tags = new Option<string[]>("--tag") { Description = "A tag; may be given several times.", HelpName = "TAG" };
        var kind = new Option<string?>("--kind") { Description = "The sort of piece: take, essay, analysis, links …", HelpName = "WORD" };
        var slug = new Option<string?>("--slug") { Description = "Its part of the address; made of the title unless told.", HelpName = "SLUG" };
        var draft = new Option<bool>("--draft") { Description = "Not for readers yet." };
        var where = ToolRoom.Options();
        var command = new Command("new", "Writes a new post's file, with what is known of the originals that it answers.") { title, persona, originals, tags, kind, slug, draft };
        foreach (var option in where.Values) command.Add(option);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var room = await ToolRoom.OpenAsync(parsed, where, beginsArchive: true, cancel);
            var (masthead, _) = await MastheadFiles.ReadAsync(MastheadFiles.List(room.House.Content), NullLogger.Instance, cancel);
            var headline = string.Join(' ', parsed.GetRequiredValue(title).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (headline.Length == 0) throw new BadInputException("The title is empty: write newsdesk new \"Moon sold, buyers sought\"");
            var post = new Post
            {
                Title = headline,
                Slug = Slug.From(parsed.GetValue(slug) ?? headline),
                Date = TimeProvider.System.GetUtcNow(),
                Persona = PersonaOf(parsed.GetValue(persona), masthead),
                Kind = parsed.GetValue(kind),
                Tags = [.. (parsed.GetValue(tags) ?? []).SelectMany(tag => tag.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.OrdinalIgnoreCase)],
                Draft = parsed.GetValue(draft),
                Markdown = "\n",
                Path = "",
            };
            var addresses = (parsed.GetValue(originals) ?? []).Select(AddressOf).Distinct().ToList();
            var path = await PathForAsync(room, post, cancel);
            var (found, troubles) = await FindAsync(room, addresses, cancel);
            if (!await NewFile.TryWriteAsync(path, PostFileText.Write(post with { Originals = found }, withSlug: parsed.GetValue(slug) is not null), cancel))
                throw new BadInputException($"{path}: there is a file of this name already. Choose another title, or another name with --slug NAME");

            foreach (var trouble in troubles) await parsed.InvocationConfiguration.Error.WriteLineAsync($"newsdesk new: {trouble}");
            await parsed.InvocationConfiguration.Output.WriteLineAsync(path);
            return 0;
        });
        return command;
    }

    private static string? PersonaOf(string? called, Masthead masthead) =>
        called is null ? null
        : masthead.FindPersona(called)?.Id
        ?? throw new BadInputException(masthead.Personas.Count == 0
            ? $"--persona {called}: there are no personas yet. Write content/personas/{Slug.From(called)}.md first"
            : $"--persona {called}: there is no such persona. There are: {string.Join(", ", masthead.Personas.Keys.Order(StringComparer.Ordinal))}");

    private static Uri AddressOf(string given) =>
        Uri.TryCreate(given.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0
            ? address
            : throw new BadInputException($"--original {given}: this is no address on the web. Write it whole, as https://herald.example/moon");

    /// <summary>Where the file goes; a slug that another post has would keep this one from being shown.</summary>
    private static async Task<string> PathForAsync(ToolRoom room, Post post, CancellationToken cancel)
    {
        var files = ContentFolder.List(room.House.Content, PostDesk.Folder, PostDesk.IsWanted);
        foreach (var file in files)
        {
            if (await file.ReadTextAsync(PostDesk.MaxFileBytes, NullLogger.Instance, cancel) is { } text && PostFile.Parse(text, file.Path, file.Written).Post?.Slug == post.Slug)
                throw new BadInputException($"{file.Path} has the slug {post.Slug} already. Choose another title, or another name with --slug NAME");
        }

        var name = PostFileName.Of(post.Slug, post.Date, files.Select(file => file.Path[(PostDesk.Folder.Length + 1)..]));
        return Path.Combine(room.House.Content, PostDesk.Folder, name);
    }

    /// <summary>What is not to be had is left to the writer: the address alone is an original too.</summary>
    private static async Task<(List<Original> Originals, List<string> Troubles)> FindAsync(ToolRoom room, List<Uri> addresses, CancellationToken cancel)
    {
        var finder = new OriginalFinder(room.Client.FetchAsync, room.Sources, new Articles(room.Archive));
        var originals = new List<Original>();
        var troubles = new List<string>();
        foreach (var address in addresses)
        {
            switch (await finder.FindAsync(address, cancel))
            {
                case OriginalFinder.Outcome.Found { Article: var article }:
                    originals.Add(new Original { Url = address.AbsoluteUri, Title = article.Title, Publisher = article.Publisher, Author = article.Byline, Published = article.Published });
                    break;
                case OriginalFinder.Outcome.NotFound { Reason: var reason }:
                    originals.Add(new Original { Url = address.AbsoluteUri });
                    troubles.Add($"{address.AbsoluteUri} was not read: {reason}. The file has its address alone; add title, publisher, author and published below it if you know them");
                    break;
            }
        }

        return (originals, troubles);
    }
}
