using NewsDesk.Commands;

namespace NewsDesk.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly string _content = Directory.CreateTempSubdirectory("newsdesk-check-").FullName;

    public void Dispose() => Directory.Delete(_content, recursive: true);

    [Fact]
    public async Task The_sample_paper_has_nothing_wrong()
    {
        var (exit, lines) = await RunAsync("--content", Repository.Content, "--strict");

        Assert.Equal("6 posts, 3 personas, 1 page and no pictures checked: no errors, no warnings.", Assert.Single(lines));
        Assert.Equal(0, exit);
    }

    [Theory]
    [InlineData("[a](/2026/11/mon)", "error: /2026/11/mon leads nowhere, there is no such post: did you mean /2026/11/moon?")]
    [InlineData("[a](/2026/10/moon)", "warning: /2026/10/moon only redirects: write /2026/11/moon")]
    [InlineData("[a](/2026/11/luna)", "warning: /2026/11/luna only redirects: write /2026/11/moon")]
    [InlineData("[a](http://localhost:5080/2026/11/mon)", "error: /2026/11/mon leads nowhere")]
    [InlineData("[a](/2026/11/moon#no)", "error: #no is no heading of posts/moon.md: there are #one")]
    [InlineData("[a](#no)", "error: #no is no heading of this text: it has none")]
    [InlineData("[a](moon.md)", "error: \"moon.md\" is a file, which readers cannot open: write its address /2026/11/moon")]
    [InlineData("[a](moon)", "error: \"moon\" is looked for beside the page")]
    [InlineData("[a](/persona/knight)", "error: /persona/knight leads nowhere, there is no such persona: did you mean /persona/night?")]
    [InlineData("[a](/tag/spice)", "error: /tag/spice leads nowhere, there is no such tag: did you mean /tag/space?")]
    [InlineData("[a](/abot)", "error: /abot leads nowhere, there is no such page: did you mean /about?")]
    [InlineData("[a](/2026/11/unready)", "warning: /2026/11/unready is a draft")]
    [InlineData("[a](/2026/11/later)", "warning: /2026/11/later appears only on 2999-01-01 00:00")]
    [InlineData("![a](/media/none.png)", "error: there is no picture content/media/none.png")]
    [InlineData("![a](none.png)", "error: the picture \"none.png\" would be looked for beside the page")]
    [InlineData("![a](/none.png)", "error: there is no picture /none.png on the site")]
    [InlineData("![a]()", "error: this picture has no address")]
    [InlineData("Typed: <img src=none.png>", "error: the picture \"none.png\" would be looked for beside the page")]
    [InlineData("The <title> tag", "warning: <title> is never ended in its paragraph, so it is shown as text: write it in backticks, or end it with </title>")]
    [InlineData("A paragraph {#own}", "warning: {#own} is left out: in braces stand only classes")]
    [InlineData("{{stroy}}", "warning: {{stroy}} is nothing that is known here, so it is shown as it was typed: write {{story}}")]
    [InlineData("Typed: <a href='/x\ny'>a</a>", "error: /x y leads nowhere")]
    [InlineData("Typed: <a class=wide href='/2026/11/mon'>a</a>", "error: /2026/11/mon leads nowhere, there is no such post")]
    [InlineData("<div><a href=\"/2026/11/mon\">a</a></div>", "error: /2026/11/mon leads nowhere, there is no such post")]
    [InlineData("<img alt=b src=/media/none.png>", "error: there is no picture content/media/none.png")]
    [InlineData("[a](/blog/old-moon.html)", "warning: /blog/old-moon.html only redirects: write /2026/11/moon")]
    [InlineData("::: pul\nx\n:::", "warning: ::: pul is not a block that is known here: did you mean ::: pull?")]
    public async Task What_is_wrong_in_a_post_is_told_by_file_and_line(string markdown, string says)
    {
        GivenPaper();
        Given("posts/a.md", $"---\ntitle: A\ndate: 2026-11-06\n---\n\n{markdown}\n");

        var (exit, lines) = await RunAsync();

        Assert.Equal(2, lines.Count);
        Assert.Contains($"posts/a.md:6: {says}", lines[0], StringComparison.Ordinal);
        Assert.Equal(says.StartsWith("error", StringComparison.Ordinal) ? 1 : 0, exit);
    }

    [Fact]
    public async Task Links_that_are_not_followed_are_told()
    {
        GivenPaper();
        var outside = Directory.CreateTempSubdirectory("newsdesk-outside-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(outside, "secret.md"), "A secret", TestContext.Current.CancellationToken);
            File.CreateSymbolicLink(Path.Combine(_content, "posts", "stolen.md"), Path.Combine(outside, "secret.md"));
            Directory.CreateSymbolicLink(Path.Combine(_content, "posts", "elsewhere"), outside);

            var (exit, lines) = await RunAsync();

            Assert.Equal(3, lines.Count);
            Assert.StartsWith("posts/elsewhere:1: error: is a link that is not followed", lines[0][(lines[0].IndexOf("posts/", StringComparison.Ordinal))..], StringComparison.Ordinal);
            Assert.Contains("posts/stolen.md:1: error: is a link that is not followed", lines[1], StringComparison.Ordinal);
            Assert.Equal(1, exit);
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Theory]
    [InlineData("[a](/2026/11/moon#one) [b](/2026/11/moon/) [c](/) [d](/wire?at=1) [e](/tag/space) [f](/persona/night) [g](/about#us) [h](/feed.xml) [i](/2026/11)")]
    [InlineData("[a](https://elsewhere.example/x) [b](mailto:a@b.example) [c](//elsewhere.example/x) ![d](https://elsewhere.example/x.png)")]
    [InlineData("# Here\n\n[a](#here) [b](#to-here)")]
    [InlineData("A[^1] b\n\n[^1]: c")]
    public async Task What_leads_somewhere_or_elsewhere_is_right(string markdown)
    {
        GivenPaper();
        Given("posts/a.md", $"---\ntitle: A\ndate: 2026-11-06\n---\n{markdown}\n");

        var (exit, lines) = await RunAsync();

        Assert.Single(lines);
        Assert.Equal(0, exit);
    }

    [Theory]
    [InlineData("pages/2026.md", "---\ntitle: The year\n---\nx", "pages/2026.md:1: error: readers never see this page, since the site itself answers /2026: give the file another name")]
    [InlineData("pages/help.md", "---\ntitle: Help\nslug: search\n---\nx", "pages/help.md:3: error: readers never see this page, since the site itself answers /search: give the file another name, or write slug: ANOTHER-NAME")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2026-11-06\nslug: moon\n---\nx", "posts/a.md:4: error: its slug moon belongs to posts/moon.md")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2026-11-06\naliases: [moon]\n---\nx", "posts/a.md:4: error: the alias moon is the slug of posts/moon.md")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2026-11-06\naliases: [luna, blog/old-moon.html]\n---\nx", "posts/a.md:4: error: the alias luna belongs to posts/moon.md too")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2026-11-06\npersona: knight\n---\nx", "posts/a.md:4: error: there is no persona knight: did you mean night?")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2026-11-06\nimage: /media/no.png\n---\nx", "posts/a.md:4: error: there is no picture content/media/no.png")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2026-11-06\noriginals: [herald]\n---\nx", "posts/a.md:4: warning: originals: \"herald\" is not an address on the web")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2026-11-06\nimage: no.png\n---\nx", "posts/a.md:4: error: image \"no.png\" is not an address: write image: /media/no.png")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2026-11-06\nimage: /no.png\n---\nx", "posts/a.md:4: error: there is no picture /no.png on the site")]
    [InlineData("posts/a.md", "---\ntitle: A\naliases:\n  - fine\n  - /feed.xml\n---\nx", "posts/a.md:5: warning: the alias feed.xml leads nowhere: the site itself answers /feed.xml; take it out")]
    [InlineData("posts/a.md", "---\ntitle: A\naliases: [/Wire/]\n---\nx", "posts/a.md:3: warning: the alias Wire leads nowhere: the site itself answers /Wire; take it out")]
    [InlineData("posts/a.md", "---\ntitle: A\naliases: [2026/11]\n---\nx", "posts/a.md:3: warning: the alias 2026/11 leads nowhere: the site itself answers /2026/11; take it out")]
    [InlineData("posts/a.md", "---\ntitle: A\naliases: [/about]\n---\nx", "posts/a.md:3: warning: the alias about leads nowhere: pages/about.md has this address; take it out")]
    [InlineData("posts/a.md", "---\ntitle: A\naliases: [https://old.example/moon]\n---\nx", "posts/a.md:3: warning: the alias https://old.example/moon leads nowhere: it is no path of this site")]
    [InlineData("posts/a.md", "---\ntitle: A\naliases: [\"javascript:alert(1)\"]\n---\nx", "posts/a.md:3: warning: the alias javascript:alert(1) leads nowhere: it is no path of this site")]
    [InlineData("posts/a.md", "---\ntitle: A\naliases: [\"/?p=12\"]\n---\nx", "posts/a.md:3: warning: the alias ?p=12 leads nowhere: what stands behind ? or # is not looked at")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2026-11-06\naliases: [2026/11/moon]\n---\nx", "posts/a.md:4: error: the alias 2026/11/moon is the address of posts/moon.md")]
    [InlineData("posts/a.md", "---\ntitle: \"A\n---\nx", ": error: the front matter is not valid YAML")]
    [InlineData("posts/a.md", "---\ntitle: A\ndate: 2026-11-06\nlanguage: clean\n---\nFucking", "posts/a.md:1: warning: ")]
    [InlineData("personas/knight.md", "---\nname: K\nimage: /media/k.png\nlinks:\n  - Me: /nowhere\n---\nI am [here](/nowhere).", "personas/knight.md:5: error: /nowhere leads nowhere")]
    [InlineData("pages/help.md", "---\ntitle: Help\n---\n\n[a](/nowhere)", "pages/help.md:5: error: /nowhere leads nowhere")]
    [InlineData("site.yml", "title: Paper\nnavigation:\n  - Maureen: /persona/maureen\n", "site.yml:3: error: /persona/maureen leads nowhere")]
    [InlineData("site.yml", "title: [Paper\n", "site.yml:2: error: this is not valid YAML")]
    [InlineData("language.yml", "strong: [two words]\n", "language.yml:1: warning: strong: \"two words\" is not one word")]
    [InlineData("sources.opml", "no list", "sources.opml:1: error: ")]
    [InlineData("media/no.png", "no picture", "media/no.png:1: error: no picture that browsers show")]
    public async Task So_is_what_is_wrong_at_the_top_and_in_the_other_files(string file, string text, string says)
    {
        GivenPaper();
        Given(file, text);

        var (exit, lines) = await RunAsync();

        Assert.Contains(lines, line => line.Contains(says, StringComparison.Ordinal));
        Assert.Equal(says.Contains("error", StringComparison.Ordinal) ? 1 : 0, exit);
    }

    [Fact]
    public async Task Warnings_fail_when_that_is_asked_for_and_one_file_may_be_asked_about()
    {
        GivenPaper();
        Given("posts/a.md", "---\ntitle: A\ncolour: red\n---\nx");

        Assert.Equal(1, (await RunAsync("--strict")).Exit);
        Assert.Single((await RunAsync(Path.Combine(_content, "posts/moon.md"))).Lines);
        var lines = (await RunAsync(Path.Combine(_content, "posts/a.md"))).Lines;
        Assert.Equal(2, lines.Count);
        Assert.Equal("1 file checked: no errors, 1 warning.", lines[1]);
        Assert.Contains("there is no such file", (await Assert.ThrowsAsync<BadInputException>(() => RunAsync(Path.Combine(_content, "none.md")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_is_in_order()
    {
        var (exit, lines) = await RunAsync();

        Assert.Equal("no posts, no personas, no pages and no pictures checked: no errors, no warnings.", Assert.Single(lines));
        Assert.Equal(0, exit);
    }

    private void GivenPaper()
    {
        Given("language.yml", "strong: [fuck*]\n");
        Given("personas/night.md", "---\nname: The Night Editor\n---\nAwake.");
        Given("pages/about.md", "---\ntitle: About\n---\n# Us\n");
        Given("posts/moon.md", "---\ntitle: Moon\ndate: 2026-11-05\naliases: [luna, blog/old-moon.html]\ntags: [space]\n---\n# One\n");
        Given("posts/unready.md", "---\ntitle: Unready\ndate: 2026-11-05\ndraft: true\n---\nx");
        Given("posts/later.md", "---\ntitle: Later\ndate: 2999-01-01\nslug: later\n---\nx");
    }

    private void Given(string path, string text)
    {
        var file = Path.Combine(_content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private async Task<(int Exit, IReadOnlyList<string> Lines)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        string[] where = args.Contains("--content", StringComparer.Ordinal) ? [] : ["--content", _content];
        var exit = await CheckCommand.Create().Parse([.. where, .. args]).InvokeAsync(
            new() { Output = output, EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
        return (exit, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
