using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsDesk.Wire.Reading.Source;

/// <summary>Parses JSON as pages hold it: with commas too many, comments, bare line breaks and halves of characters.</summary>
internal static partial class JsonText
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Null where it cannot be read: broken JSON is common, and leaves the page's other data to be used.</summary>
    public static JsonElement? Parse(string json)
    {
        // Half a surrogate pair can be parsed, and throws when it is read.
        if (json.Contains("\\ud", StringComparison.OrdinalIgnoreCase)) json = HalfPair().Replace(json, "\\uFFFD");
        return TryParse(json) ?? TryParse(WithoutBareControls(json));
    }

    private static JsonElement? TryParse(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json, Tolerant);
            return parsed.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string WithoutBareControls(string json) =>
        string.Create(json.Length, json, (plain, from) =>
        {
            for (var i = 0; i < from.Length; i++) plain[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });

    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}", RegexOptions.None, 60_000)]
    private static partial Regex HalfPair();
}
