using NewsDesk.Archive;
using NewsDesk.Newsroom.Gathering;
using NewsDesk.Wire;
using NewsDesk.Wire.Fetching;
using NewsDesk.Wire.Reading;

namespace NewsDesk.Newsroom.Originals;

/// <summary>What is to be had of an original: from the archive, else from the web, and then it is in the archive.</summary>
public sealed class OriginalFinder(Fetch fetch, Sources sources, Articles articles)
{
    /// <summary>Not watched: it only holds what posts asked for.</summary>
    private static readonly Source Asked = new() { Kind = "folder", Url = "desk:originals", Title = "Originals of our posts", Active = false };

    public abstract record Outcome
    {
        private Outcome() { }

        /// <param name="IsNew">It was fetched just now.</param>
        public sealed record Found(Article Article, bool IsNew) : Outcome;

        /// <param name="Reason">A clause for a person.</param>
        /// <param name="IsLasting">Asking again soon would be of no use.</param>
        public sealed record NotFound(string Reason, bool IsLasting, TimeSpan? RetryAfter) : Outcome;
    }

    public async Task<Outcome> FindAsync(Uri address, CancellationToken cancel)
    {
        // Under the address that the post names: that is what it is asked for again.
        var url = CanonicalUrl.Of(address);
        if ((await articles.ListByUrlsAsync([url], cancel)) is [var known]) return new Outcome.Found(known, IsNew: false);
        if (ReservedNames.Contain(address)) return new Outcome.NotFound("its name is set aside for examples, so nobody is asked for it", IsLasting: true, null);
        if (System.Text.Encoding.UTF8.GetByteCount(url) > Articles.MaxUrlBytes) return new Outcome.NotFound("its address is too long to be kept", IsLasting: true, null);
        return await fetch(new FetchRequest(address) { Wanted = Wanted.Page }, cancel) switch
        {
            Fetched.Received received => await KeepAsync(address, url, received, cancel),
            Fetched.Gone gone => new Outcome.NotFound(gone.Reason, IsLasting: true, null),
            Fetched.Failed failed => new Outcome.NotFound(failed.Reason, failed.Kind is FailureKind.Address or FailureKind.Robots or FailureKind.NotWanted, failed.RetryAfter),
            Fetched.Unchanged => throw new InvalidOperationException("Nothing was known that could be unchanged."),
            var unknown => throw new InvalidOperationException($"Not an answer of the web: {unknown}"),
        };
    }

    private async Task<Outcome> KeepAsync(Uri address, string url, Fetched.Received received, CancellationToken cancel)
    {
        var read = ArticleReader.Read(received.Body, received.Attempt.Address, received.ContentType);
        if (read.Text.Length == 0) return new Outcome.NotFound("no article is found in the page", IsLasting: true, null);
        var sourceId = await sources.SaveAsync(Asked, cancel);
        var article = ItemArticle.Of(read, address.Host, url, received.Attempt.Address, sourceId);
        await articles.SaveAsync([new Gathered(article, url, received.Hash)], cancel);
        var kept = await articles.FindByUrlAsync(url, cancel) ?? throw new InvalidOperationException($"{url} was kept, and is not there");
        return new Outcome.Found(kept, IsNew: true);
    }
}
