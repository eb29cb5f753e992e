using NewsDesk.Markup;

namespace NewsDesk.Tests.Markup;

public sealed class PostRulesTests
{
    private static readonly CleanRules Rules = CleanRules.Post with
    {
        OwnSite = new Uri("https://desk.example/"),
        Classes = new HashSet<string>(StringComparer.Ordinal) { "signoff" },
        Attributes = new HashSet<string>(StringComparer.Ordinal) { "data-persona", "onclick", "style" },
    };

    [Theory]
    [InlineData("<h2 id=\"the-bridge\">x</h2>")]
    [InlineData("<h2 id=\"überschrift\">x</h2>")]
    [InlineData("<h2 id=\"sources\">x</h2>")]
    [InlineData("<p><a href=\"#fn:1\" id=\"fnref:1\" role=\"doc-noteref\">1</a></p>")]
    [InlineData("<p class=\"signoff\" data-persona=\"mortimer\">x</p>")]
    [InlineData("<section aria-labelledby=\"the-bridge\">x</section>", "<section>x</section>")]
    [InlineData("<li class=\"task-list-item\"><input type=\"checkbox\" disabled=\"\" checked=\"\"> done</li>", "<li><input type=\"checkbox\" disabled=\"\" checked=\"\"> done</li>")]
    public void What_our_own_press_prints_stays(string html, string? clean = null) => Assert.Equal(clean ?? html, HtmlCleaner.Clean(html, rules: Rules));

    [Theory]
    [InlineData("links")]
    [InlineData("getElementById")]
    [InlineData("__proto__")]
    [InlineData("onclick")]
    public void A_heading_does_not_take_the_place_of_what_a_script_looks_up(string id) =>
        Assert.Equal($"<h2 id=\"to-{id}\">x</h2><p><a href=\"#to-{id}\">y</a></p>", HtmlCleaner.Clean($"<h2 id={id}>x</h2><p><a href=#{id}>y</a></p>", rules: Rules));

    [Theory]
    [InlineData("/posts/2026/moon", "")]
    [InlineData("https://desk.example/tags/moon", "")]
    [InlineData("https://other.example/", " rel=\"nofollow noopener\"")]
    [InlineData("https://desk.example.evil.example/", " rel=\"nofollow noopener\"")]
    [InlineData("//other.example/", " rel=\"nofollow noopener\"")]
    public void Only_links_that_leave_our_site_are_not_vouched_for(string href, string rel) =>
        Assert.EndsWith($"\"{rel}>x</a>", HtmlCleaner.Clean($"<a href='{href}'>x</a>", rules: Rules), StringComparison.Ordinal);

    [Theory]
    [InlineData("<input type=text value=x><input type=checkbox onclick=x name=y>", "<input type=\"checkbox\" disabled=\"\">")]
    [InlineData("<p onclick=x style=y data-other=z>a</p><script>b</script>", "<p>a</p>")]
    public void A_list_handed_in_opens_no_door_for_what_is_hostile(string html, string clean) => Assert.Equal(clean, HtmlCleaner.Clean(html, rules: Rules));
}
