using System.Globalization;
using NewsDesk.Archive;
using NewsDesk.Pages.Subscriptions;

namespace NewsDesk.Tests.Pages.Subscriptions;

/// <summary>A paper whose posts are everything that feeds stumble over, and all the addresses at which it can be followed.</summary>
internal static class NastyPaper
{
    public const string Site = "https://paper.example";

    /// <summary>The titles of the posts, as a reader must see them, and words of the text that must arrive.</summary>
    public static IReadOnlyDictionary<string, string> Posts { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["An end ]]> in the middle"] = "before ]]> after",
        ["Ampersands & angles < everywhere > and \"quotes\""] = "five < six & seven > two",
        ["Moon 🌑 sold to 👩‍🚀 for 💰"] = "An astronaut 👩‍🚀 signed",
        ["الواقع مباع"] = "بيع القمر يوم الثلاثاء",
        ["הירח נמכר"] = "הירח נמכר ביום שלישי",
        ["Controlled text"] = "bellrings",
        ["Code to run"] = "<script>alert(1)</script>",
        ["Raw and relative"] = "A picture and a link",
        ["A long one"] = "word number 149999",
        ["日本語の見出し、長い"] = "月は火曜日に売られた",
        [string.Join(' ', Enumerable.Repeat("A title without an end", 20))] = "Short after all",
    };

    private static readonly string[] Texts = ["", "/clean"];

    private static readonly string[] Months = ["2026-11", "2026-08"];

    public static Desk Open()
    {
        var desk = new Desk()
            .With("site.yml", $"title: The Paper & Sons <daily>\ndescription: News that isn't.\nurl: {Site}/\npublisher: Sons & Daughters\n")
            .With("language.yml", "strong:\n  - fuck*\n")
            .With("personas/mona.md", "---\nname: Mona “M&M” العربية\n---\nA bio.")
            .With("inbox/moon.html", Samples.Page("Moon & <sun> sold", "https://lantern.example/moon?a=1&b=2"));
        var (titles, day) = (Posts.Keys.ToList(), 1);
        foreach (var (title, text) in Posts)
        {
            desk.With($"posts/2026-11-{day:00}-p{day}.md", $"""
                ---
                title: {Quoted(title)}
                persona: mona
                kind: {(day % 2 == 0 ? "take" : "essay")}
                tags: [space, "C++ & <b>", "a/b", "日本"]
                date: 2026-11-{day:00}T09:30:00+02:00
                {(day == 8 ? "image: {url: \"/media/moon.png\", alt: \"A moon\"}" : "summary: \"A & B < C 🌑\"")}
                originals: ["https://lantern.example/moon?a=1&b=2", "https://other.example/a b"]
                ---
                {Body(titles.IndexOf(title), text)}

                ## A heading

                > A quote of nobody.

                [^1]: A footnote.
                """);
            day++;
        }

        // So many that there is an archive, and more pages than one.
        for (var old = 1; old <= 28; old++)
        {
            desk.With($"posts/2026-08-{old:00}-a.md", Samples.Post($"August {old}"));
            desk.With($"posts/2026-09-{old:00}-b.md", Samples.Post($"September {old}", "tags: [space]"));
        }

        return desk;
    }

    private static string Body(int number, string text) => number switch
    {
        5 => "bell\u0007ri\u000Bngs and \u0001 more \uFFFE of it",
        6 => $"```html\n{text}\n```",
        7 => $"{text}: ![moon](/media/moon.png) [here](/about) [up](../up) [part](#part) [mail](mailto:a@b.example)\n\n<script>alert(2)</script><p onclick=\"x()\">Raw <b>html</b></p><iframe src=\"https://e.example/\"></iframe>\n\n[bad](javascript:alert(3))",
        8 => string.Join('\n', Enumerable.Range(0, 150_000).Chunk(20).Select(line => string.Join(' ', line.Select(word => $"word number {word}")) + "\n"))[..900_000] + $"\n\nand at last {text}",
        _ => $"It is fucking true: {text.Replace("<", "\\<", StringComparison.Ordinal)}. And a note.[^1]",
    };

    private static string Quoted(string title) => $"\"{title.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Every feed of every kind, in each format and each of our texts, with its archives and pages.</summary>
    public static async Task<IReadOnlyList<string>> ListFeedsAsync(Desk desk)
    {
        await desk.ReadAsync("/");
        var source = (await desk.Part<Sources>().ListAsync(TestContext.Current.CancellationToken))[0].Id;
        var story = (await desk.Part<Stories>().ListLatestAsync(null, 1, TestContext.Current.CancellationToken)).Items[0].Id;
        string[] pages = ["", "/persona/mona", "/tag/space", "/tag/a%2Fb", $"/tag/{Uri.EscapeDataString("C++ & <b>")}", "/tag/%E6%97%A5%E6%9C%AC", "/kind/take", string.Create(CultureInfo.InvariantCulture, $"/source/{source}")];
        var ours = from page in pages from clean in Texts from format in FeedFormat.All select $"{page}{clean}/{format.FileName}";
        var archives = from clean in Texts from format in FeedFormat.All from month in Months select $"{clean}/{format.FileName}?month={month}";
        var found = from clean in Texts from format in FeedFormat.All select $"/search{clean}/{format.FileName}?q=moon";
        string[] theirs = ["/wire", string.Create(CultureInfo.InvariantCulture, $"/story/{story}")];
        var reported = from page in theirs from format in FeedFormat.All select $"{page}/{format.FileName}";
        return [.. ours, .. archives, .. found, .. reported];
    }
}
