using System.Text.Json;
using NewsDesk.Markup;
using NewsDesk.Wire.Reading.Metadata;
using NewsDesk.Wire.Reading.Source;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>An article that the page does not show but stores: as the body in its structured data, or in the state its program starts from.</summary>
internal sealed record StoredText(string Text, string Html)
{
    /// <summary>In words; a page that shows fewer may have its article elsewhere.</summary>
    private const int TooFew = 100;

    /// <summary>In characters; a shorter string is a label or a summary.</summary>
    private const int ShortestBody = 600;

    /// <summary>In characters; a long novel has a million.</summary>
    private const int LongestBodyKept = 1_000_000;

    public static StoredText? Find(Page page, Facts facts, int shownWords)
    {
        if (shownWords >= TooFew) return null;
        var body = facts.Body is { Length: >= ShortestBody } told ? told : page.Scripts.Where(script => !script.IsLinkedData).Select(LongestBody).MaxBy(text => text?.Length ?? 0);
        if (body is not { Length: >= ShortestBody }) return null;
        if (body.Length > LongestBodyKept) body = body[..LongestBodyKept];
        var (html, text) = HtmlCleaner.CleanAndTell(body.Contains("</", StringComparison.Ordinal)
            ? body
            : string.Concat(body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => $"<p>{System.Net.WebUtility.HtmlEncode(line)}</p>")), page.Url);
        return text.Split(' ').Length > shownWords * 2 ? new(text, html) : null;
    }

    private static string? LongestBody(DataScript script)
    {
        if (script.Text.Length > 2_000_000) return null;
        return JsonText.Parse(script.Text) is { } state ? Longest(state, 0) : null;
    }

    // Recursion is bounded by the depth that the JSON reader allows.
    private static string? Longest(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: >= ShortestBody } text && IsProse(text) ? text : null,
        JsonValueKind.Array => value.EnumerateArray().Select(item => Longest(item, depth + 1)).MaxBy(text => text?.Length ?? 0),
        JsonValueKind.Object => value.EnumerateObject().Select(property => Longest(property.Value, depth + 1)).MaxBy(text => text?.Length ?? 0),
        _ => null,
    };

    /// <summary>Words parted by spaces, not code, keys or style sheets.</summary>
    private static bool IsProse(string text)
    {
        var (spaces, braces) = (0, 0);
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, 5_000)))
        {
            if (letter == ' ') spaces++;
            else if (letter is '{' or '}' or ';' or '\\') braces++;
        }

        var length = Math.Min(text.Length, 5_000);
        return spaces > length / 14 && braces < length / 80;
    }
}
