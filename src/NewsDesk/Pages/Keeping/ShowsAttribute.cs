namespace NewsDesk.Pages.Keeping;

/// <summary>
/// Says that an answer is the same for every reader and may be kept whole, and what it shows: when that changes, it is made anew. What is not marked
/// is made for each request. The masthead need not be named: nothing outlives the one that it was made with.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ShowsAttribute(params string[] subjects) : Attribute
{
    /// <summary>Of <see cref="Subject"/>.</summary>
    public IReadOnlyList<string> Subjects { get; } = subjects;

    /// <summary>The parts of a query that change the answer, in the order in which our own links write them; all others are ignored.</summary>
    public string[] By { get; init; } = [];

    /// <summary>A header by which the same address has another answer, which is kept under another name.</summary>
    public string? VariesBy { get; init; }

    /// <summary>Whether there is one answer for the clean language and one for the strong.</summary>
    public bool InBothLanguages { get; init; } = true;

    /// <summary>Whether the answer tells of a problem: it is kept under its status, which is no success.</summary>
    public bool IsProblem { get; init; }
}
