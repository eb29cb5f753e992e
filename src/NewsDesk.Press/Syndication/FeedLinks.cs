namespace NewsDesk.Press.Syndication;

/// <summary>What a feed says of where it is, who tells of its news and where the rest of it is, under the names that RSS and Atom share.</summary>
internal static class FeedLinks
{
    public const string Hub = "hub";

    public static IEnumerable<(string Relation, Uri Address)> Of(Publication publication)
    {
        var pages = publication.Pages;
        IEnumerable<(string Relation, Uri Address)> always = [("self", publication.Self), .. publication.Hubs.Select(hub => (Hub, hub))];
        return always.Concat(new (string Relation, Uri? Address)[]
        {
            ("first", pages.First),
            ("previous", pages.Previous),
            ("next", pages.Next),
            ("prev-archive", pages.OlderArchive),
            ("next-archive", pages.NewerArchive),
            ("current", pages.Current),
        }.Where(link => link.Address is not null).Select(link => (link.Relation, link.Address!)));
    }
}
