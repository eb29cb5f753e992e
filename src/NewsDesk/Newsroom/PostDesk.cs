using System.Security.Cryptography;
using System.Text;
using NewsDesk.Archive;
using NewsDesk.Pages;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;
using NewsDesk.Press.Rendering.Citations;
using NewsDesk.Wire;

namespace NewsDesk.Newsroom;

/// <summary>Keeps the archive's index of posts in step with their files.</summary>
public sealed class PostDesk(Posts posts, Articles articles, TimeProvider clock, ILogger<PostDesk> log)
{
    public const string Folder = "posts";

    /// <summary>A long novel; whatever is larger is no post.</summary>
    private const int MaxFileBytes = 2_000_000;

    public static bool IsWanted(string name) => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    /// <summary>Prints the touched files that are new or changed and the posts that answer changed articles; forgets what is gone.</summary>
    public async Task SweepAsync(IReadOnlyList<ContentFile> files, Func<ContentFile, bool> isTouched,
        IReadOnlyCollection<string> changedArticles, Masthead masthead, CancellationToken cancel)
    {
        var printed = (await posts.ListFilesAsync(cancel)).ToDictionary(file => file.Path, file => file.FileHash, StringComparer.Ordinal);
        var gone = printed.Keys.Except(files.Select(file => file.Path), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var answering = (await posts.ListPathsAnsweringAsync(changedArticles, cancel)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.Where(file => isTouched(file) || answering.Contains(file.Path)))
        {
            if (await file.ReadTextAsync(MaxFileBytes, log, cancel) is not { } text) continue;
            var hash = HashOf(text, masthead);
            if (!printed.ContainsKey(file.Path) && gone.FirstOrDefault(path => printed[path] == hash) is { } before)
            {
                // The same text under another name is the same post: subscribers must not get it twice.
                await posts.MoveAsync(before, file.Path, cancel);
                gone.Remove(before);
            }
            else if (answering.Contains(file.Path) || printed.GetValueOrDefault(file.Path) != hash)
            {
                await PrintAsync(file, text, hash, masthead, cancel);
            }
        }

        foreach (var path in gone)
        {
            await posts.RemoveAsync(path, cancel);
            log.LogInformation("Withdrew {Post}: its file is gone", path);
        }
    }

    private async Task PrintAsync(ContentFile file, string text, string hash, Masthead masthead, CancellationToken cancel)
    {
        var read = Press.Posts.PostFile.Parse(text, file.Path, file.Written);
        log.Tell(read.Warnings);
        // Perhaps it is still being written: what was printed of it before stays.
        if (read.Post is not { } post) return;

        var persona = masthead.FindPersona(post.Persona);
        var mentioned = Mentioned.AddressesIn(post);
        var known = await articles.ListByUrlsAsync(mentioned.Select(CanonicalUrl.Of).ToList(), cancel);
        var printed = PostHtml.Render(post, new RenderContext
        {
            Originals = KnownByUrl(mentioned, known),
            // Until stories are told apart here, what is known of the coverage is what the post answers.
            Story = known.OrderBy(article => article.WireTime).Select(KnownOriginalOf).ToList(),
            Words = masthead.Words,
            SiteUrl = masthead.SiteUrl,
            Persona = persona,
        });
        log.Tell(printed.Warnings);
        var saved = await posts.SaveAsync(PrintedDetails.Index(post, persona, printed, hash, clock.GetUtcNow()), cancel);
        if (saved.SlugTakenBy is { } older)
            log.LogError("{Post} is not shown: its slug {Slug} belongs to {Older}. Give one of them another slug", file.Path, post.Slug, older);
        else
            log.LogInformation("Printed {Post}: {Title}", file.Path, post.Title);
    }

    // The press looks an address up as the writer wrote it; the archive knows its canonical form.
    private static Dictionary<string, KnownOriginal> KnownByUrl(IReadOnlyList<string> mentioned, IReadOnlyList<Article> known)
    {
        var byUrl = known.ToDictionary(article => article.Url, StringComparer.Ordinal);
        return mentioned.Where(url => byUrl.ContainsKey(CanonicalUrl.Of(url)))
            .ToDictionary(url => url, url => KnownOriginalOf(byUrl[CanonicalUrl.Of(url)]), StringComparer.Ordinal);
    }

    private static KnownOriginal KnownOriginalOf(Article article) => new()
    {
        Url = article.Url,
        Title = article.Title,
        Publisher = article.Publisher,
        Author = article.Byline,
        Excerpt = article.Excerpt,
        Published = article.Published,
        ArticlePath = Address.OfArticle(article.Id, article.Title),
    };

    // What a post looks like follows from its text and from the masthead: names, bios, strong words.
    private static string HashOf(string text, Masthead masthead) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{masthead.Fingerprint}\n{text}")));
}
