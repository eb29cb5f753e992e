using System.Globalization;
using System.Text;

namespace NewsDesk.Tests.Wire.Reading;

/// <summary>Pages written for the reader's tests: an article in its site's furniture, and what pages do to it.</summary>
internal static class OwnPages
{
    public const string First = "The harbour board voted on Tuesday to let the old crane stand where it is, because the cost of moving it had grown past the cost of building another harbour around it.";
    public const string Second = "Mira Oldcastle, who has run the crane since the spring, said that she had not been asked, and that the crane had not been asked either, which she called \"the usual way of things\".";
    public const string Third = "A second vote is due in the autumn, when the board will decide whether the harbour may stay, and who is to tell the ships; until then, the lights will be left on at night.";

    public const string Furniture = """
        <header class="site-header"><a href="/">The Quay Post</a></header>
        <nav class="menu"><ul><li><a href="/news">News</a></li><li><a href="/weather">Weather</a></li><li><a href="/tides">Tides</a></li></ul></nav>
        """;

    public const string Closing = """
        <section class="related"><h3>You might also like</h3><ul><li><a href="/a">Seven piers you have never stood on</a></li><li><a href="/b">Why gulls like Mondays</a></li></ul></section>
        <div class="comments" id="comments"><h3>3 comments</h3><div class="comment"><p>First! I have never seen a better crane in my life, honestly.</p></div></div>
        <div class="newsletter"><p>Get the tides in your inbox. Subscribe to our newsletter today.</p><form><input name="mail"><button>Sign up</button></form></div>
        <footer><p>Copyright 2026 The Quay Post. All rights reserved.</p><a href="/privacy">Privacy policy</a></footer>
        """;

    public static string Paragraphs => $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";

    public static string Page(string? body = null, string head = "", string before = "", string after = "", string title = "Crane stays, harbour may go") => string.Create(CultureInfo.InvariantCulture, $"""
        <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title} - The Quay Post</title>
        <meta property="og:site_name" content="The Quay Post">{head}</head>
        <body>{Furniture}<main><article><h1>{title}</h1>{before}<div class="article-body">{body ?? Paragraphs}</div>{after}</article></main>{Closing}</body></html>
        """);

    /// <summary>A page that other text than its own paragraphs would make a very long one.</summary>
    public static string Repeat(string piece, int times, string between = "") =>
        new StringBuilder(piece.Length * times).Insert(0, piece + between, times).ToString();
}
