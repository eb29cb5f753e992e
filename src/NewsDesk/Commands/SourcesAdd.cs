using System.CommandLine;
using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Wire.Fetching;
using NewsDesk.Wire.Sources;
using NewsDesk.Wire.Sources.Known;
using NewsDesk.Wire.Sources.Lists;
using NewsDesk.Wire.Sources.Opml;

namespace NewsDesk.Commands;

/// <summary><c>newsdesk sources add</c>: takes whatever address a person pastes, finds what can be gathered there, and puts the best of it into the list.</summary>
internal static class SourcesAdd
{
    private sealed record Words(string? Title, string? Category, string? Language, FullText FullText, TimeSpan? Every, bool Paused, ListSelectors List);

    private const string SelectorsSay = "--item, --link, --item-title, --time and --summary say where in a page its links are";

    public static Command Create()
    {
        var pasted = new Argument<string>("URL") { Description = "A site's front page, a feed, a sitemap, a channel, a profile, a repository; or a folder within the content folder." };
        var pick = new Option<int?>("--pick") { Description = "Take this one of what is found, by its number.", HelpName = "N" };
        var all = new Option<bool>("--all") { Description = "Take all that is found." };
        var show = new Option<bool>("--show") { Description = "Only show what is found." };
        var kind = Text("--kind", "Do not look: this address is a feed, page or sitemap.", "KIND").AcceptOnlyFromAmong("feed", "page", "sitemap");
        var title = Text("--title", "What to call it.", "TITLE");
        var category = Text("--category", "The group of the list that it belongs to.", "NAME");
        var language = Text("--language", "The language it is written in, as en or pt-BR.", "TAG");
        var fullText = Text("--full-text", "When the articles' own pages are fetched: auto (when the source gives only a beginning; unless told), always or never.", "WHEN")
            .AcceptOnlyFromAmong("auto", "always", "never");
        var interval = Text("--interval", "How often to look, as 30m, 6h or 1d; learned unless told.", "TIME");
        var paused = new Option<bool>("--paused") { Description = "Put it into the list, but do not visit it yet." };
        var (item, link, heading, time, summary) = (Selector("--item", "Of a page: the CSS selector of each item."), Selector("--link", "Within an item, its link."),
            Selector("--item-title", "Within an item, its title."), Selector("--time", "Within an item, its time."), Selector("--summary", "Within an item, its summary."));
        var command = new Command("add", "Finds what can be gathered at an address, and adds it to the list.")
        {
            pasted, pick, all, show, kind, title, category, language, fullText, interval, paused, item, link, heading, time, summary,
        };
        command.SetAction((parsed, cancel) => SourcesCommand.WithAsync(parsed, async (room, output) =>
        {
            var words = new Words(parsed.GetValue(title), parsed.GetValue(category), parsed.GetValue(language), FullTextOf(parsed.GetValue(fullText)), EveryOf(parsed.GetValue(interval)),
                parsed.GetValue(paused), new ListSelectors(parsed.GetValue(item), parsed.GetValue(link), parsed.GetValue(heading), parsed.GetValue(time), parsed.GetValue(summary)));
            var address = parsed.GetRequiredValue(pasted);
            if (WatchedSource.HasPassword(address)) throw new BadInputException($"The address has a name or password in it; {WatchedSource.NoPasswords}");
            if (parsed.GetValue(kind) is { } other and not "page" && words.List != ListSelectors.None)
                throw new BadInputException($"{SelectorsSay}, and --kind is {other}. Leave them out, or write --kind page");
            SourceKind? told = parsed.GetValue(kind) is { } named ? Enum.Parse<SourceKind>(named, ignoreCase: true) : words.List == ListSelectors.None ? null : SourceKind.Page;
            if (FolderOf(room, address, words) is { } folder)
            {
                if (words.List != ListSelectors.None) throw new BadInputException($"{SelectorsSay}, and {address} is a folder. Leave them out");
                return await AddAsync(room, output, [folder], cancel);
            }

            var error = parsed.InvocationConfiguration.Error;
            if (told is SourceKind.Page && parsed.GetValue(kind) is null) address = await LookAtPageAsync(room, address, words.List, error, cancel);
            if (told is { } sure) return await AddAsync(room, output, [AsTold(address, sure, words)], cancel);

            var outcome = await new SourceFinder(room.Client.FetchAsync, TimeProvider.System).FindAsync(address, cancel);
            if (outcome.Found.Count == 0) throw new BadInputException($"{address}: {outcome.Trouble}{NorFolder(room, address)}");
            if (outcome.Note is { } note) await error.WriteLineAsync($"newsdesk: {address}: {note}");
            await ShowAsync(output, outcome.Found);
            if (parsed.GetValue(show)) return 0;
            return await AddAsync(room, output, [.. Chosen(outcome.Found, parsed.GetValue(pick), parsed.GetValue(all)).Select(found => Of(found, words))], cancel);
        }, cancel, beginsArchive: true));
        return command;
    }

