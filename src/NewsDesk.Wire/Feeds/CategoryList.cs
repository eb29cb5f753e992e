namespace NewsDesk.Wire.Feeds;

/// <summary>Collects an item's categories, each once.</summary>
internal sealed class CategoryList
{
    private const int MaxCategories = 200;

    private readonly List<string> _categories = [];

    public IReadOnlyList<string> Categories => _categories;

    public void Add(string? category)
    {
        if (string.IsNullOrWhiteSpace(category) || _categories.Count >= MaxCategories) return;
        if (!_categories.Contains(category, StringComparer.Ordinal)) _categories.Add(category);
    }
}
