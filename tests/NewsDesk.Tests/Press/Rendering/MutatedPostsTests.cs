using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsDesk.Markup;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Tests.Press.Rendering;

/// <summary>Whatever a file holds, it prints, and what it prints is what the cleaner would let pass.</summary>
public sealed class MutatedPostsTests
{
    private const int Rounds = 20_000;

    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "[a](JaVa\tScRiPt:alert(1))", "![a](data:text/html,x)",
        "[a]: javascript:alert(1)\n", "<javascript:alert(1)>", "<a href='vbscript:x'>", "{onclick=alert(1) style=x #id .wide}", "[a](//evil.example)", "[a](\\\\evil.example)",
        "[a](http:evil)", "<svg/onload=alert(1)>", "<iframe src=//evil.example>", "<style>*{}</style>", "\" onmouseover=\"alert(1)", "&#106;avascript:", "<!--", "-->",
        "<![CDATA[", "]]>", "::: original javascript:alert(1)\n", "::: video javascript:alert(1)\n", "::: video https://youtu.be/\"><script>\n", "[@https://x.example/\"><b>]",
        "[@1]", "[@99]", "[^1]", "[^1]: note\n", "*[abc]: <b>\n", "::: signoff\n", "::: update 2026-06-24\n", "::: spoiler <b>\n", ":::\n", "```\n", "~~~ <b>\n", "{{story}}\n", "> ", "- ", "1. ",
        "| a | b |\n|--|:-:|\n", "\0", "\uFEFF", "\u202E", "\uD800", "\uDC00", "\r", "\t", "    ", "\n\n", "# ", "^^^\n", "***", "___", "~~", "``", "---\n", "===\n", "abc\n:   def\n",
        "<details open><summary>", "</div>", "</p>", "</article>", "<table><td>", "<b id=location>", "<p class='wide evil'>", "![a](/x.jpg \"t\")", "&lt;script&gt;", "'", "\"", "--", "...",
    ];

    /// <summary>Each lot has its own seed, so that it holds the same files whichever core takes it.</summary>
    private const int Lots = 40;

    [Fact]
    public void Every_mutation_of_the_cases_prints_clean_HTML()
    {
        var seeds = Directory.GetFiles(Cases(), "*.md").Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        var faults = new ConcurrentQueue<string>();
        // Most mutations leave most parts of a post as they were: each is looked at once.
        var known = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        Parallel.For(0, Lots, lot =>
        {
            var random = new Random(20261105 + lot);
            for (var round = 0; round < Rounds / Lots && faults.IsEmpty; round++)
            {
                var file = Mutate(seeds[random.Next(seeds.Length)], random);
                if (PrintedUncleanly(file, known) is { } fault) faults.Enqueue($"round {round} of lot {lot} printed what the cleaner would change:\n{fault}");
            }
        });
        Assert.True(faults.IsEmpty, faults.FirstOrDefault());
    }

    private static string? PrintedUncleanly(string file, ConcurrentDictionary<string, bool> known)
    {
        if (NewsDesk.Press.Posts.PostFile.Parse(file, "a.md", default).Post is not { } post) return null;
        var printed = PostHtml.Render(post, Prints.Context);
        // All that is new of it at once: most of the cleaner's work is to begin.
        var html = string.Concat(new[] { printed.Html, printed.SignOffHtml, printed.UpdatesHtml, printed.SourcesHtml, printed.OriginalsHtml }
            .OfType<string>().Where(part => known.TryAdd(part, true)));
        return html.Length == 0 || IsClean(html) ? null : $"{html}\n--- cleaned:\n{HtmlCleaner.Clean(html, rules: PostHtml.Rules)}\n--- from:\n{file}";
    }

    /// <summary>Two ways of writing one tree are one: what counts is what a browser makes of it.</summary>
    private static bool IsClean(string html)
    {
        var cleaned = HtmlCleaner.Clean(html, rules: PostHtml.Rules);
        return cleaned == html || Tree(cleaned).Equals(Tree(html));
    }

    private static IElement Tree(string html) => new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html).Body!;

    private static string Mutate(string text, Random random)
    {
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            var length = random.Next(Math.Min(60, text.Length - at) + 1);
            text = random.Next(5) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Hostile[random.Next(Hostile.Length)]),
                2 => text.Insert(at, text.Substring(at, length)),
                3 => text.Remove(at, length).Insert(at, Hostile[random.Next(Hostile.Length)]),
                _ => text.Insert(at, ((char)random.Next(1, random.Next(2) == 0 ? 0x80 : 0x10000)).ToString()),
            };
        }

        return text;
    }

    private static string Cases([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Cases");
}
