using NewsDesk.Press.Posts;

namespace NewsDesk.Tests.Press.Posts;

public sealed class RelatedPostsTests
{
    private static PostTraits Traits(string slug, string[]? originals = null, string[]? stories = null, string[]? tags = null, string title = "", int day = 1) => new()
    {
        Slug = slug,
        Date = new DateTimeOffset(2026, 11, day, 0, 0, 0, TimeSpan.Zero),
        Originals = originals ?? [],
        Stories = stories ?? [],
        Tags = tags ?? [],
        Words = PostTraits.WordsOf(title, null),
    };

    [Fact]
    public void A_shared_original_weighs_more_than_a_story_a_story_more_than_a_tag_a_tag_more_than_a_word()
    {
        var related = new RelatedPosts(
        [
            Traits("it", ["https://a.example/1"], ["s1"], ["moon"], "The rocket is late"),
            Traits("word", title: "A rocket rises"),
            Traits("tag", tags: ["Moon"]),
            Traits("story", stories: ["s1"]),
            Traits("original", ["https://a.example/1/"]),
            Traits("stranger", tags: ["cheese"]),
        ]);

        Assert.Equal(["original", "story", "tag", "word"], related.For("it", 10), StringComparer.Ordinal);
        Assert.Equal(["original", "story"], related.For("it", 2), StringComparer.Ordinal);
    }

    [Fact]
    public void The_newer_of_two_equals_comes_first_and_never_the_post_itself()
    {
        var related = new RelatedPosts([Traits("it", tags: ["moon"]), Traits("old", tags: ["moon"], day: 2), Traits("new", tags: ["moon"], day: 3)]);

        Assert.Equal(["new", "old"], related.For("it", 5), StringComparer.Ordinal);
    }

    [Fact]
    public void What_everybody_has_says_nothing_and_a_stranger_has_no_kin()
    {
        var related = new RelatedPosts(Enumerable.Range(0, 1_000).Select(i => Traits($"p{i}", tags: ["news"])).Append(Traits("odd", tags: ["odd"])));

        Assert.Empty(related.For("p1", 5));
        Assert.Empty(related.For("odd", 5));
        Assert.Empty(related.For("nobody", 5));
    }
}
