namespace NewsDesk.Archive;

/// <summary>The archive cannot do its work: the message names the thing, the place and the remedy.</summary>
public sealed class ArchiveException : Exception
{
    public ArchiveException() { }

    public ArchiveException(string message) : base(message) { }

    public ArchiveException(string message, Exception cause) : base(message, cause) { }
}
