namespace NewsDesk.Wire.Reading.Source;

/// <summary>A script of a page that holds data as JSON: structured data or the state that the page's own program starts from.</summary>
internal sealed record DataScript(string Type, string Text)
{
    public bool IsLinkedData => Type.Contains("ld+json", StringComparison.OrdinalIgnoreCase);
}
