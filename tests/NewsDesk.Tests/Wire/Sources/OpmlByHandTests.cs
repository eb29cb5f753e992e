using NewsDesk.Wire.Sources;
using NewsDesk.Wire.Sources.Opml;

namespace NewsDesk.Tests.Wire.Sources;

/// <summary>Lists that people wrote by hand, each in a way of its own: a change touches the lines that it is about, and no other letter.</summary>
public sealed class OpmlByHandTests
{
    private static readonly WatchedSource Moon = new() { Kind = SourceKind.Feed, Url = "https://moon.example/feed", Title = "Moon", Category = "Towns" };

    private const string Tabs =
        "<?xml version='1.0' encoding=\"UTF-8\" standalone='yes' ?>\r\n<!-- > kept by <outline> hand -->\r\n<opml version=\"2.0\"\r\n\txmlns:newsdesk='https://newsdesk.example/ns/opml'>\r\n\t<head/>\r\n"
        + "\t<body>\r\n\t\t<outline text = 'Towns'>\r\n\t\t\t<outline text='A > B' xmlUrl='https://a.example/feed' />   <!-- the best -->\r\n"
        + "\t\t\t<outline\r\n\t\t\t\ttext='C'\r\n\t\t\t\tnewsdesk:paused='false'\r\n\t\t\t\txmlUrl='https://c.example/feed'\r\n\t\t\t/>\r\n\t\t</outline>\r\n\t</body>\r\n</opml>";

    private const string OneLine = "<opml version=\"1.0\"><head><title>T</title></head><body><outline text=\"A\" xmlUrl=\"https://a.example/feed\"/><outline text=\"C\" xmlUrl=\"https://c.example/feed\"></outline></body></opml>";

    private const string Nested = """
        <?xml version="1.0" encoding="iso-8859-1"?>
        <!DOCTYPE opml [ <!-- <opml> --> <!ELEMENT opml ANY> <?x > ?> ]>
        <opml version="2.0">
            <body>

                <outline text="World" >
                    <!-- Only a note. -->
                    <outline text="Towns"><![CDATA[<outline>]]>
                        <outline text="A" xmlUrl="https://a.example/feed" ></outline >
                        <outline text="C" xmlUrl="https://c.example/feed"
                                 category="x">
                            <outline text="Inner" xmlUrl="https://inner.example/feed"/>
                        </outline>
                    </outline>
                </outline>
            </body>
        </opml>


        """;

