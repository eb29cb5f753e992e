namespace NewsDesk.Tests;

/// <summary>Small pages and posts for tests that care about something else in them.</summary>
internal static class Samples
{
    private const string Paragraph =
        "The council sold the moon on Tuesday, after a short debate about whether it had ever owned it, and has asked residents to stop looking at it for free.";

    public static string Page(string title, string url, string paragraph = Paragraph) => $"""
        <!DOCTYPE html>
        <!-- saved from url=({url.Length:0000}){url} -->
        <html lang="en"><head><title>{title} - The Lantern</title>
        <meta property="og:site_name" content="The Lantern"><meta property="article:published_time" content="2026-11-04T09:30:00Z"></head>
        <body><nav><a href="/">Home</a> <a href="/moon">Moon</a></nav>
        <article><h1>{title}</h1><p>{paragraph}</p><p>{paragraph} A second sale is planned, the mayor said, because the first went so well.</p>
        <p>Nobody has yet asked the moon. It was full at the time, and is expected to be new again by the weekend, when the buyer takes it over.</p></article>
        <footer>Copyright The Lantern</footer></body></html>
        """;

    public static string Post(string title, params string[] frontMatter) => $"""
        ---
        title: {title}
        {string.Join('\n', frontMatter)}
        ---
        The moon is ours now, and the rent is due.
        """;
}
