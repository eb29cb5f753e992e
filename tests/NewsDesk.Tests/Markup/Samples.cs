using System.Runtime.CompilerServices;

namespace NewsDesk.Tests.Markup;

/// <summary>The pieces of HTML that lie beside these tests, one a line.</summary>
internal static class Samples
{
    public static IReadOnlyList<string> Hostile { get; } = Read("hostile.txt");

    public static IReadOnlyList<string> Harmless { get; } = Read("harmless.txt");

    private static List<string> Read(string name, [CallerFilePath] string here = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, name)).Where(line => line.Length > 0 && line[0] != '#')];
}
