using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace NewsDesk.Commands;

/// <summary>JSON Lines in, JSON Lines out, in the same order: how a tool works through many inputs.</summary>
public static class Batch
{
    /// <summary>How every tool writes JSON: camelCase names, text readable as it is, nulls kept.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    private const int WideBuffer = 65_536;

    public static Option<string> FileOption(string lines) => new("--batch")
    {
        Description = $"A file of {lines}; - is standard input. Writes one JSON line for each.",
        HelpName = "FILE",
    };

    /// <summary>
    /// Answers each line of <paramref name="file"/> (<c>-</c> is standard input) by one line of <paramref name="output"/>, with the
    /// line's id first. A line of bad input becomes <c>{"id","error"}</c> and the rest goes on.
    /// </summary>
    public static async Task<int> RunAsync<TLine>(
        string file, TextWriter output, Func<TLine, CancellationToken, object> answer, CancellationToken cancel)
    {
        using var input = file == "-" ? Console.In : new StreamReader(GivenFile.Find(file, "*.jsonl"));
        // The console's own writer hands 256 letters at a time to the system, and an answer may have a hundred thousand.
        await using var wide = ReferenceEquals(output, Console.Out) ? new StreamWriter(Console.OpenStandardOutput(), bufferSize: WideBuffer) : null;
        output = wide ?? output;
        while (await input.ReadLineAsync(cancel) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            await output.WriteLineAsync(AnswerLine(line, answer, cancel).AsMemory(), cancel);
            // Who gave the line may wait for its answer before giving the next.
            await output.FlushAsync(cancel);
        }

        return 0;
    }

    private static string AnswerLine<TLine>(string line, Func<TLine, CancellationToken, object> answer, CancellationToken cancel)
    {
        JsonNode? id = null;
        try
        {
            var read = Understand<TLine>(line, ref id);
            var answered = JsonSerializer.Serialize(answer(read, cancel), Json);
            return $$"""{"id":{{id?.ToJsonString(Json) ?? "null"}}{{(answered == "{}" ? "" : ",")}}{{answered.AsSpan(1)}}""";
        }
        catch (Exception error) when (error is BadInputException or IOException or UnauthorizedAccessException)
        {
            return new JsonObject { ["id"] = id?.DeepClone(), ["error"] = error.Message }.ToJsonString(Json);
        }
    }

    private static TLine Understand<TLine>(string line, ref JsonNode? id)
    {
        try
        {
            using var given = JsonDocument.Parse(line);
            if (given.RootElement.ValueKind != JsonValueKind.Object) throw new BadInputException("the line is not a JSON object");
            if (given.RootElement.TryGetProperty("id", out var named))
                id = named.ValueKind == JsonValueKind.String ? JsonValue.Create(named.GetString()) : JsonValue.Create(named.Clone());
            return given.RootElement.Deserialize<TLine>(Json)!;
        }
        catch (JsonException error)
        {
            throw new BadInputException(error.Path is ['$', '.', .. var field] ? $"\"{field}\" is not of the kind that is wanted" : $"the line is not JSON: {error.Message}", error);
        }
        catch (InvalidOperationException error)
        {
            throw new BadInputException("the line has half of a character in it, an escaped surrogate without its other", error);
        }
    }
}
