using System.Text.Json;

namespace NewsDesk.Wire.Feeds.Json;

/// <summary>Asks a JSON object for its members without ever insisting on their kind.</summary>
internal static class JsonMembers
{
    public static bool Has(this JsonElement of, string name, JsonValueKind kind) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == kind;

    /// <summary>A text, or a number as it is written: ids are both. Null if it is empty.</summary>
    public static string? Text(this JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && AsText(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    public static long? Number(this JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) &&
        number is >= 0 and < long.MaxValue
            ? (long)number
            : null;

    /// <summary>The objects in a list, or the one object that stands where a list should.</summary>
    public static IEnumerable<JsonElement> Objects(this JsonElement of, string name) =>
        All(of, name).Where(value => value.ValueKind == JsonValueKind.Object);

    /// <summary>The texts in a list, or the one that stands where a list should.</summary>
    public static IEnumerable<string> Texts(this JsonElement of, string name) => All(of, name).Select(AsText).OfType<string>();

    private static IEnumerable<JsonElement> All(JsonElement of, string name)
    {
        if (!of.TryGetProperty(name, out var value)) yield break;
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield return value;
            yield break;
        }

        foreach (var one in value.EnumerateArray()) yield return one;
    }

    private static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