    public static TheoryData<string> Lists => [Tabs, OneLine, Nested];

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_source_that_comes_and_goes_leaves_no_trace(string list)
    {
        var added = OpmlEditor.Add(list, [Moon with { Category = null }]);

        Assert.NotEqual(list, added);
        Assert.Contains(Read(added).Sources, source => source.Url == Moon.Url);
        Assert.Equal(list.Length, Common(list, added));
        // A list on one line got a line for it, which stays.
        if (list != OneLine) Assert.Equal(list, OpmlEditor.Remove(added, Moon.Url));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_pause_changes_one_word_and_its_end_takes_it_out_again(string list)
    {
        var paused = OpmlEditor.SetPaused(list, "https://a.example/feed", paused: true)!;

        Assert.True(Read(paused).Sources.Single(source => source.Url == "https://a.example/feed").Paused);
        Assert.Equal(list.Length, Common(list, paused));
        Assert.InRange(paused.Length - list.Length, 1, 100);
        var resumed = OpmlEditor.SetPaused(paused, "https://a.example/feed", paused: false)!;
        Assert.Equal(list, resumed.Replace(list.Contains("xmlns:newsdesk", StringComparison.Ordinal) ? "\0" : " xmlns:newsdesk=\"https://newsdesk.example/ns/opml\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_is_written_as_its_neighbours_are()
    {
        Assert.Equal(Tabs.Replace("\t\t</outline>", "\t\t\t<outline type=\"rss\" text=\"Moon\" title=\"Moon\" xmlUrl=\"https://moon.example/feed\" />\r\n\t\t</outline>", StringComparison.Ordinal), OpmlEditor.Add(Tabs, [Moon]));
        Assert.Equal(Tabs.Replace("\t</body>", "\t\t<outline text=\"Sky\">\r\n\t\t\t<outline type=\"rss\" text=\"Moon\" title=\"Moon\" xmlUrl=\"https://moon.example/feed\" />\r\n\t\t</outline>\r\n\t</body>", StringComparison.Ordinal),
            OpmlEditor.Add(Tabs, [Moon with { Category = "Sky" }]));
        Assert.Equal(Nested.Replace("\n            </outline>\n        </outline>", "\n                <outline type=\"rss\" text=\"M&#xF6;&#x1F319;n\" title=\"M&#xF6;&#x1F319;n\" xmlUrl=\"https://moon.example/feed\"/>\n            </outline>\n        </outline>", StringComparison.Ordinal),
            OpmlEditor.Add(Nested, [Moon with { Title = "M\u00f6\U0001F319n\u0001" }]));
    }

    [Fact]
    public void What_is_taken_out_goes_with_its_line_and_what_lay_in_it_stays()
    {
        Assert.Equal(Tabs.Replace("\t\t\t<outline text='A > B' xmlUrl='https://a.example/feed' />   <!-- the best -->", "\t\t\t   <!-- the best -->", StringComparison.Ordinal), OpmlEditor.Remove(Tabs, "https://a.example/feed"));
        Assert.Equal(Nested.Replace("                <outline text=\"A\" xmlUrl=\"https://a.example/feed\" ></outline >\n", "", StringComparison.Ordinal), OpmlEditor.Remove(Nested, "https://a.example/feed"));
        Assert.Equal(Nested.Replace("                <outline text=\"C\" xmlUrl=\"https://c.example/feed\"\n                         category=\"x\">\n", "", StringComparison.Ordinal)
            .Replace("\n                </outline>\n            </outline>", "\n            </outline>", StringComparison.Ordinal), OpmlEditor.Remove(Nested, "https://c.example/feed"));
        Assert.Equal(OneLine.Replace("<outline text=\"C\" xmlUrl=\"https://c.example/feed\"></outline>", "", StringComparison.Ordinal), OpmlEditor.Remove(OneLine, "https://c.example/feed"));
    }

    [Fact]
    public void A_group_that_is_left_empty_goes_unless_somebody_wrote_a_comment_into_it()
    {
        const string Group = "<opml>\n<body>\n <outline text='G'>\n  <outline text='A' xmlUrl='https://a.example/feed'/>\n </outline>\n</body>\n</opml>\n";

        Assert.Equal("<opml>\n<body>\n</body>\n</opml>\n", OpmlEditor.Remove(Group, "https://a.example/feed"));
        var told = Group.Replace("  <outline", "  <!-- mine -->\n  <outline", StringComparison.Ordinal);
        Assert.Equal("<opml>\n<body>\n <outline text='G'>\n  <!-- mine -->\n </outline>\n</body>\n</opml>\n", OpmlEditor.Remove(told, "https://a.example/feed"));
    }

    [Fact]
    public void A_word_on_a_line_of_its_own_is_changed_there()
    {
        Assert.Equal(Tabs.Replace("newsdesk:paused='false'", "newsdesk:paused='true'", StringComparison.Ordinal), OpmlEditor.SetPaused(Tabs, "https://c.example/feed", paused: true));
        Assert.Equal(Tabs.Replace("\r\n\t\t\t\tnewsdesk:paused='false'", "", StringComparison.Ordinal), OpmlEditor.SetPaused(Tabs, "https://c.example/feed", paused: false));
        Assert.Equal(Tabs.Replace("https://c.example/feed", "https://new.example/feed?a=1&amp;b=&apos;2&apos;", StringComparison.Ordinal), OpmlEditor.Move(Tabs, "https://c.example/feed", "https://new.example/feed?a=1&b='2'"));
        Assert.Null(OpmlEditor.Move(Tabs, "https://nowhere.example/", "https://new.example/"));
    }

    [Fact]
    public void A_list_that_means_something_else_by_our_prefix_keeps_it()
    {
        const string Other = "<opml xmlns:newsdesk='https://other.example/'><body><outline text='A' newsdesk:paused='7' xmlUrl='https://a.example/feed'/></body></opml>";

        var paused = OpmlEditor.SetPaused(Other, "https://a.example/feed", paused: true)!;

        Assert.Equal("<opml xmlns:newsdesk='https://other.example/' xmlns:newsdesk2=\"https://newsdesk.example/ns/opml\"><body><outline text='A' newsdesk:paused='7' xmlUrl='https://a.example/feed' newsdesk2:paused=\"true\"/></body></opml>", paused);
        Assert.True(Assert.Single(Read(paused).Sources).Paused);
    }

    [Fact]
    public void An_empty_body_of_any_form_takes_the_first_source()
    {
        foreach (var body in new[] { "<body/>", "<body />", "<body></body>", "<body>\n</body>" })
        {
            var added = OpmlEditor.Add($"<opml>\n{body}\n</opml>", [Moon with { Category = null }]);
            Assert.Equal("<opml>\n<body>\n  <outline type=\"rss\" text=\"Moon\" title=\"Moon\" xmlUrl=\"https://moon.example/feed\"/>\n</body>\n</opml>", added);
        }
    }

    /// <summary>How many letters of the one stand in the other in the same order, as a comparison of versions sees it: from the front and from the back.</summary>
    private static int Common(string one, string other)
    {
        var at = 0;
        foreach (var letter in other)
        {
            if (at < one.Length && one[at] == letter) at++;
        }

        return at;
    }

    private static SourceListRead.Read Read(string text) => Assert.IsType<SourceListRead.Read>(OpmlReader.Read(text));
}
