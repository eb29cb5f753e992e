namespace NewsDesk.Wire.Stories.Window;

/// <summary>
/// Finds out that two stories were one all along: articles keep coming that would as well have joined the other. Early articles
/// about one event often share too few words to meet; later ones bridge them.
/// </summary>
internal sealed class Merging(Likeness likeness, StoryShelf shelf, EditorsWord editors, StorySettings settings)
{
    private const int FewestClaims = 2;
    private const int RivalsRemembered = 64;

    /// <summary>Notes which other stories would have taken the article that has just joined, and merges when they are one.</summary>
    public IReadOnlyList<StoryMerge> After(StoryProfile joined, List<Fit> fits, double hour)
    {
        foreach (var fit in fits)
        {
            var rival = fit.Story;
            if (rival == joined || fit.Score <= 0 || Likeness.Gap(hour, rival) > settings.Quiet.TotalHours) continue;
            var claims = Claim(joined, rival);
            Claim(rival, joined);
            var smaller = Math.Min(joined.Articles, rival.Articles);
            if (claims < FewestClaims || claims < settings.MergeClaims * smaller) continue;
            if (editors.AreParted(joined.Id, rival.Id) || !likeness.AreOne(joined, rival)) continue;
            var (from, into) = rival.Articles > joined.Articles ? (joined, rival) : (rival, joined);
            Pour(from, into);
            return [new StoryMerge(from.Id, into.Id)];
        }

        return [];
    }

    public void Pour(StoryProfile from, StoryProfile into)
    {
        foreach (var (story, claims) in from.Claims ?? [])
        {
            into.Claims ??= [];
            into.Claims[story] = into.Claims.GetValueOrDefault(story) + claims;
        }

        shelf.Pour(from, into);
        editors.Follow(from.Id, into.Id);
    }

    private static int Claim(StoryProfile story, StoryProfile rival)
    {
        story.Claims ??= [];
        var claims = story.Claims.GetValueOrDefault(rival.Id) + 1;
        if (claims > 1 || story.Claims.Count < RivalsRemembered) story.Claims[rival.Id] = claims;
        return claims;
    }
}
