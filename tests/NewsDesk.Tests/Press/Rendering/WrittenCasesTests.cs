using System.Runtime.CompilerServices;

namespace NewsDesk.Tests.Press.Rendering;

/// <summary>Each file of Markdown in the folder of cases is a test: it prints as the file of HTML beside it says.</summary>
public sealed class WrittenCasesTests
{
    public static TheoryData<string> Cases => new(Directory.GetFiles(Folder(), "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!);

    [Theory, MemberData(nameof(Cases))]
    public void Prints_as_written_beside_it(string name)
    {
        var file = Path.Combine(Folder(), name + ".md");
        var printed = Prints.Print(File.ReadAllText(file)).WholeHtml;

        Assert.Equal(File.ReadAllText(Path.ChangeExtension(file, ".html")), printed, ignoreLineEndingDifferences: true);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Cases");
}
