using NewsDesk.Benchmarks.Gathering;

namespace NewsDesk.Benchmarks;

/// <summary>The program as an operator has it: published, with its machine code, in a folder that goes away.</summary>
internal sealed class PublishedProgram : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsdesk-published-");

    private PublishedProgram()
    {
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "newsdesk");

    public string Assembly => System.IO.Path.Combine(_folder.FullName, "newsdesk.dll");

    public static async Task<PublishedProgram> MakeAsync()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(at.FullName, "NewsDesk.sln"))) continue;
            var program = new PublishedProgram();
            await MeasuredRun.OfAsync("dotnet", at.FullName, "publish", "src/NewsDesk", "-c", "Release", "-o", program._folder.FullName, "-v", "q");
            return program;
        }

        throw new InvalidOperationException("The measure is run within the house: it publishes the program first.");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
