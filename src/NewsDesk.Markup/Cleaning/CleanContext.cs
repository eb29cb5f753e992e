namespace NewsDesk.Markup.Cleaning;

/// <summary>What one cleaning goes by.</summary>
internal sealed record CleanContext(Uri? Base, CleanRules Rules)
{
    public Addresses Addresses { get; } = new(Base);
}
