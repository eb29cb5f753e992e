using System.Runtime.CompilerServices;
using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading;

/// <summary>
/// Short pieces in the furniture of many systems and languages, where a share row weighs as much as a paragraph. What a person would
/// copy out of each lies beside it in <c>Small/</c>.
/// </summary>
public sealed class SmallPagesTests
{
    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder(), "*.html").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Is_read_as_a_person_would_copy_it(string page)
    {
        var read = ArticleReader.Read(File.ReadAllBytes(Path.Combine(Folder(), page + ".html")), new Uri("https://www.example.org/story"));

        var told = $"""
            Title: {read.Title}
            Authors: {string.Join(", ", read.Authors)}
            Site: {read.SiteName}
            Published: {read.Published?.ToString("yyyy-MM-dd", null)}
            Language: {read.Language}
            Kind: {read.Kind}

            {read.Text}
            """;
        Assert.Equal(Lines(File.ReadAllText(Path.Combine(Folder(), page + ".txt"))), Lines(told));
    }

    private static string[] Lines(string text) => [.. text.TrimEnd().Split('\n').Select(line => line.TrimEnd())];

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "Small");
}