    /// <summary>
    /// With selectors an address is a page's, and is added as one; what can be seen to be wrong with that is told while somebody is there to read it. Answers the address
    /// that was there, or the one that was typed when none was.
    /// </summary>
    private static async Task<string> LookAtPageAsync(ToolRoom room, string address, ListSelectors selectors, TextWriter error, CancellationToken cancel)
    {
        Fetched.Failed? first = null;
        foreach (var url in PastedAddress.Read(address))
        {
            switch (await room.Client.FetchAsync(new FetchRequest(url), cancel))
            {
                case Fetched.Received { Kind: ContentKind.Page } page:
                    if (ListPage.Read(page.Body, page.Attempt.Address, selectors, page.ContentType).Links.Count == 0)
                        await error.WriteLineAsync($"newsdesk: {address}: the selectors find no link in the page as it is now; compare them with it");
                    return url.AbsoluteUri;
                case Fetched.Received other:
                    throw new BadInputException($"{address}: this is a {other.Kind.ToString().ToLowerInvariant()}, and {SelectorsSay}. Leave them out, or name the page");
                case Fetched.Failed failed:
                    first ??= failed;
                    break;
            }
        }

        if (first is not null) await error.WriteLineAsync($"newsdesk: {address}: the page could not be looked at ({first.Reason}), so the selectors are not tried");
        return address;
    }

    /// <summary>A word may have been meant as the path of a folder.</summary>
    private static string NorFolder(ToolRoom room, string address) =>
        address.Contains("://", StringComparison.Ordinal) ? "" : $"; nor is there a folder {Path.Combine(room.House.Content, address)}";

    /// <summary>The command that puts a source back as it was.</summary>
    public static string CommandFor(WatchedSource source)
    {
        (string Option, string? Value)[] words =
        [
            ("--kind", source.Kind == SourceKind.Folder ? null : source.Kind.ToString().ToLowerInvariant()), ("--title", source.Title), ("--category", source.Category),
            ("--language", source.Language), ("--full-text", source.FullText == FullText.WhenShort ? null : source.FullText.ToString().ToLowerInvariant()),
            ("--interval", source.Every is { } every ? Interval.Write(every) : null), ("--item", source.List.Item), ("--link", source.List.Link),
            ("--item-title", source.List.Title), ("--time", source.List.Time), ("--summary", source.List.Summary),
        ];
        return string.Concat([$"newsdesk sources add {InQuotes(source.Url)}", .. words.Where(word => word.Value is not null).Select(word => $" {word.Option} {InQuotes(word.Value!)}"),
            source.Paused ? " --paused" : ""]);
    }

    /// <summary>As a shell takes it for one word.</summary>
    private static string InQuotes(string word) =>
        word.All(letter => char.IsAsciiLetterOrDigit(letter) || ":/.-_".Contains(letter, StringComparison.Ordinal)) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static Option<string?> Text(string name, string description, string placeholder) => new(name) { Description = description, HelpName = placeholder };

