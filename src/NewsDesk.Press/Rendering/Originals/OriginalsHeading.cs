namespace NewsDesk.Press.Rendering.Originals;

/// <summary>What stands over the cards of originals, beside a post and after it.</summary>
public static class OriginalsHeading
{
    /// <param name="publishers">Of each card under it; null where nobody knows.</param>
    public static string Of(IReadOnlyList<string?> publishers)
    {
        ArgumentNullException.ThrowIfNull(publishers);
        if (publishers.Count > 1) return "Read the original pieces here";
        var publisher = publishers.Count == 0 ? "" : publishers[0]?.Trim() ?? "";
        if (publisher.StartsWith("The ", StringComparison.Ordinal)) publisher = publisher[4..];
        return publisher.Length > 0 ? $"Read the original {publisher} piece here" : "Read the original piece here";
    }
}
