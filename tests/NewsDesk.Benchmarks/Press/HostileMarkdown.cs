using System.Diagnostics;
using System.Globalization;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Benchmarks.Press;

/// <summary>Prints texts that are made to keep a Markdown parser busy, and says how long each kept ours.</summary>
public static class HostileMarkdown
{
    /// <summary>A part, and how it is made into a text: parts of one text, or <c>{n}</c> for the number of the part.</summary>
    private static readonly (string Name, string Before, string Part, string After)[] Shapes =
    [
        ("open brackets", "", "[", ""),
        ("open brackets, words", "", "[a ", ""),
        ("closed brackets", "", "]", ""),
        ("bracket pairs nested", "{open[}", "", "{close]}"),
        ("bracket pairs in a row", "", "[a]", ""),
        ("links in links", "{open[}", "", "{close](u)}"),
        ("links without an end", "", "[a](", ""),
        ("links with an open angle", "", "[a](<b", ""),
        ("links with an open title", "", "[a](b \"", ""),
        ("links with round brackets", "", "[a](b(", ""),
        ("images", "", "![", ""),
        ("images without an end", "", "![a](", ""),
        ("images in images", "{open![}", "", "{close](u)}"),
        ("stars", "", "*", ""),
        ("stars and letters", "", "*a", ""),
        ("stars closing", "", "a*", ""),
        ("stars both", "", "*a_", ""),
        ("stars doubled", "", "**a *", ""),
        ("stars of all lengths", "", "*** a ** b * ", ""),
        ("emphasis opened, lines and stars", "", "_a **b ", ""),
        ("emphasis that fits nothing", "", "a**b_c* ", ""),
        ("tildes", "", "~~a", ""),
        ("tildes and stars", "", "~~a **b ", ""),
        ("backticks of growing length", "", "{`}a", ""),
        ("backticks", "", "`", ""),
        ("backticks and letters", "", "`a``b", ""),
        ("angles", "", "<", ""),
        ("open tags", "", "<a ", ""),
        ("open tags with attributes", "", "<a b=\"", ""),
        ("open comments", "", "<!-- ", ""),
        ("open processing", "", "<? ", ""),
        ("open declarations", "", "<!A ", ""),
        ("open cdata", "", "<![CDATA[ ", ""),
        ("open html blocks", "", "<div>\n", ""),
        ("autolinks without an end", "", "<http:", ""),
        ("ampersands", "", "&", ""),
        ("entities", "", "&amp", ""),
        ("backslashes", "", "\\", ""),
        ("quotes", "", "\"", ""),
        ("quotes and letters", "", "\"a ", ""),
        ("apostrophes", "", "'a ", ""),
        ("hyphens", "", "-- ", ""),
        ("dots", "", "... ", ""),
        ("reference definitions", "", "[a{n}]: u\n", ""),
        ("reference definitions, one name", "", "[a]: u\n", ""),
        ("references to definitions", "[a]: u\n\n", "[a]", ""),
        ("references to a long definition", "[a]: {longtitle}\n\n", "[a]", ""),
        ("reference open label", "", "[a\n", ""),
        ("reference open title", "[a]: u \"", "b\n", ""),
        ("reference definitions with open titles", "", "[a{n}]: u \"\n", ""),
        ("pipes", "", "|", ""),
        ("pipes in lines", "", "|a\n", ""),
        ("table of many columns", "{pipes}", "|a", ""),
        ("table of many rows", "|a|b|\n|-|-|\n", "|a|b|\n", ""),
        ("table heads", "", "|a|b|\n|-|-|\n", ""),
        ("wide table with short rows", "{widetable}", "|\n", ""),
        ("pipes and stars", "a|b\n-|-\n", "*|", ""),
        ("pipes and brackets", "a|b\n-|-\n", "[|", ""),
        ("pipes and backticks", "a|b\n-|-\n", "`|``|", ""),
        ("quotes in quotes", "", ">", ""),
        ("quotes in quotes in lines", "", "{60>}a\n", ""),
        ("quote stairs", "", "{n%60>}a\n", ""),
        ("lists in lists", "", "- ", ""),
        ("lists in lists in lines", "", "{n%60 }- a\n", ""),
        ("list items", "", "- a\n", ""),
        ("list items with blank lines", "", "- a\n\n", ""),
        ("numbered items", "", "1. a\n", ""),
        ("lists of two kinds", "", "- a\n* b\n", ""),
        ("empty items", "", "-\n", ""),
        ("definition lists", "", "a\n:   b\n", ""),
        ("definitions", "a\n", ":   b\n", ""),
        ("abbreviations", "", "*[a{n}]: b\n", "\n\nword word"),
        ("abbreviations used", "*[ab]: b\n\n", "ab ", ""),
        ("abbreviations many used", "{abbr}", "w1 w2 w3 ", ""),
        ("footnotes", "", "[^{n}]", ""),
        ("footnotes defined", "", "[^{n}]: a\n", ""),
        ("footnotes used", "[^1]: a\n\n", "[^1]", ""),
        ("footnotes defined and used", "", "[^{n}]\n\n[^{n}]: a\n\n", ""),
        ("footnote in footnote", "", "[^{n}]: [^{m}]\n\n", "[^1]"),
        ("citations", "", "[@https://a.example/{n}]", ""),
        ("citations of one", "", "[@https://a.example/]", ""),
        ("citations open", "", "[@", ""),
        ("citations open with words", "", "[@https://a.example/ ", ""),
        ("citations with parts", "[@1", ";@1", "]"),
        ("attributes open", "", "a{", ""),
        ("attributes", "", "*a*{.wide}", ""),
        ("attributes long", "*a*{", ".wide ", "}"),
        ("attributes with quotes", "", "a{b=\"", ""),
        ("blocks in blocks", "", "::: aside\n", ""),
        ("blocks", "", "::: aside\na\n:::\n", ""),
        ("blocks unknown", "", "::: q{n}\na\n:::\n", ""),
        ("colons", "", ":::\n", ""),
        ("colons in a row", "", ":", ""),
        ("sign-offs", "", "::: signoff\na\n:::\n", ""),
        ("updates", "", "::: update 2026-01-01\na\n:::\n", ""),
        ("originals", "", "::: original https://a.example/{n}\n:::\n", ""),
        ("videos", "", "::: video https://youtu.be/a\n1:12 a\n:::\n", ""),
        ("moments", "::: video https://youtu.be/a\n", "1:12 a\n", ":::\n"),
        ("moments in brackets", "::: video https://youtu.be/a\n", "(1:12", ":::\n"),
        ("spoilers", "", "::: spoiler a\n\n", ""),
        ("stories", "", "{{story}}\n\n", ""),
        ("stories in a row", "", "{{story}}", ""),
        ("figures", "", "^^^\n", ""),
        ("figures with text", "", "^^^\na\n^^^ b\n", ""),
        ("tasks", "", "- [ ] a\n", ""),
        ("headings", "", "# a\n", ""),
        ("headings alike", "", "# a b c d\n\n", ""),
        ("headings of hashes", "", "#", ""),
        ("heading closers", "# a ", "# ", ""),
        ("setext lines", "", "a\n-\n", ""),
        ("long setext", "", "a\n", "==="),
        ("fences", "", "```\n", ""),
        ("fences of growing length", "", "{`}\n", ""),
        ("fences open", "", "~~~ a\n", ""),
        ("code lines", "", "    a\n", ""),
        ("blank lines", "", "\n", ""),
        ("blanks", "", " ", ""),
        ("tabs", "", "\t", ""),
        ("hard breaks", "", "a  \n", ""),
        ("one long word", "", "a", ""),
        ("one long line", "", "abc ", ""),
        ("dashes", "", "-", ""),
        ("dashes parted", "", "- - ", ""),
        ("thematic breaks", "", "***\n", ""),
        ("raw html", "", "<b><i>", ""),
        ("raw html closing", "", "</b>", ""),
        ("html blocks in lists", "", "- <div>\n", ""),
        ("raw tables", "", "<table><td>", ""),
        ("raw details", "", "<details><summary>", ""),
        ("wrong addresses", "", "[a](javascript:a)", ""),
        ("null", "", "\0", ""),
        ("emoji", "", "👍", ""),
        ("marks", "a", "\u0301", ""),
        ("swearing", "", "fuck ", ""),
        ("own links", "", "[a](#a)", ""),
    ];