    private static Option<string?> Selector(string name, string description)
    {
        var option = Text(name, description, "CSS");
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !ListSelectors.IsSelector(text)) result.AddError($"{name}: \"{text}\" is no CSS selector; write one, as article.teaser, or leave it out and it is guessed");
        });
        return option;
    }

    private static FullText FullTextOf(string? written) => written switch { "always" => FullText.Always, "never" => FullText.Never, _ => FullText.WhenShort };

    private static TimeSpan? EveryOf(string? written) => written is null ? null
        : Interval.Read(written) ?? throw new BadInputException($"--interval is \"{written}\". Write minutes, hours or days between 5m and 30d, as 30m, 6h or 1d");

    private static WatchedSource? FolderOf(ToolRoom room, string address, Words words)
    {
        var path = address.StartsWith(WatchedSource.FolderScheme, StringComparison.Ordinal) ? address[WatchedSource.FolderScheme.Length..] : address;
        if (path.Contains("://", StringComparison.Ordinal)) return null;
        if (!Directory.Exists(Path.Combine(room.House.Content, path)))
        {
            // Only paths begin so.
            return path.Length < address.Length || path is ['/' or '~', ..] or ['.', '/', ..] or ['.', '.', '/', ..]
                ? throw new BadInputException($"{address}: there is no folder {Path.Combine(room.House.Content, path)}; make it first, or write a web address as https://example.org/")
                : null;
        }

        var tidy = FolderPath.Tidy(path) ?? throw new BadInputException($"{path}: only a folder within the content folder can be a source, and none that the desk writes itself");
        return new WatchedSource { Kind = SourceKind.Folder, Url = WatchedSource.FolderScheme + tidy, Title = words.Title ?? tidy, Category = words.Category, Language = words.Language, Paused = words.Paused };
    }

    private static WatchedSource AsTold(string address, SourceKind kind, Words words)
    {
        // Which of the two feed:// means is not said, and readers take it for http; a bare name is likelier on https.
        var isFeedScheme = address.TrimStart().StartsWith("feed:", StringComparison.OrdinalIgnoreCase);
        var url = PastedAddress.Read(address) is [.., { } last] and [{ } first, ..] ? (isFeedScheme ? last : first).AbsoluteUri : throw new BadInputException($"{address}: this is no web address; write it as https://example.org/");
        return Described(new WatchedSource { Kind = kind, Url = url, Title = SourceName.Of(url) }, words);
    }

    private static WatchedSource Of(Found found, Words words) => Described(new WatchedSource
    {
        Kind = found.Candidate.Kind,
        Url = found.Candidate.Url,
        Title = found.Title,
        SiteUrl = found.SiteUrl == found.Candidate.Url ? null : found.SiteUrl,
    }, words);

    private static WatchedSource Described(WatchedSource source, Words words) => source with
    {
        Title = words.Title ?? source.Title,
        Category = words.Category,
        Language = words.Language,
        FullText = words.FullText,
        Every = words.Every,
        Paused = words.Paused,
        List = source.Kind == SourceKind.Page ? words.List : ListSelectors.None,
    };

    private static IReadOnlyList<Found> Chosen(IReadOnlyList<Found> found, int? pick, bool all) => pick switch
    {
        { } number when number >= 1 && number <= found.Count => [found[number - 1]],
        { } number => throw new BadInputException($"--pick is {number}. There are 1 to {found.Count}"),
        null => all ? found : [found[0]],
    };

    private static async Task ShowAsync(TextWriter output, IReadOnlyList<Found> found)
    {
        foreach (var (place, one) in found.Index())
        {
            var newest = one.Newest is { } date ? $", the newest of {date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
            await output.WriteLineAsync($"{place + 1}. {one.Title}");
            await output.WriteLineAsync($"   {one.Candidate.Url}");
            await output.WriteLineAsync($"   {KindOf(one.Candidate, isAll: found.Count == 1)}; {one.Count} {(one.Candidate.Kind == SourceKind.Feed ? "items" : "links")}{newest}");
        }
    }

    private static string KindOf(Candidate candidate, bool isAll) => candidate switch
    {
        { Kind: SourceKind.Page } => $"the page itself, read as a list of links{(isAll ? ", as it has no feed" : "")}; where the links are was guessed",
        { Finding: Finding.Itself } => candidate.Kind == SourceKind.Sitemap ? "a sitemap" : "a feed",
        { Finding: Finding.Known } => "its known feed",
        { Finding: Finding.Named } => "a feed that the page names",
        { Finding: Finding.Linked } => "a feed that the page links to",
        { Kind: SourceKind.Sitemap } => "a sitemap in a usual place; the site has no feed",
        _ => "a feed in a usual place",
    };

    private static async Task<int> AddAsync(ToolRoom room, TextWriter output, IReadOnlyList<WatchedSource> chosen, CancellationToken cancel)
    {
        var listed = await SourcesCommand.ListedAsync(room, cancel);
        List<WatchedSource> added = [.. chosen.Where(source => !listed.ContainsKey(source.Url))];
        foreach (var source in chosen.Where(source => listed.ContainsKey(source.Url))) await output.WriteLineAsync($"{source.Title} ({source.Url}) is in the list already.");
        if (added.Count == 0) return 0;

        var before = await SourcesCommand.TextAsync(room, cancel);
        var text = OpmlEditor.Add(before, added);
        // What cannot be read back must not be written: a selector that is none, a language that is no tag.
        var flaws = SourcesCommand.Understand(SourceListFile.Name, before).Flaws.Select(flaw => flaw.Message).ToHashSet(StringComparer.Ordinal);
        if (SourcesCommand.Understand(SourceListFile.Name, text).Flaws.FirstOrDefault(flaw => !flaws.Contains(flaw.Message)) is { } flaw) throw new BadInputException(flaw.Message);
        await SourceListFile.WriteAsync(room.House.Content, text, cancel);
        await room.TakeListAsync(cancel);
        foreach (var source in added) await output.WriteLineAsync($"Added {source.Title} ({source.Url}).");
        await output.WriteLineAsync(added.TrueForAll(source => source.Paused) ? "It is paused; newsdesk sources resume begins." : "A running desk gathers it within a minute; newsdesk gather --once does it now.");
        return 0;
    }
}
