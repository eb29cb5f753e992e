namespace NewsDesk.Wire.Sources.Opml;

/// <summary>Something in the list that is not as it should be: what, and what to write instead.</summary>
/// <param name="IsRepetition">Whether it was understood, and stands there already.</param>
public sealed record ListFlaw(int Line, string Message, bool IsRepetition = false);

/// <summary>The outcome of reading a list of sources.</summary>
public abstract record SourceListRead
{
    private SourceListRead() { }

    /// <summary>The sources that could be understood; what could not is told in the flaws, and takes nothing else down.</summary>
    public sealed record Read(string? Title, IReadOnlyList<WatchedSource> Sources, IReadOnlyList<ListFlaw> Flaws) : SourceListRead;

    /// <summary>This is no list at all.</summary>
    public sealed record Unreadable(ListFlaw Flaw) : SourceListRead;
}