    public static int Run(int[] sizes)
    {
        Print("warm", 1000);
        foreach (var size in sizes)
        {
            var all = Shapes.Select(shape => (shape.Name, Print(Text(shape.Before, shape.Part, shape.After, size)))).OrderByDescending(one => one.Item2.Taken).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size} letters: {all.Count} shapes, worst {all[0].Item2.Taken.TotalSeconds:0.000} s of processor"));
            foreach (var (name, (taken, warning)) in all.Take(20))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {taken.TotalSeconds,7:0.000} s  {name,-36} {warning}"));
        }

        return 0;
    }

    private static void Print(string text, int times)
    {
        for (var i = 0; i < times; i++) Print(text);
    }

    private static (TimeSpan Taken, string? Warning) Print(string text)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var words = WordListFile.Parse("strong:\n  - fuck*\n", "language.yml").Words;
        var printed = PostHtml.Render(PostFile.Parse("---\ntitle: A\n---\n" + text, "a.md", default).Post!, new() { Words = words });
        return (Process.GetCurrentProcess().TotalProcessorTime - before, printed.Warnings is [var first, ..] ? first.Message : null);
    }

    private static string Text(string before, string part, string after, int size)
    {
        if (part.Length == 0)
        {
            var (open, close) = (before[5..^1].Replace("{", "", StringComparison.Ordinal), after[6..^1]);
            var times = size / (open.Length + close.Length + 1);
            return string.Concat(Enumerable.Repeat(open, times)) + "a" + string.Concat(Enumerable.Repeat(close, times));
        }

        var text = new System.Text.StringBuilder(Fill(before, size));
        for (var n = 1; text.Length < size; n++) text.Append(Numbered(part, n));
        return text.Append(after).ToString();
    }

    private static string Fill(string before, int size) => before
        .Replace("{longtitle}", "https://a.example/" + new string('a', size / 20), StringComparison.Ordinal)
        .Replace("{pipes}", string.Concat(Enumerable.Repeat("|a", size / 5)) + "\n" + string.Concat(Enumerable.Repeat("|-", size / 5)) + "\n", StringComparison.Ordinal)
        .Replace("{widetable}", string.Concat(Enumerable.Repeat("|a", size / 12)) + "\n" + string.Concat(Enumerable.Repeat("|-", size / 12)) + "\n", StringComparison.Ordinal)
        .Replace("{abbr}", string.Concat(Enumerable.Range(0, size / 30).Select(n => string.Create(CultureInfo.InvariantCulture, $"*[w{n}]: b\n"))) + "\n", StringComparison.Ordinal);

    private static string Numbered(string part, int n) => part
        .Replace("{n%60>}", new string('>', n % 60), StringComparison.Ordinal)
        .Replace("{60>}", new string('>', 60), StringComparison.Ordinal)
        .Replace("{n%60 }", new string(' ', n % 60 * 2), StringComparison.Ordinal)
        .Replace("{`}", new string('`', 1 + n % 400), StringComparison.Ordinal)
        .Replace("{n}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{m}", (n + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
