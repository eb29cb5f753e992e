using System.Runtime.CompilerServices;
using NewsDesk.Wire.Reading;

namespace NewsDesk.Tests.Wire.Reading;

/// <summary>
/// The pages that the house ships in its inbox: each hides its article in another way. What a person would copy out of each lies in
/// <c>Inbox/</c> beside this file: who wrote it, when and where, and every paragraph.
/// </summary>
public sealed class InboxSamplesTests
{
    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder(), "*.html").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Is_read_as_a_person_would_copy_it(string page)
    {
        var read = ArticleReader.Read(File.ReadAllBytes(Path.Combine(Folder(), page + ".html")));

        var told = $"""
            Title: {read.Title}
            Authors: {string.Join(", ", read.Authors)}
            Site: {read.SiteName}
            Published: {Day(read.Published)}
            Language: {read.Language}

            {read.Text}
            """;
        Assert.Equal(Lines(File.ReadAllText(Path.Combine(Here(), "Inbox", page + ".txt"))), Lines(told));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Markup_holds_what_the_text_does(string page)
    {
        var read = ArticleReader.Read(File.ReadAllBytes(Path.Combine(Folder(), page + ".html")));

        Assert.Equal(Words(read.Text), Words(NewsDesk.Markup.PlainText.From(read.Html)));
    }

    private static string? Day(DateTimeOffset? date) => date?.ToString("yyyy-MM-dd", null);

    private static string[] Lines(string text) => [.. text.TrimEnd().Split('\n').Select(line => line.TrimEnd())];

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "content", "inbox"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "content", "inbox");
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
