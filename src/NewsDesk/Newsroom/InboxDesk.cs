using System.Security.Cryptography;
using NewsDesk.Archive;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Wire.Sources;

namespace NewsDesk.Newsroom;

/// <summary>Puts what lies in the inbox, or in another folder of saved pages and feeds, on the wire, and takes off what was taken out.</summary>
public sealed class InboxDesk(Sources sources, Articles articles, ILogger<InboxDesk> log)
{
    public const string Folder = "inbox";

    private const int MaxFileBytes = 10_000_000;
    private const int TitlesTold = 3;

    /// <summary>Reads a folder's touched files that are new or changed, and answers the addresses of the articles that became others by it.</summary>
    public async Task<IReadOnlyCollection<string>> SweepAsync(
        WatchedSource folder, IReadOnlyList<ContentFile> files, Func<ContentFile, bool> isTouched, CancellationToken cancel)
    {
        var sourceId = (await sources.FindByUrlAsync(folder.Url, cancel))?.Id ?? await sources.SaveAsync(SourceReading.Row(folder), cancel);
        var mentions = (await articles.ListMentionsAsync(sourceId, cancel)).ToLookup(mention => FileOf(mention.MentionKey), StringComparer.Ordinal);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.Where(isTouched)) changed.UnionWith(await ReadAsync(file, sourceId, mentions[file.Path].ToList(), cancel));

        var present = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var gone in mentions.Where(file => !present.ContainsKey(file.Key)))
        {
            foreach (var mention in gone)
            {
                await articles.WithdrawMentionAsync(sourceId, mention.MentionKey, cancel);
                // Another file may tell the same article: from now on its words count.
                foreach (var left in (await articles.ListMentionsOfAsync(mention.ArticleId, cancel)).Where(left => left.SourceId == sourceId))
                {
                    if (present.TryGetValue(FileOf(left.MentionKey), out var other)) changed.UnionWith(await ReadAsync(other, sourceId, [], cancel));
                }
            }

            log.LogInformation("Took {File} off the wire: it is gone", gone.Key);
        }

        return changed;
    }

    private async Task<IReadOnlyCollection<string>> ReadAsync(
        ContentFile file, long sourceId, IReadOnlyList<Mention> before, CancellationToken cancel)
    {
        if (await file.ReadAsync(MaxFileBytes, log, cancel) is not { } bytes) return [];
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (before.Any(mention => mention.Hash == hash)) return [];

        switch (InboxFile.Read(file.Path, bytes, sourceId))
        {
            case InboxFile.Unreadable { Reason: var reason }:
                // Perhaps it is still being written: what was read from it before stays.
                log.LogWarning("{File} is not read: {Reason}", file.Path, reason);
                return [];
            case InboxFile.Holds { Articles: var found }:
                var gathered = found.Select(one => new Gathered(one.Value, one.Key, hash)).ToList();
                var saved = await articles.SaveAsync(gathered, cancel);
                foreach (var mention in before.Where(mention => !found.ContainsKey(mention.MentionKey)))
                    await articles.WithdrawMentionAsync(sourceId, mention.MentionKey, cancel);
                log.LogInformation("Read {File}: {Titles}", file.Path, Said(found.Values.Select(article => article.Title).ToList()));
                return gathered.Zip(saved)
                    .Where(pair => pair.Second.Outcome is Outcome.Added or Outcome.Changed)
                    .Select(pair => pair.First.Article.Url).ToList();
            default:
                throw new InvalidOperationException("An inbox file is either read or not.");
        }
    }

    // A feed file may hold hundreds: a line of the log is for people.
    private static string Said(List<string> titles) =>
        string.Join(" · ", titles.Take(TitlesTold)) + (titles.Count > TitlesTold ? $" · and {titles.Count - TitlesTold} more" : "");

    private static string FileOf(string mentionKey) => mentionKey.Split(InboxFile.ItemMark, 2)[0];
}
