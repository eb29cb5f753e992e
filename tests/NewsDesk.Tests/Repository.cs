namespace NewsDesk.Tests;

/// <summary>The checkout that these tests stand in: its sample content is what they look at.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Content => Path.Combine(Root, "content");

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "NewsDesk.sln"))) return at.FullName;
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not in a checkout of NewsDesk");
    }
}
