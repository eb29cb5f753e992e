namespace NewsDesk.Press.Rendering.Bounds;

/// <summary>
/// What is too much for a table: each row gets as many cells as the widest one has, and while a row is read all its cells stay open.
/// </summary>
internal static class TableBounds
{
    /// <summary>Nobody's screen, and nobody's patience, is wider.</summary>
    private const int MaxColumns = 100;

    /// <summary>Small tables may be as ragged as they like; in larger ones at least one cell in four is written.</summary>
    private const int AlwaysAllowed = 200, CellsForEachWritten = 4;

    /// <param name="text">From the table's first | on.</param>
    public static bool IsTooMuch(ReadOnlySpan<char> text)
    {
        long rows = 0, widest = 0, written = 0;
        foreach (var line in text.EnumerateLines())
        {
            var pipes = line.Count('|');
            rows++;
            written += pipes;
            widest = Math.Max(widest, pipes);
        }

        return widest > MaxColumns + 1 || rows * widest > AlwaysAllowed + CellsForEachWritten * written;
    }
}
