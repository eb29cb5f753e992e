using System.Globalization;
using System.Text;
using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading;

/// <summary>Pages built to be slow or deep. Each answers at all, and within what a page may hold; a trap would not end.</summary>
public sealed class HostilePagesTests
{
    private const int MaxText = 4_000_000;

    public static TheoryData<string> Known => [.. HostileShapes.Known.Select(shape => shape.Name)];

    public static TheoryData<string> Rarer => [.. HostileShapes.Rarer.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Rarer))]
    [Trait("Category", "Long")]
    public void Answers_to_rarer_shapes_within_bounds(string shape) => Answers_within_bounds(shape);

    [Theory]
    [MemberData(nameof(Known))]
    public void Answers_within_bounds(string shape)
    {
        var html = HostileShapes.All.Single(one => one.Name == shape).Html();
        var read = ArticleReader.Read(html, new Uri("https://quay.example/"));

        Assert.True(read.Text.Length <= MaxText, shape);
    }

    [Fact]
    public void Finds_the_article_beside_a_trap()
    {
        var read = ArticleReader.Read(OwnPages.Page(after: OwnPages.Repeat("<b id=x><div>", 3_000)), new Uri("https://quay.example/"));

        Assert.Contains(OwnPages.Second, read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_of_any_kind_are_read()
    {
        var noise = new byte[100_000];
        new Random(7).NextBytes(noise);

        Assert.NotNull(ArticleReader.Read(noise).Text);
        Assert.NotNull(ArticleReader.Read(Encoding.Unicode.GetPreamble()).Text);
    }
}
