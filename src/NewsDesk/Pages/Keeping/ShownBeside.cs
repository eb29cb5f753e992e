namespace NewsDesk.Pages.Keeping;

/// <summary>What an answer shows besides what its page is marked with: things that are known only when it is made.</summary>
public sealed class ShownBeside
{
    private readonly HashSet<string> _subjects = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Subjects => _subjects;

    /// <summary>Notes that this answer shows one more thing.</summary>
    public static void Note(HttpContext context, string subject)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<ShownBeside>() is not { } shown) context.Features.Set(shown = new());
        shown._subjects.Add(subject);
    }
}
