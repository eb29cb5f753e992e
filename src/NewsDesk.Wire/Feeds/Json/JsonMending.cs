using System.Text;
using System.Text.Json;

namespace NewsDesk.Wire.Feeds.Json;

/// <summary>Parses JSON as far as it goes: where it breaks, what was whole until then is kept and every bracket closed.</summary>
internal static class JsonMending
{
    private const int MaxDepth = 64;

    private static readonly JsonReaderOptions Tolerant = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    /// <summary>Null when not even its beginning can be read.</summary>
    public static JsonDocument? Parse(string text)
    {
        var json = Encoding.UTF8.GetBytes(LoneSurrogates.Replace(text));
        return TryParse(json) ?? TryParse(Mend(json));
    }

    private static JsonDocument? TryParse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Tolerant);
        try
        {
            return JsonDocument.TryParseValue(ref reader, out var document) ? document : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Mend(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Tolerant);
        var open = new Stack<byte>();
        var whole = 0;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject) open.Push((byte)'}');
                else if (reader.TokenType is JsonTokenType.StartArray) open.Push((byte)']');
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) open.Pop();
                else if (reader.TokenType is JsonTokenType.PropertyName) continue;
                whole = (int)reader.BytesConsumed; // Nothing opens or closes between here and a break.
            }
        }
        catch (JsonException)
        {
            // Where it breaks is where the whole part ends, and that is known already.
        }

        return [.. json[..whole], .. open];
    }
}
