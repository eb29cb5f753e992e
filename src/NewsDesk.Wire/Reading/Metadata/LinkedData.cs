using System.Net;
using System.Text.Json;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>What a page says of itself in JSON-LD: every object of it, flat, in the page's order.</summary>
internal sealed class LinkedData
{
    private const int MaxObjects = 2_000;

    private readonly List<JsonElement> _things = [];
    private readonly Lazy<Dictionary<string, JsonElement>> _named;

    /// <summary>The objects that describe an article, or whatever the page's main thing is.</summary>
    public IReadOnlyList<JsonElement> Articles { get; private init; } = [];

    public IReadOnlyList<JsonElement> Things => _things;

    public static LinkedData From(IEnumerable<DataScript> scripts)
    {
        var data = new LinkedData([]);
        foreach (var script in scripts.Where(script => script.IsLinkedData))
        {
            if (Parse(script.Text) is { } root) data.Gather(root, 0);
        }

        return new(data._things);
    }

    private LinkedData(List<JsonElement> things)
    {
        _things = things;
        _named = new(ByIds);
        Articles = things.Where(thing => TypesOf(thing).Any(IsArticle)).ToList();
    }

    /// <summary>The thing of that id that has a name.</summary>
    public JsonElement? ById(string id) => _named.Value.TryGetValue(id, out var thing) ? thing : null;

    private Dictionary<string, JsonElement> ByIds()
    {
        var named = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var thing in _things)
        {
            if (thing.TryGetProperty("name", out _) && TextOf(thing, "@id") is { } id) named.TryAdd(id, thing);
        }

        return named;
    }

    public static IEnumerable<string> TypesOf(JsonElement thing)
    {
        if (thing.ValueKind != JsonValueKind.Object || !thing.TryGetProperty("@type", out var type)) return [];
        return type.ValueKind switch
        {
            JsonValueKind.String => [type.GetString()!],
            JsonValueKind.Array => type.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!),
            _ => [],
        };
    }

    /// <summary>A property's text, or the text of what it holds; null if it has none.</summary>
    public static string? TextOf(JsonElement thing, string property) =>
        thing.ValueKind == JsonValueKind.Object && thing.TryGetProperty(property, out var value) ? TextOf(value) : null;

    public static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Clean(value.GetString()!),
        JsonValueKind.Array => value.EnumerateArray().Select(TextOf).FirstOrDefault(text => text is not null),
        JsonValueKind.Object => TextOf(value, "@value") ?? TextOf(value, "name") ?? TextOf(value, "url"),
        _ => null,
    };

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || type.EndsWith("BlogPosting", StringComparison.OrdinalIgnoreCase) ||
        type.EndsWith("DiscussionForumPosting", StringComparison.OrdinalIgnoreCase) || type.EndsWith("Report", StringComparison.OrdinalIgnoreCase) ||
        type.EndsWith("Review", StringComparison.Ordinal) && !type.EndsWith("UserReview", StringComparison.Ordinal) && type != "Review" ||
        type.EndsWith("Recipe", StringComparison.OrdinalIgnoreCase);

    private static string? Clean(string text) =>
        // {{title}} is a template that nobody filled.
        string.IsNullOrWhiteSpace(text) || text.Contains("{{", StringComparison.Ordinal) ? null : WebUtility.HtmlDecode(text).Trim();

    private static JsonElement? Parse(string script)
    {
        var text = script.AsSpan().Trim();
        if (text.StartsWith("<!--")) text = text[4..].Trim();
        if (text.EndsWith("-->")) text = text[..^3].Trim();
        if (text.StartsWith("//<![CDATA[")) text = text[11..].Trim();
        if (text.EndsWith("//]]>")) text = text[..^5].Trim();
        text = text.TrimEnd(';');
        if (text.IsEmpty) return null;
        return JsonText.Parse(text.ToString());
    }

    private void Gather(JsonElement value, int depth)
    {
        if (depth > 12 || _things.Count >= MaxObjects) return;
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Gather(item, depth + 1);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            if (value.TryGetProperty("@type", out _)) _things.Add(value);
            foreach (var property in value.EnumerateObject())
            {
                if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) Gather(property.Value, depth + 1);
            }
        }
    }
}
