using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsDesk.Commands;

namespace NewsDesk.Tests.Commands;

/// <summary>A real site on this machine, the real commands, and a desk that is open meanwhile.</summary>
public sealed class SourcesCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_site_pasted_as_its_front_page_is_on_the_wire_of_the_open_desk()
    {
        await using var site = await OpenSiteAsync();
        var url = site.Urls.Single();
        await using var desk = new Desk(("allow-networks", "127.0.0.0/8"), ("host-delay", "0"));
        await desk.ReadAsync("/wire");

        var added = await RunAsync(desk, 0, "sources", "add", url, "--category", "Towns");

        Assert.Contains("a feed that the page names", added, StringComparison.Ordinal);
        await desk.ReadUntilAsync("/wire", page => page.Contains("The moon is sold", StringComparison.Ordinal));
        Assert.Contains("Town News", await desk.ReadAsync("/sources"), StringComparison.Ordinal);
        Assert.Contains($"xmlUrl=\"{url}/town.xml\"", await File.ReadAllTextAsync(Path.Combine(desk.Content, "sources.opml"), Cancel), StringComparison.Ordinal);

        Assert.Contains("is in the list already", await RunAsync(desk, 0, "sources", "add", url), StringComparison.Ordinal);
        Assert.Contains("Town News", await RunAsync(desk, 0, "sources", "list"), StringComparison.Ordinal);
        Assert.Contains("Last visits", await RunAsync(desk, 0, "sources", "show", "Town"), StringComparison.Ordinal);
        Assert.Contains("is paused", await RunAsync(desk, 0, "sources", "pause", "Town"), StringComparison.Ordinal);
        Assert.Contains("\tpaused\t", await RunAsync(desk, 0, "sources", "list"), StringComparison.Ordinal);
        Assert.Contains("is watched again", await RunAsync(desk, 0, "sources", "resume", "Town"), StringComparison.Ordinal);
        Assert.Contains("of 1 sources", await RunAsync(desk, 0, "gather", "--once", "--source", "Town"), StringComparison.Ordinal);
        Assert.Contains("xmlUrl=", await RunAsync(desk, 0, "sources", "export"), StringComparison.Ordinal);
        Assert.Contains("no longer watched", await RunAsync(desk, 0, "sources", "remove", "Town"), StringComparison.Ordinal);
        Assert.DoesNotContain("town.xml", await File.ReadAllTextAsync(Path.Combine(desk.Content, "sources.opml"), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_a_feed_becomes_a_list_and_what_cannot_be_added_says_why()
    {
        await using var site = await OpenSiteAsync();
        var url = site.Urls.Single();
        await using var desk = new Desk(("allow-networks", "127.0.0.0/8"), ("host-delay", "0"), ("gather", "false"));
        await desk.ReadAsync("/");

        Assert.Contains("read as a list of links", await RunAsync(desk, 0, "sources", "add", $"{url}/list"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, 1, "sources", "add", $"{url}/nothing"));
        await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, 1, "sources", "add", "two words"));
        await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, 1, "sources", "show", "nobody"));
        await RunAsync(desk, 0, "sources", "add", $"{url}/broken", "--kind", "feed", "--title", "Broken");
        Assert.Contains("1 failed", await RunAsync(desk, 1, "gather", "--once", "--source", "Broken"), StringComparison.Ordinal);
        desk.With("sources.opml", "<opml>");
        Assert.Contains("line 1", (await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, 1, "sources", "list"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_removed_is_put_back_as_it_was_by_the_command_that_is_told()
    {
        await using var desk = new Desk(("gather", "false"));
        await desk.ReadAsync("/");
        await RunAsync(desk, 0, "sources", "add", "https://e.example/news", "--title", "Moon's news", "--category", "Towns", "--interval", "30m", "--item", "article > h2", "--kind", "page", "--paused");
        var before = await File.ReadAllTextAsync(Path.Combine(desk.Content, "sources.opml"), Cancel);

        var told = await RunAsync(desk, 0, "sources", "remove", "Moon");

        var command = told[(told.IndexOf("newsdesk ", StringComparison.Ordinal) + "newsdesk ".Length)..].Trim();
        Assert.Equal("sources add https://e.example/news --kind page --title 'Moon'\\''s news' --category Towns --interval 30m --item 'article > h2' --paused", command);
        await RunAsync(desk, 0, await WordsOfAsync(command));
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(desk.Content, "sources.opml"), Cancel));
    }

    [Fact]
    public async Task A_list_that_was_lost_is_told_and_written_anew_with_the_next_change()
    {
        await using var desk = new Desk(("gather", "false"));
        await desk.ReadAsync("/");
        await RunAsync(desk, 0, "sources", "add", "https://e.example/news", "--title", "Moon news", "--category", "Towns", "--interval", "30m", "--item", "article", "--kind", "page");
        var file = Path.Combine(desk.Content, "sources.opml");
        File.Delete(file);

        var (_, told) = await TellAsync(desk, 1, "sources", "check");
        Assert.Contains("sources.opml is not there, but the archive watches sources", told, StringComparison.Ordinal);
        await RunAsync(desk, 0, "sources", "add", "https://other.example/feed", "--kind", "feed");

        var list = await File.ReadAllTextAsync(file, Cancel);
        Assert.Contains("url=\"https://e.example/news\" newsdesk:kind=\"page\" newsdesk:interval=\"30m\" newsdesk:item=\"article\"", list, StringComparison.Ordinal);
        Assert.Contains("https://other.example/feed", list, StringComparison.Ordinal);
        Assert.Contains("2 sources, all is well", await RunAsync(desk, 0, "sources", "check"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_watches_nothing()
    {
        await using var desk = new Desk(("gather", "false"));
        await desk.ReadAsync("/");
        await RunAsync(desk, 0, "sources", "add", "https://e.example/feed", "--kind", "feed", "--title", "Moon news");

        await RunAsync(desk, 0, "sources", "remove", "Moon");

        Assert.DoesNotContain("Moon news", await RunAsync(desk, 0, "sources", "list"), StringComparison.Ordinal);
        var (told, complaints) = await TellAsync(desk, 0, "sources", "check");
        Assert.DoesNotContain("is not there", told + complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_selector_is_told_before_anything_is_fetched()
    {
        await using var desk = new Desk(("gather", "false"));
        await desk.ReadAsync("/");

        Assert.Contains("--item: \"div[[\" is no CSS selector", (await TellAsync(desk, 1, "sources", "add", "https://a.example/", "--item", "div[[")).Error, StringComparison.Ordinal);
        Assert.Contains("--time: \"???\" is no CSS selector", (await TellAsync(desk, 1, "sources", "add", "https://a.example/", "--item", "div", "--time", "???")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_mean_several_sources_is_asked_again_and_paused_ones_count()
    {
        await using var desk = new Desk(("gather", "false"));
        await desk.ReadAsync("/");
        await RunAsync(desk, 0, "sources", "add", "https://a.example/feed", "--kind", "feed", "--title", "Lantern", "--paused");
        await RunAsync(desk, 0, "sources", "add", "https://b.example/feed", "--kind", "feed", "--title", "Later news");

        var asked = await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, 1, "sources", "remove", "la"));

        Assert.Contains("(Lantern)", asked.Message, StringComparison.Ordinal);
        Assert.Contains("(Later news); say its number or its address", asked.Message, StringComparison.Ordinal);
        Assert.Contains("Later news is no longer watched", await RunAsync(desk, 0, "sources", "remove", "later"), StringComparison.Ordinal);
        Assert.Contains("Lantern", await RunAsync(desk, 0, "sources", "show", "la"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_word_for_an_option_is_told_with_the_right_ones_and_a_wrong_language_is_not_written()
    {
        await using var desk = new Desk(("gather", "false"));
        await desk.ReadAsync("/");

        Assert.Contains("'auto'", (await TellAsync(desk, 1, "sources", "add", "https://a.example/feed", "--full-text", "sometimes")).Error, StringComparison.Ordinal);
        Assert.Contains("en or pt-BR", (await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, 1, "sources", "add", "https://a.example/feed", "--kind", "feed", "--language", "xx!!"))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(desk.Content, "sources.opml")));
    }

    /// <summary>As a shell takes them.</summary>
    private static async Task<string[]> WordsOfAsync(string command)
    {
        using var shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-c", $"printf '%s\\n' {command}"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var words = await shell.StandardOutput.ReadToEndAsync(Cancel);
        await shell.WaitForExitAsync(Cancel);
        return words.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public async Task A_section_of_a_site_with_a_feed_may_be_read_itself()
    {
        await using var site = await OpenSiteAsync();
        await using var desk = new Desk(("allow-networks", "127.0.0.0/8"), ("host-delay", "0"), ("gather", "false"));
        await desk.ReadAsync("/");

        var found = await RunAsync(desk, 0, "sources", "add", $"{site.Urls.Single()}/section", "--pick", "2");

        Assert.Contains("1. Town News", found, StringComparison.Ordinal);
        Assert.Contains("the page itself, read as a list of links; where", found, StringComparison.Ordinal);
        Assert.Contains("newsdesk:kind=\"page\"", await RunAsync(desk, 0, "sources", "export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_another_reader_is_taken_over_checked_and_given_on()
    {
        await using var site = await OpenSiteAsync();
        var url = site.Urls.Single();
        await using var desk = new Desk(("allow-networks", "127.0.0.0/8"), ("host-delay", "0"), ("gather", "false"));
        await desk.ReadAsync("/");
        var theirs = Path.Combine(desk.Data, "theirs.opml");
        await File.WriteAllTextAsync(theirs, $"""
            <opml version="1.0"><body><outline text="Towns">
            <outline text="Town" type="rss" xmlUrl="{url}/town.xml"/>
            <outline text="Town again" type="rss" xmlUrl="{url}/town.xml"/>
            <outline text="Broken" type="rss" xmlUrl="{url}/broken.xml"/>
            <outline text="Private" type="rss" xmlUrl="http://me:secret@127.0.0.1/feed"/>
            </outline></body></opml>
            """, Cancel);

        var (imported, flaws) = await TellAsync(desk, 1, "sources", "import", theirs);
        Assert.Contains("2 sources added, 0 were there already, 1 is named twice in the file, 1 thing could not be understood", imported, StringComparison.Ordinal);
        Assert.Contains("line 3: ", flaws, StringComparison.Ordinal);
        Assert.Contains("line 5: \"Private\" has a name or password in its address", flaws, StringComparison.Ordinal);
        Assert.DoesNotContain("secret@", flaws, StringComparison.Ordinal);
        Assert.Contains("0 sources added, 2 were there already", await RunAsync(desk, 1, "sources", "import", theirs), StringComparison.Ordinal);
        Assert.Contains("2 sources, all is well", await RunAsync(desk, 0, "sources", "check"), StringComparison.Ordinal);

        var (gathered, failures) = await TellAsync(desk, 1, "gather", "--once");
        Assert.Contains("Town: 1 new", gathered, StringComparison.Ordinal);
        Assert.Contains("2 of 2 sources", gathered, StringComparison.Ordinal);
        Assert.Contains($"Broken ({url}/broken.xml): ", failures, StringComparison.Ordinal);
        for (var i = 0; i < 2; i++) await RunAsync(desk, 1, "gather", "--source", "Broken");
        Assert.Contains("3 visits in a row failed: ", (await TellAsync(desk, 1, "sources", "check")).Error, StringComparison.Ordinal);

        var ours = Path.Combine(desk.Data, "ours.opml");
        Assert.Contains($"2 sources are written to {ours}.", await RunAsync(desk, 0, "sources", "export", ours), StringComparison.Ordinal);
        await using var other = new Desk(("gather", "false"));
        await other.ReadAsync("/");
        Assert.Contains("2 sources added", await RunAsync(other, 0, "sources", "import", ours), StringComparison.Ordinal);
        Assert.Contains("\tTown\t", await RunAsync(other, 0, "sources", "list"), StringComparison.Ordinal);
        Assert.Contains("there is no such file", (await Assert.ThrowsAsync<BadInputException>(() => RunAsync(other, 1, "sources", "import", "nowhere.opml"))).Message, StringComparison.Ordinal);
        Assert.Contains("never sent", (await Assert.ThrowsAsync<BadInputException>(() => RunAsync(other, 1, "sources", "add", "https://me:secret@example.org/feed"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_in_the_way_is_told_and_its_sitemap_is_not_taken_for_news()
    {
        await using var site = await OpenSiteAsync(hasSitemap: true);
        var url = site.Urls.Single();
        await using var desk = new Desk(("allow-networks", "127.0.0.0/8"), ("host-delay", "0"), ("gather", "false"));
        await desk.ReadAsync("/");

        var refused = await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, 1, "sources", "add", $"{url}/members"));

        Assert.Contains($"{url}/members: it leads to {url}/login, which asks for a login, and no feed is found beside it. Give the address", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"there is a sitemap, {url}/sitemap.xml, which --kind sitemap adds", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(desk.Content, "sources.opml")));
        var (added, told) = await TellAsync(desk, 0, "sources", "add", $"{url}/club");
        Assert.Contains($"{url}/club: it leads to {url}/club/signin, which asks for a login", told, StringComparison.Ordinal);
        Assert.Contains($"Added Town News ({url}/town.xml)", added, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_selector_that_would_do_nothing_is_told()
    {
        await using var site = await OpenSiteAsync();
        var url = site.Urls.Single();
        await using var desk = new Desk(("allow-networks", "127.0.0.0/8"), ("host-delay", "0"), ("gather", "false"));
        await desk.With("saved/page.html", "<p>Saved.</p>").ReadAsync("/");

        Assert.Contains("this is a feed, and --item", await RefusedAsync("add", $"{url}/town.xml", "--item", ".x"), StringComparison.Ordinal);
        Assert.Contains("--kind is feed. Leave them out", await RefusedAsync("add", $"{url}/town.xml", "--kind", "feed", "--time", "time"), StringComparison.Ordinal);
        Assert.Contains("saved is a folder. Leave them out", await RefusedAsync("add", "saved", "--item", ".x"), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(desk.Content, "sources.opml")));
        Assert.Contains("the selectors find no link in the page as it is now", (await TellAsync(desk, 0, "sources", "add", $"{url}/list", "--item", ".x")).Error, StringComparison.Ordinal);
        Assert.Equal("", (await TellAsync(desk, 0, "sources", "add", $"{url}/section", "--item", "h2")).Error);

        async Task<string> RefusedAsync(params string[] args) => (await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, 1, ["sources", .. args]))).Message;
    }

    [Fact]
    public async Task A_feed_scheme_is_tried_on_https_and_then_on_http_and_which_was_taken_is_shown()
    {
        await using var site = await OpenSiteAsync();
        var url = site.Urls.Single();
        await using var desk = new Desk(("allow-networks", "127.0.0.0/8"), ("host-delay", "0"), ("gather", "false"));
        await desk.ReadAsync("/");

        Assert.Contains($"Added Town News ({url}/town.xml)", await RunAsync(desk, 0, "sources", "add", $"feed{url[4..]}/town.xml"), StringComparison.Ordinal);
        Assert.Contains("(http://e.example/feed)", await RunAsync(desk, 0, "sources", "add", "feed://e.example/feed", "--kind", "feed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_told_everywhere_and_the_rest_goes_on()
    {
        await using var site = await OpenSiteAsync();
        var url = site.Urls.Single();
        await using var desk = new Desk(("allow-networks", "127.0.0.0/8"), ("host-delay", "0"), ("gather", "false"));
        await desk.With("saved/feed.xml", "<rss version='2.0'><channel><title>Saved</title><item><guid>1</guid><title>A saved moon</title></item></channel></rss>").ReadAsync("/");
        await RunAsync(desk, 0, "sources", "add", "saved");
        await RunAsync(desk, 0, "sources", "add", url);
        await desk.ReadUntilAsync("/wire", page => page.Contains("A saved moon", StringComparison.Ordinal));
        var folder = Path.Combine(desk.Content, "saved");
        Directory.Delete(folder, recursive: true);

        Assert.Contains("\tmissing\tfolder\tsaved\t", await RunAsync(desk, 0, "sources", "list"), StringComparison.Ordinal);
        Assert.Contains($"there is no folder {folder}; make it, or take it out", await RunAsync(desk, 0, "sources", "show", "saved"), StringComparison.Ordinal);
        Assert.Contains($"saved (folder:saved): there is no folder {folder}", (await TellAsync(desk, 1, "sources", "check")).Error, StringComparison.Ordinal);
        var (gathered, failures) = await TellAsync(desk, 1, "gather", "--once");
        Assert.Contains("Town News: 1 new", gathered, StringComparison.Ordinal);
        Assert.Contains($"saved: there is no folder {folder}", failures, StringComparison.Ordinal);
        // What was read from it before stays: a disk may not be mounted.
        desk.With("posts/word.md", "# A word\n\nText.");
        await desk.ReadUntilAsync("/", page => page.Contains("A word", StringComparison.Ordinal));
        Assert.Contains("A saved moon", await desk.ReadAsync("/wire"), StringComparison.Ordinal);

        Directory.CreateDirectory(folder);
        Assert.Contains("2 sources, all is well", await RunAsync(desk, 0, "sources", "check"), StringComparison.Ordinal);
        Assert.Contains("saved: 0 files", await RunAsync(desk, 0, "gather", "--once"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_no_address_may_have_been_meant_as_a_folder()
    {
        await using var desk = new Desk(("gather", "false"));
        await desk.ReadAsync("/");

        foreach (var word in new[] { "nothere", "saved/cuttings", "./saved", "folder:saved" })
        {
            var told = (await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, 1, "sources", "add", word))).Message;
            Assert.Contains($"there a folder {Path.Combine(desk.Content, word)}".Replace("there a folder", word[0] == '.' || word.Contains(':', StringComparison.Ordinal) ? "there is no folder" : "is there a folder", StringComparison.Ordinal).Replace("folder:", "", StringComparison.Ordinal),
                told, StringComparison.Ordinal);
            Assert.Contains("https://example.org/", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_no_archive_is_only_who_begins_something_begins_one()
    {
        await using var site = await OpenSiteAsync();
        await using var desk = new Desk(("gather", "false"));
        var mistyped = Path.Combine(desk.Data, "mistyped");
        string[][] looking = [["sources", "list"], ["sources", "show", "x"], ["sources", "pause", "x"], ["sources", "resume", "x"], ["sources", "remove", "x"], ["sources", "move"], ["sources", "export"], ["sources", "check"], ["gather", "--source", "x"]];

        foreach (var words in looking)
        {
            var refused = await Assert.ThrowsAsync<BadInputException>(() => TellInAsync(mistyped, desk, 1, words));
            Assert.Contains($"{Path.Combine(mistyped, "newsdesk.db")}: there is no archive. Name the folder that holds it with --data, or another archive with --archive;", refused.Message, StringComparison.Ordinal);
            Assert.False(Directory.Exists(mistyped));
        }

        foreach (var words in new string[][] { ["sources", "add", site.Urls.Single()], ["gather", "--once"] })
        {
            var folder = Path.Combine(desk.Data, words[1]);
            var told = (await TellInAsync(folder, desk, 0, words)).Error;
            Assert.Contains("there was no archive yet; a new one begins", told, StringComparison.Ordinal);
            Assert.Contains(folder, told, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(folder, "newsdesk.db")));
        }
    }

    [Fact]
    public async Task A_source_that_has_moved_for_good_is_written_into_the_list_at_its_new_place()
    {
        await using var site = await OpenSiteAsync();
        var url = site.Urls.Single();
        await using var desk = new Desk(("allow-networks", "127.0.0.0/8"), ("host-delay", "0"), ("gather", "false"));
        desk.With("sources.opml", $"<opml version='2.0'>\r\n<!-- mine -->\r\n<body>\r\n\t<outline text='Town' xmlUrl='{url}/old.xml' />\r\n</body></opml>");
        await desk.ReadAsync("/");

        await RunAsync(desk, 0, "gather", "--once");
        Assert.Contains("has not said three times", (await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, 1, "sources", "move", "Town"))).Message, StringComparison.Ordinal);
        for (var i = 0; i < 2; i++) await RunAsync(desk, 0, "gather", "--once");
        Assert.Contains("newsdesk sources move writes that into the list", (await TellAsync(desk, 1, "sources", "check")).Error, StringComparison.Ordinal);

        Assert.Contains($"Town: {url}/old.xml is now {url}/town.xml", await RunAsync(desk, 0, "sources", "move"), StringComparison.Ordinal);
        Assert.Equal($"<opml version='2.0'>\r\n<!-- mine -->\r\n<body>\r\n\t<outline text='Town' xmlUrl='{url}/town.xml' />\r\n</body></opml>", await File.ReadAllTextAsync(Path.Combine(desk.Content, "sources.opml"), Cancel));
        Assert.Contains("1 sources, all is well", await RunAsync(desk, 0, "sources", "check"), StringComparison.Ordinal);
        Assert.Contains("No source has moved", await RunAsync(desk, 0, "sources", "move"), StringComparison.Ordinal);
        Assert.Contains("of 1 sources", await RunAsync(desk, 0, "gather", "--once"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_keeps_its_mark_and_its_encoding_and_one_that_is_no_UTF_8_is_not_written()
    {
        await using var desk = new Desk(("gather", "false"));
        await desk.ReadAsync("/");
        var file = Path.Combine(desk.Content, "sources.opml");
        foreach (var encoding in new System.Text.Encoding[] { new System.Text.UTF8Encoding(true), System.Text.Encoding.Unicode, System.Text.Encoding.BigEndianUnicode })
        {
            byte[] Bytes(string word) => [.. encoding.GetPreamble(), .. encoding.GetBytes($"<opml xmlns:newsdesk='https://newsdesk.example/ns/opml'><body><outline text='Möחn' xmlUrl='https://a.example/feed'{word}/></body></opml>")];
            await File.WriteAllBytesAsync(file, Bytes(""), Cancel);
            await RunAsync(desk, 0, "sources", "pause", "a.example");
            Assert.Equal(Bytes(" newsdesk:paused=\"true\""), await File.ReadAllBytesAsync(file, Cancel));
        }

        byte[] latin = [.. "<opml><body><outline text='M"u8, 0xF6, .. "n' xmlUrl='https://a.example/feed'/></body></opml>"u8];
        await File.WriteAllBytesAsync(file, latin, Cancel);
        Assert.Contains("is not UTF-8, as byte 29 shows", (await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, 1, "sources", "pause", "a.example"))).Message, StringComparison.Ordinal);
        Assert.Equal(latin, await File.ReadAllBytesAsync(file, Cancel));
    }

    [Fact]
    public async Task What_another_process_holds_or_held_when_it_was_ended_is_told_with_the_time_and_fails()
    {
        await using var site = await OpenSiteAsync();
        await using var desk = new Desk(("allow-networks", "127.0.0.0/8"), ("host-delay", "0"), ("gather", "false"));
        await desk.ReadAsync("/");
        await RunAsync(desk, 0, "sources", "add", site.Urls.Single());
        var until = new DateTimeOffset(DateTime.UtcNow.Date.AddDays(1).AddHours(13).AddMinutes(4).AddSeconds(1), TimeSpan.Zero);
        await using (var archive = await NewsDesk.Archive.ArchiveDatabase.OpenExistingAsync(Path.Combine(desk.Data, "newsdesk.db"), TimeProvider.System, Cancel))
        {
            var id = Assert.Single(await new NewsDesk.Archive.Sources(archive).ListAsync(Cancel), source => source.Kind == "feed").Id;
            Assert.Single(await new NewsDesk.Archive.Visits(archive).ClaimAskedAsync("killed", [id], DateTimeOffset.UtcNow, until, Cancel));
        }

        foreach (var words in new string[][] { ["gather", "--once"], ["gather", "--once", "--source", "Town"] })
            Assert.Contains("Town News: another process is visiting it, or was ended while it did; then it is free again at 13:05 UTC", (await TellAsync(desk, 1, words)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_imported_file_counts_what_was_there_what_it_names_twice_and_what_is_no_feed()
    {
        await using var desk = new Desk(("gather", "false"));
        await desk.ReadAsync("/");
        var file = Path.Combine(desk.Data, "theirs.opml");
        await File.WriteAllTextAsync(file, "<opml><body>\n<outline text='A' xmlUrl='https://a.example/feed'/>\n<outline text='A' xmlUrl='https://a.example/feed'/>\n</body></opml>", Cancel);

        var (output, error) = await TellAsync(desk, 0, "sources", "import", file);
        Assert.Contains("1 source added, 0 were there already, 1 is named twice in the file.", output, StringComparison.Ordinal);
        Assert.Contains("theirs.opml, line 3: https://a.example/feed is already in line 2", error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, "<opml><body>\n<outline text='A' xmlUrl='https://a.example/feed'/>\n<outline text='B' type='link' url='https://b.example/'/>\n</body></opml>", Cancel);
        (output, error) = await TellAsync(desk, 1, "sources", "import", file);
        Assert.Contains("0 sources added, 1 was there already, 1 thing could not be understood.", output, StringComparison.Ordinal);
        Assert.Contains("theirs.opml, line 3: \"B\" is no feed", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_writes_over_nothing_unasked_and_never_over_the_desk_s_own_list()
    {
        await using var desk = new Desk(("gather", "false"));
        const string Own = "<opml><!-- mine --><body><outline text='A' xmlUrl='https://a.example/feed'/></body></opml>";
        desk.With("sources.opml", Own);
        await desk.ReadAsync("/");
        var (list, file, link) = (Path.Combine(desk.Content, "sources.opml"), Path.Combine(desk.Data, "mine.opml"), Path.Combine(desk.Data, "linked"));
        Directory.CreateSymbolicLink(link, desk.Content);

        foreach (var own in new[] { list, Path.Combine(link, "sources.opml"), Path.Combine(desk.Content, "posts", "..", "sources.opml") })
        {
            var told = (await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, 1, "sources", "export", own, "--force"))).Message;
            Assert.Contains("is the desk's own list, whose comments and order would be lost; name another file", told, StringComparison.Ordinal);
        }

        Assert.Equal(Own, await File.ReadAllTextAsync(list, Cancel));
        Assert.Contains("1 source is written to", await RunAsync(desk, 0, "sources", "export", file), StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, "Something dear.", Cancel);
        Assert.Contains("there is such a file already; name another one, or write over it with --force", (await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, 1, "sources", "export", file))).Message, StringComparison.Ordinal);
        Assert.Equal("Something dear.", await File.ReadAllTextAsync(file, Cancel));
        await RunAsync(desk, 0, "sources", "export", file, "--force");
        Assert.Equal(await RunAsync(desk, 0, "sources", "export", "-"), await File.ReadAllTextAsync(file, Cancel));
        Assert.Contains("is a folder; name a file in it", (await Assert.ThrowsAsync<BadInputException>(() => RunAsync(desk, 1, "sources", "export", desk.Data))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists("-"));
    }

    private static string Headlines => $"<main>{string.Concat(Enumerable.Range(1, 5).Select(i => $"<h2><a href='/moon-{i}-is-sold'>The moon number {i} is sold to a town</a></h2>"))}</main>";

    private static async Task<WebApplication> OpenSiteAsync(bool hasSitemap = false)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.Run(context => hasSitemap && context.Request.Path == "/sitemap.xml" ? context.Response.WriteAsync("<urlset><url><loc>https://e.example/inside</loc></url></urlset>", Cancel) : AnswerAsync(context));
        await app.StartAsync(Cancel);
        return app;
    }

    private static Task AnswerAsync(HttpContext context)
    {
        var words = string.Concat(Enumerable.Range(0, 40).Select(i => $"The moon was sold in round {i} to a town. "));
        var (type, body) = context.Request.Path.Value switch
        {
            "/" => ("text/html", "<html><head><title>Town News</title><link rel='alternate' type='application/rss+xml' href='/town.xml'></head><body><p>Welcome.</p></body></html>"),
            "/town.xml" => ("application/rss+xml", $"<rss version='2.0'><channel><title>Town News</title><item><guid>1</guid><title>The moon is sold</title><link>http://{context.Request.Host}/moon</link><description>{words}</description></item></channel></rss>"),
            "/list" => ("text/html", $"<html><body>{Headlines}</body></html>"),
            "/section" => ("text/html", $"<html><head><link rel='alternate' type='application/rss+xml' href='/town.xml'></head><body>{Headlines}</body></html>"),
            "/login" => ("text/html", $"<html><head><title>Who are you?</title></head><body><form><input type='password'></form>{Headlines}</body></html>"),
            "/club/signin" => ("text/html", "<html><head><title>Club</title><link rel='alternate' type='application/rss+xml' href='/town.xml'></head><body><form><input type='password'></form></body></html>"),
            "/nothing" => ("text/html", "<html><body><p>Nothing.</p></body></html>"),
            _ => ("", ""),
        };
        if (context.Request.Path.Value is ("/members" or "/club" or "/old.xml") and var from)
        {
            context.Response.Redirect(from switch { "/members" => "/login", "/club" => "/club/signin", _ => "/town.xml" }, permanent: from == "/old.xml");
            return Task.CompletedTask;
        }

        context.Response.StatusCode = type.Length > 0 ? 200 : 404;
        if (type.Length > 0) context.Response.ContentType = type;
        return context.Response.WriteAsync(body, Cancel);
    }

    private static async Task<string> RunAsync(Desk desk, int expected, params string[] args) => (await TellAsync(desk, expected, args)).Output;

    private static Task<(string Output, string Error)> TellAsync(Desk desk, int expected, params string[] args) => TellInAsync(desk.Data, desk, expected, args);

    private static async Task<(string Output, string Error)> TellInAsync(string data, Desk desk, int expected, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await new RootCommand { SourcesCommand.Create(), GatherCommand.Create() }
            .Parse([.. args, "--content", desk.Content, "--data", data, "--allow-networks", "127.0.0.0/8", "--host-delay", "0"])
            .InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false }, Cancel);
        Assert.True(code == expected, $"{code}: {output}{error}");
        return (output.ToString(), error.ToString());
    }
}
