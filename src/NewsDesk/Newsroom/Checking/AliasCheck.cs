using NewsDesk.Pages;
using NewsDesk.Press.Posts;

namespace NewsDesk.Newsroom.Checking;

/// <summary>Finds former addresses that will never lead anywhere: those that are no path of the site, and those that the site answers otherwise.</summary>
internal static class AliasCheck
{
    /// <param name="text">The whole file, in which the line is looked for.</param>
    public static IEnumerable<Warning> Find(Post post, string text, Masthead masthead) =>
        from alias in post.Aliases
        let trouble = TroubleWith(alias, masthead)
        where trouble is not null
        select new Warning(post.Path, FileLine.Of(text, alias, "aliases:"), $"the alias {alias} leads nowhere: {trouble}");

    private static string? TroubleWith(string alias, Masthead masthead)
    {
        if (alias.IndexOf(':') is >= 0 and var colon && !alias.AsSpan(0, colon).Contains('/'))
            return "it is no path of this site; write what stands behind the site's name, as blog/2019/moon.html";
        if (alias.AsSpan().IndexOfAny('?', '#') >= 0) return "what stands behind ? or # is not looked at; write the path before it, if it is the post's alone";
        if (masthead.Pages.TryGetValue(alias, out var page)) return $"{page.Path} has this address; take it out";
        return Address.IsOwn(alias) ? $"the site itself answers /{alias}; take it out" : null;
    }
}
