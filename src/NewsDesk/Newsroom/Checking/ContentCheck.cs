using NewsDesk.Newsroom.Gathering;
using NewsDesk.Pages;
using NewsDesk.Press.Pictures;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;
using NewsDesk.Wire.Sources.Opml;

namespace NewsDesk.Newsroom.Checking;

/// <summary>Reads the whole content folder as the site would, writes nothing, asks nobody, and tells what is wrong.</summary>
public sealed class ContentCheck
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, CheckedText> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly List<Post> _posts = [];

    private ContentCheck() { }

    public static async Task<CheckedContent> RunAsync(string content, DateTimeOffset now, CancellationToken cancel)
    {
        var check = new ContentCheck();
        var log = new FindingsLog(check._findings);
        var (masthead, warnings) = await MastheadFiles.ReadAsync(MastheadFiles.List(content), log, cancel);
        check.Add(warnings);
        await check.CheckSourcesAsync(content, log, cancel);
        var pictures = ContentFolder.List(content, PictureDesk.Folder, PictureDesk.IsWanted);
        var known = await PictureDesk.ReadAsync(content, log, cancel);
        masthead = masthead with { Pictures = known };
        await check.PrintMastheadAsync(content, masthead, log, cancel);
        await check.PrintPostsAsync(content, masthead, log, cancel);
        check._findings.AddRange(ContentFolder.ListRefused(content).Select(path => new Finding(path, 1, ContentFolder.Refused, IsError: true)));

        check._findings.AddRange(NameCheck.Check(check._posts, post => check.TextOf(post.Path)));
        check.Follow(masthead, new LinkCheck(masthead, check._posts, known, check._texts, now));
        return new(check._posts.Count, masthead.Personas.Count, masthead.Pages.Count, pictures.Count,
            [.. check._findings.Distinct().OrderBy(one => one.File, StringComparer.Ordinal).ThenBy(one => one.Line)]);
    }

    private void Add(IEnumerable<Warning> warnings) => _findings.AddRange(warnings.Select(one => new Finding(one.File, one.Line, one.Message, one.IsError)));

    private async Task CheckSourcesAsync(string content, ILogger log, CancellationToken cancel)
    {
        if (SourceListFile.Find(content) is not { } file || await file.ReadTextAsync(SourceListFile.MaxBytes, log, cancel) is not { } text) return;
        var (flaws, isError) = OpmlReader.Read(text) switch
        {
            SourceListRead.Read read => (read.Flaws, false),
            SourceListRead.Unreadable { Flaw: var flaw } => ([flaw], true),
            var unknown => throw new InvalidOperationException($"Not a way to read a list: {unknown}"),
        };
        _findings.AddRange(flaws.Select(flaw => new Finding(file.Path, flaw.Line, flaw.Message, isError)));
    }

    private async Task PrintMastheadAsync(string content, Masthead masthead, ILogger log, CancellationToken cancel)
    {
        foreach (var file in MastheadFiles.List(content)) await RememberAsync(file, log, cancel);
        foreach (var persona in masthead.Personas.Values)
        {
            Print(persona.Name, persona.Path, persona.Markdown, persona.MarkdownLine, masthead);
            if (persona.Image is { } image && masthead.Pictures.FindTrouble(image) is { } trouble) _findings.Add(new(persona.Path, LineOf(persona.Path, "image:"), trouble, IsError: true));
        }

        foreach (var page in masthead.Pages.Values)
        {
            Print(page.Title, page.Path, page.Markdown, page.MarkdownLine, masthead);
            if (Address.IsOwn(page.Slug))
                _findings.Add(new(page.Path, LineOf(page.Path, "slug:"), $"readers never see this page, since the site itself answers /{page.Slug}: give the file another name, or write slug: ANOTHER-NAME", IsError: true));
        }

        foreach (var file in MastheadFiles.List(content).Where(file => file.Path.StartsWith("personas/", StringComparison.Ordinal) && masthead.Personas.Values.All(one => one.Path != file.Path)))
            _findings.Add(new(file.Path, 1, "the persona is not shown: it is empty, or another file's name comes to the same address", IsError: true));
    }

    private void Print(string title, string path, string markdown, int line, Masthead masthead)
    {
        // How strong a bio or page is, nobody says: so nothing can be held against it.
        var post = new Post { Title = title, Slug = "", Date = default, Path = path, Markdown = markdown, MarkdownLine = line, Language = LanguageLevel.Strong, LanguageIsStated = true };
        var printed = PostHtml.Render(post, masthead.Paper with { Words = WordList.Empty });
        Add(printed.Warnings);
        _texts[path] = CheckedText.Of(path, printed);
    }

    private async Task PrintPostsAsync(string content, Masthead masthead, ILogger log, CancellationToken cancel)
    {
        foreach (var file in ContentFolder.List(content, PostDesk.Folder, PostDesk.IsWanted))
        {
            cancel.ThrowIfCancellationRequested();
            if (await RememberAsync(file, log, cancel) is not { } text) continue;
            var read = PostFile.Parse(text, file.Path, file.Written);
            if (read.Post is not { } post)
            {
                Add(read.Warnings);
                continue;
            }

            _posts.Add(post);
            var printed = PostHtml.Render(post, masthead.Paper with { Persona = masthead.FindPersona(post.Persona) });
            Add(PostCheck.Find(read, post, text, printed, masthead));
            _texts[file.Path] = CheckedText.Of(file.Path, printed);
        }
    }

    private void Follow(Masthead masthead, LinkCheck links)
    {
        foreach (var text in _texts.Values)
        {
            foreach (var link in text.Links) FollowOne(link.Address, text.File, link.Line);
        }

        foreach (var link in masthead.Site.Navigation) FollowOne(link.Url, "site.yml", LineOf("site.yml", link.Url));
        foreach (var persona in masthead.Personas.Values)
        {
            foreach (var link in persona.Links) FollowOne(link.Url, persona.Path, LineOf(persona.Path, link.Url));
        }

        void FollowOne(string address, string file, int line)
        {
            if (links.Follow(address, file) is var (message, isError)) _findings.Add(new(file, line, message, isError));
        }
    }

    private async Task<string?> RememberAsync(ContentFile file, ILogger log, CancellationToken cancel)
    {
        var text = await file.ReadTextAsync(PostDesk.MaxFileBytes, log, cancel);
        if (text is not null) _sources[file.Path] = text;
        return text;
    }

    private int LineOf(string path, string words) => FileLine.Of(TextOf(path), words);

    private string TextOf(string path) => _sources.GetValueOrDefault(path, "");
}
