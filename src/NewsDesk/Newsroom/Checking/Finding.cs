namespace NewsDesk.Newsroom.Checking;

/// <summary>Something wrong in the content folder, and what to write instead.</summary>
/// <param name="File">Within the content folder.</param>
/// <param name="IsError">Readers miss something by it; else it only may be meant otherwise.</param>
public sealed record Finding(string File, int Line, string Message, bool IsError)
{
    /// <summary>On one line, though what it quotes may have several.</summary>
    public string Message { get; init; } = Message.ReplaceLineEndings(" ");
}

/// <summary>What was looked at, and what is wrong with it, by file and line.</summary>
public sealed record CheckedContent(int Posts, int Personas, int Pages, int Pictures, IReadOnlyList<Finding> Findings);
