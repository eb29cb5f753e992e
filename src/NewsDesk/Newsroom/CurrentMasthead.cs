namespace NewsDesk.Newsroom;

/// <summary>Holds the masthead of this moment; a page takes it once and sees one and the same to its end.</summary>
public sealed class CurrentMasthead
{
    private volatile Masthead _now = Masthead.Empty;

    public Masthead Now
    {
        get => _now;
        set => _now = value;
    }
}
