using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace NewsDesk.Tests.Pages.ForMachines;

public sealed class ForMachinesTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Machines_are_told_that_a_post_is_satire_and_what_it_is_based_on()
    {
        await using var desk = new Desk().With("posts/moon.md", Samples.Post("\"</script><b>Moon\"", "date: 2026-11-05", "slug: moon", "originals: [https://lantern.example/moon]"));

        var page = await desk.ReadAsync("/2026/11/moon");

        const string Start = "<script type=\"application/ld+json\">";
        var from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        using var data = JsonDocument.Parse(page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)]);
        Assert.Equal("SatiricalArticle", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal("</script><b>Moon", data.RootElement.GetProperty("headline").GetString());
        Assert.Equal("https://lantern.example/moon", data.RootElement.GetProperty("isBasedOn")[0].GetProperty("url").GetString());
        Assert.Contains("(satire)\"", page, StringComparison.Ordinal);
        Assert.Contains("/cover/moon.png?v=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sitemap_leads_to_every_public_post_and_to_no_other()
    {
        await using var desk = new Desk()
            .With("posts/a.md", Samples.Post("Moon", "date: 2026-10-31T23:59:59Z", "slug: october"))
            .With("posts/b.md", Samples.Post("Sun", "date: 2026-11-01T00:00:00Z", "slug: november"))
            .With("posts/c.md", Samples.Post("Mars", "date: 2126-11-01", "slug: later"))
            .With("posts/d.md", Samples.Post("Venus", "date: 2026-11-01", "slug: draft", "draft: true"));

        var index = XDocument.Parse(await desk.ReadAsync("/sitemap.xml"));
        var found = new List<string>();
        foreach (var file in index.Descendants(Sitemap + "loc").Select(loc => new Uri(loc.Value).AbsolutePath).Where(path => path.StartsWith("/sitemap-2", StringComparison.Ordinal)))
            found.AddRange(XDocument.Parse(await desk.ReadAsync(file)).Descendants(Sitemap + "loc").Select(loc => new Uri(loc.Value).AbsolutePath));

        Assert.Equal(["/2026/11/november", "/2026/10/october"], found);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/sitemap-2020-01.xml")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/sitemap-2020-13.xml")).StatusCode);
    }

    [Fact]
    public async Task The_small_files_stand_where_machines_look()
    {
        await using var desk = new Desk().With("site.yml", "title: The Lantern\ncontact: desk@lantern.example\nurl: https://lantern.example\n");

        Assert.Contains("Sitemap: https://lantern.example/sitemap.xml", await desk.ReadAsync("/robots.txt"), StringComparison.Ordinal);
        Assert.Contains("satire", await desk.ReadAsync("/llms.txt"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("The Lantern", await desk.ReadAsync("/humans.txt"), StringComparison.Ordinal);
        Assert.Contains("Contact: mailto:desk@lantern.example", await desk.ReadAsync("/.well-known/security.txt"), StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(await desk.ReadAsync("/manifest.webmanifest"));
        Assert.Equal("The Lantern", manifest.RootElement.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Without_a_contact_there_is_no_security_file()
    {
        await using var desk = new Desk();

        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/.well-known/security.txt")).StatusCode);
    }
}
