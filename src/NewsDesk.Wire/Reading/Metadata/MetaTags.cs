using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>A page's <c>meta</c> elements by name or property, in lower case.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    public static MetaTags Of(IReadOnlyList<IElement> metas)
    {
        var tags = new MetaTags();
        foreach (var meta in metas)
        {
            var content = meta.GetAttribute("content");
            if (string.IsNullOrWhiteSpace(content)) continue;
            tags.Add(meta.GetAttribute("property"), content);
            tags.Add(meta.GetAttribute("name"), content);
            if (meta.GetAttribute("itemprop") is { } itemprop) tags.Add("itemprop:" + itemprop, content);
            if (meta.GetAttribute("http-equiv") is { } header) tags.Add("http-equiv:" + header, content);
        }

        return tags;
    }

    /// <summary>The first value of the first of these names that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var values)) return values[0];
        }

        return null;
    }

    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    /// <summary>The first value of any name that contains one of these words.</summary>
    public string? FirstNamedLike(params ReadOnlySpan<string> words)
    {
        foreach (var (name, values) in _values)
        {
            foreach (var word in words)
            {
                if (name.Contains(word, StringComparison.OrdinalIgnoreCase)) return values[0];
            }
        }

        return null;
    }

    private void Add(string? names, string content)
    {
        if (string.IsNullOrWhiteSpace(names)) return;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!_values.TryGetValue(name, out var values)) _values[name] = values = [];
            if (values.Count < 50) values.Add(content.Trim());
        }
    }
}
