using NewsDesk.Press.Posts;

namespace NewsDesk.Tests.Press.Posts;

/// <summary>However front matter is broken, a post comes of it: YAML's parser fails in more ways than it names.</summary>
public sealed class MutatedFrontMatterTests
{
    private const int Rounds = 15_000;

    private const string Whole = """
        title: "Moon sold: buyers sought"
        date: 2026-11-05 09:00
        tags: [space, 'money', "x"]
        summary: >-
          Somebody bought it.
        originals:
          - https://herald.example/moon
          - url: https://courier.example/sale
            quote: |
              It is a rock.
        language: strong
        aliases: {a: b, c: [d]}
        image: &x /a.jpg
        license: *x
        draft: !!bool true
        """;

    private static readonly string[] Marks =
    [
        "{", "}", "[", "]", ",", ":", ": ", "- ", "? ", "& ", "&a", "*", "*a", "!", "!!", "|", ">", "%", "@", "`", "\"", "'", "#", " #", "\n", "\n\n", "\t", "  ", "---", "...",
        "\\", "\\u", "\\x", "<<: *x", "? a\n: b", "%YAML 9.9\n", "!<", "\uFEFF", "\u2028", "\u0085", "~", "null", "[[[[[[", "{{{{{{", "\0",
    ];

    [Fact]
    public void Every_mutation_of_front_matter_makes_a_post()
    {
        var random = new Random(20261106);
        for (var round = 0; round < Rounds; round++)
        {
            var yaml = Whole;
            for (var times = random.Next(1, 6); times > 0; times--)
            {
                var at = random.Next(yaml.Length + 1);
                var length = random.Next(Math.Min(20, yaml.Length - at) + 1);
                yaml = random.Next(3) switch
                {
                    0 => yaml.Remove(at, length),
                    1 => yaml.Insert(at, Marks[random.Next(Marks.Length)]),
                    _ => yaml.Remove(at, length).Insert(at, Marks[random.Next(Marks.Length)]),
                };
            }

            var read = PostFile.Parse($"---\n{yaml}\n---\nThe text.\n", "a-post.md", default);

            Assert.NotNull(read.Post);
            Assert.NotEmpty(read.Post.Title);
            Assert.NotEmpty(read.Post.Slug);
            Assert.All(read.Warnings, warning => Assert.InRange(warning.Line, 1, 60));
            SiteFile.Parse(yaml, "site.yml");
            WordListFile.Parse(yaml, "language.yml");
        }
    }
}
