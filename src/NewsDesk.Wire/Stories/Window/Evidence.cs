using System.Runtime.InteropServices;

namespace NewsDesk.Wire.Stories.Window;

/// <summary>What speaks for an article's joining a story (above zero) and against it (below).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Evidence
{
    public double Words { get; init; }

    public double Core { get; init; }

    public double Names { get; init; }

    public double Breadth { get; init; }

    public double OnlyNames { get; init; }

    public double OtherName { get; init; }

    /// <summary>Which of the article's terms that name is; -1 for none.</summary>
    public int OtherNameIndex { get; init; }

    public double Silence { get; init; }

    public double Threshold { get; init; }

    public double Sum => Words + Core + Names + Breadth + OnlyNames + OtherName + Silence + Threshold;
}
