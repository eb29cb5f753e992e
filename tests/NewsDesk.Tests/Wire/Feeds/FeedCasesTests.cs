using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NewsDesk.Wire.Feeds;

namespace NewsDesk.Tests.Wire.Feeds;

/// <summary>Each file in Cases is a feed; beside it stands what must be read of it, and where it came from if that matters.</summary>
public sealed class FeedCasesTests
{
    private const string Expected = ".expected.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists } },
    };

    private sealed record Case(string? Url, string? NotAFeed, JsonNode? Feed);

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Wire", "Feeds", "Cases");

    public static TheoryData<string> Cases => new(Directory.GetFiles(Folder).Select(file => Path.GetFileName(file))
        .Where(name => !name.EndsWith(Expected, StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Cases))]
    public void Reads_as_written_beside_it(string name)
    {
        var expectedFile = Path.Combine(Folder, Path.GetFileNameWithoutExtension(name) + Expected);
        var expected = JsonSerializer.Deserialize<Case>(File.ReadAllText(expectedFile), Json)!;
        var url = expected.Url is null ? null : new Uri(expected.Url);

        var read = FeedReader.Read(File.ReadAllBytes(Path.Combine(Folder, name)), url);

        var actual = read switch
        {
            FeedRead.Read(var feed) => new Case(expected.Url, null, JsonSerializer.SerializeToNode(feed, Json)),
            FeedRead.NotAFeed(var reason) => new Case(expected.Url, reason, null),
            _ => throw new InvalidOperationException("No third outcome."),
        };
        Assert.Equal(JsonSerializer.Serialize(expected, Json), JsonSerializer.Serialize(actual, Json));
    }

    [Theory, MemberData(nameof(Cases))]
    public void What_is_read_looks_like_a_feed_and_nothing_else_does(string name)
    {
        var body = File.ReadAllBytes(Path.Combine(Folder, name));

        Assert.Equal(FeedReader.Read(body) is FeedRead.Read, FeedReader.LooksLikeFeed(body));
    }

    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
                property.ShouldSerialize = (_, value) => value is IEnumerable list && list.GetEnumerator().MoveNext();
        }
    }
}
