using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Checking;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Pages;
using NewsDesk.Press.Pictures;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;
using NewsDesk.Press.Rendering.Citations;
using NewsDesk.Wire;

namespace NewsDesk.Newsroom;

/// <summary>Keeps the archive's index of posts in step with their files.</summary>
public sealed class PostDesk(
    Posts posts, Articles articles, Archive.Stories stories, PictureDesk pictures, TimeProvider clock, ILogger<PostDesk> log) : IDisposable
{
    public const string Folder = "posts";

    /// <summary>A long novel; whatever is larger is no post.</summary>
    public const int MaxFileBytes = 2_000_000;

    /// <summary>So many are indexed together: at a first start there are thousands.</summary>
    private const int MostAtOnce = 100;

    /// <summary>So many are read side by side and held in memory until they were looked at.</summary>
    private const int MostReadAtOnce = 64;

    /// <summary>Posts that were renamed and edited in one go are few at a time.</summary>
    private const int MostCompared = 50;

    private readonly RenamedPosts _renamed = new(clock);
    private int _printed;

    /// <summary>Rung when posts were printed: what they answer may not be known yet.</summary>
    public GatherBell Printed { get; } = new();

    /// <summary>Of one story; a longer list belongs on the story's own page.</summary>
    private const int MostCoverage = 40;

    /// <summary>Who reads the folder and who follows the stories may both have something printed.</summary>
    private readonly SemaphoreSlim _one = new(1);

    public static bool IsWanted(string name) => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Prints the touched files that are new or changed (<paramref name="anew"/>: also those that are not) and the posts that answer changed articles;
    /// forgets what is gone.
    /// </summary>
    public async Task SweepAsync(IReadOnlyList<ContentFile> files, Func<ContentFile, bool> isTouched,
        IReadOnlyCollection<string> changedArticles, Masthead masthead, CancellationToken cancel, bool anew = false)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await SweepAloneAsync(files, isTouched, changedArticles, masthead, anew, cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Prints the posts again that answer these articles.</summary>
    public async Task ReprintAsync(string content, IReadOnlyCollection<string> changedArticles, Masthead masthead, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            foreach (var path in await posts.ListPathsAnsweringAsync(changedArticles, cancel))
            {
                // What is gone or cannot be read is the folder's follower's to tell.
                if (ContentFolder.Find(content, path) is not { } file || await file.ReadAsync(MaxFileBytes, log, cancel) is not { } bytes) continue;
                if (file.TextOf(bytes, log) is not { } text) continue;
                if (await PrintAsync(file, text, HashOf(bytes, masthead, pictures.Known), isPrinted: true, masthead, cancel) is { } post) await IndexAsync([post], cancel);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task SweepAloneAsync(IReadOnlyList<ContentFile> files, Func<ContentFile, bool> isTouched,
        IReadOnlyCollection<string> changedArticles, Masthead masthead, bool anew, CancellationToken cancel)
    {
        var printed = (await posts.ListFilesAsync(cancel)).ToDictionary(file => file.Path, file => file.FileHash, StringComparer.Ordinal);
        var gone = printed.Keys.Except(files.Select(file => file.Path), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var answering = (await posts.ListPathsAnsweringAsync(changedArticles, cancel)).ToHashSet(StringComparer.Ordinal);
        var printedBefore = _printed;
        var waiting = new List<IndexedPost>();
        await foreach (var (file, bytes, hash) in ReadAsync(files.Where(file => isTouched(file) || answering.Contains(file.Path)), masthead, cancel))
        {
            var isPrinted = printed.ContainsKey(file.Path);
            if (isPrinted && !anew && !answering.Contains(file.Path) && printed[file.Path] == hash) continue;
            if (file.TextOf(bytes, log) is not { } text) continue;
            if (!isPrinted && await FindBeforeAsync(file, text, hash, gone, printed, cancel) is { } before)
            {
                // The same text under another name is the same post: subscribers must not get it twice. Its date and address may stand in the name.
                await posts.MoveAsync(before, file.Path, cancel);
                gone.Remove(before);
                isPrinted = true;
                log.LogInformation("{Post} was {Before} until now: it is the same post for those who follow it", file.Path, before);
            }

            if (await PrintAsync(file, text, hash, isPrinted, masthead, cancel) is { } post) waiting.Add(post);
            if (waiting.Count < MostAtOnce) continue;
            await IndexAsync(waiting, cancel);
            waiting.Clear();
        }

        await IndexAsync(waiting, cancel);
        foreach (var path in gone)
        {
            if (await posts.FindByPathAsync(path, cancel) is { } last) _renamed.Remember(last);
            await posts.RemoveAsync(path, cancel);
            log.LogInformation("Withdrew {Post}: its file is gone", path);
        }

        if (_printed != printedBefore) Printed.Ring();
    }

    /// <summary>Reads files side by side, as many as there are processors, and gives them in their order; a few at a time, since each may be large.</summary>
    private async IAsyncEnumerable<(ContentFile File, byte[] Bytes, string Hash)> ReadAsync(
        IEnumerable<ContentFile> files, Masthead masthead, [EnumeratorCancellation] CancellationToken cancel)
    {
        var known = pictures.Known;
        foreach (var some in files.Chunk(MostReadAtOnce))
        {
            var read = new (byte[] Bytes, string Hash)?[some.Length];
            await Parallel.ForAsync(0, some.Length, cancel, async (place, stop) =>
            {
                var file = some[place];
                if (Encoding.UTF8.GetByteCount(file.Path) > Posts.MaxPathBytes)
                    log.LogWarning("{Post} is not read: its path is longer than {Bytes} bytes. Shorten the names of its folders", file.Path, Posts.MaxPathBytes);
                else if (await file.ReadAsync(MaxFileBytes, log, stop) is { } bytes)
                    read[place] = (bytes, HashOf(bytes, masthead, known));
            });
            foreach (var (place, one) in read.Index())
            {
                if (one is var (bytes, hash)) yield return (some[place], bytes, hash);
            }
        }
    }

    /// <summary>The path that a new file's post had until now: of those that are gone, the one with the same text, else the one that is mostly the same.</summary>
    private async Task<string?> FindBeforeAsync(
        ContentFile file, string text, string hash, HashSet<string> gone, Dictionary<string, string> printed, CancellationToken cancel)
    {
        if (gone.Count == 0) return null;
        if (gone.FirstOrDefault(path => printed[path] == hash) is { } unchanged) return unchanged;
        // Of a whole folder that moved each would be compared with each.
        if (gone.Count > MostCompared || Press.Posts.PostFile.Parse(text, file.Path, file.Written).Post is not { } post) return null;
        foreach (var path in gone)
        {
            if (await posts.FindByPathAsync(path, cancel) is { } before && RenamedPosts.IsSame(before, post)) return path;
        }

        return null;
    }

    /// <summary>Null for what says nothing, or what is not to take the place of what was printed before.</summary>
    private async Task<IndexedPost?> PrintAsync(ContentFile file, string text, string hash, bool isPrinted, Masthead masthead, CancellationToken cancel)
    {
        var read = Press.Posts.PostFile.Parse(text, file.Path, file.Written);
        // Perhaps it is still being written: what was printed of it before stays.
        if (read.Post is not { } post || (read.IsBroken && isPrinted))
        {
            log.Tell(read.Warnings);
            return null;
        }

        var persona = masthead.FindPersona(post.Persona);
        var mentioned = Mentioned.AddressesIn(post);
        var known = await articles.ListByUrlsAsync(mentioned.Select(CanonicalUrl.Of).ToList(), cancel);
        var told = (await stories.ListByIdsAsync([.. known.Select(article => article.StoryId).OfType<long>()], cancel)).ToDictionary(story => story.Id);
        var printed = PostHtml.Render(post, masthead.Paper with
        {
            Originals = KnownByUrl(mentioned, known, told),
            Story = await CoverageAsync(known, told, cancel),
            Pictures = pictures.Known,
            Persona = persona,
        });
        _printed++;
        log.Tell(PostCheck.Find(read, post, text, printed, masthead));
        var uid = isPrinted ? "" : _renamed.Take(post)?.Uid ?? "";
        return PrintedDetails.Index(post, persona, printed, hash, clock.GetUtcNow()) with { Uid = uid };
    }

    private async Task IndexAsync(List<IndexedPost> printed, CancellationToken cancel)
    {
        if (printed.Count == 0) return;
        foreach (var (post, saved) in printed.Zip(await posts.SaveAsync(printed, cancel)))
        {
            if (saved.SlugTakenBy is { } older)
                log.LogError("{Post} is not shown: its slug {Slug} belongs to {Older}. Give one of them another slug", post.Path, post.Slug, older);
            else
                log.LogInformation("Printed {Post}: {Title}", post.Path, post.Title);
        }
    }

    /// <summary>Who else tells the stories of what the post answers; where nobody else does, what it answers.</summary>
    private async Task<IReadOnlyList<KnownOriginal>> CoverageAsync(IReadOnlyList<Article> known, IReadOnlyDictionary<long, Story> told, CancellationToken cancel)
    {
        var coverage = new List<ArticleLine>(known);
        foreach (var story in told.Keys.Order()) coverage.AddRange(await articles.ListOfStoryAsync(story, MostCoverage, cancel));
        return [.. coverage.DistinctBy(article => article.Id).OrderBy(article => article.WireTime).ThenBy(article => article.Id).Select(article => KnownOriginalOf(article, told))];
    }

    // The press looks an address up as the writer wrote it; the archive knows its canonical form.
    private static Dictionary<string, KnownOriginal> KnownByUrl(IReadOnlyList<string> mentioned, IReadOnlyList<Article> known, IReadOnlyDictionary<long, Story> told)
    {
        var byUrl = known.ToDictionary(article => article.Url, StringComparer.Ordinal);
        return mentioned.Where(url => byUrl.ContainsKey(CanonicalUrl.Of(url)))
            .ToDictionary(url => url, url => KnownOriginalOf(byUrl[CanonicalUrl.Of(url)], told), StringComparer.Ordinal);
    }

    private static KnownOriginal KnownOriginalOf(ArticleLine article, IReadOnlyDictionary<long, Story> told)
    {
        var story = article.StoryId is { } id ? told.GetValueOrDefault(id) : null;
        return new()
        {
            Url = article.Url,
            Title = article.Title,
            Publisher = article.Publisher,
            Author = article.Byline,
            Excerpt = article.Excerpt,
            Published = article.Published,
            ArticlePath = Address.OfArticle(article.Id, article.Title),
            OthersReporting = Math.Max(0, (story?.Outlets ?? 1) - 1),
            StoryPath = story is { Outlets: > 1 } ? Address.OfStory(story.Id, story.Title) : null,
        };
    }

    // What a post looks like follows from its text, from the masthead (names, bios, strong words), from the sizes of its pictures and from the press.
    // Of its bytes: at a start thousands of files are compared that nobody has touched, and need not become text.
    private static string HashOf(byte[] file, Masthead masthead, KnownPictures pictures)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{PostHtml.Edition}\n{masthead.Fingerprint}\n"));
        if (MentionsPictures(file)) hash.AppendData(Encoding.UTF8.GetBytes(pictures.StateOfThoseIn(ContentFile.LooseTextOf(file))));
        hash.AppendData(file);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool MentionsPictures(ReadOnlySpan<byte> file) =>
        file.IndexOf("/media/"u8) >= 0 || file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
}
