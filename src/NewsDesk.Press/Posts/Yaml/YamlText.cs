using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsDesk.Press.Posts.Yaml;

/// <summary>
/// Reads YAML from the parser's events, which need no recursion for what is nested: the tree is bounded in depth before it is built.
/// </summary>
internal static class YamlText
{
    /// <summary>Front matter nests two levels; more than this is a mistake or an attack.</summary>
    private const int MaxDepth = 16;

    /// <summary>Answers the first document's map, or why there is none.</summary>
    public static (YamlValue.Map? Map, (int Line, string Reason)? Error) Read(string yaml, int firstLine)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            var value = ReadDocument(parser, firstLine);
            return value switch
            {
                null or YamlValue.Text { IsNothing: true } => (new YamlValue.Map(firstLine, []), null),
                YamlValue.Map map => (map, null),
                _ => (null, (value.Line, "there are no \"key: value\" lines")),
            };
        }
        catch (YamlException error)
        {
            return (null, ((int)error.Start.Line - 1 + firstLine, Reason(error)));
        }
    }

    /// <summary>YamlDotNet lets slip what it should tell as its own error: a tag that is no address, a value that ends within a brace.</summary>
    private static bool MoveNext(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            var at = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(at, at, "a sign stands where none can be read", error);
        }
    }

    private static YamlValue? ReadDocument(Parser parser, int firstLine)
    {
        var open = new Stack<Unfinished>();
        var anchors = new Dictionary<string, YamlValue>(StringComparer.Ordinal);
        YamlValue? root = null;
        while (root is null && MoveNext(parser))
        {
            var now = parser.Current!;
            var line = (int)now.Start.Line - 1 + firstLine;
            YamlValue? whole = null;
            switch (now)
            {
                case Scalar scalar:
                    whole = new YamlValue.Text(line, SourceText.WithoutOddities(scalar.Value), scalar.Style == ScalarStyle.Plain);
                    Anchor(scalar, whole);
                    break;
                case AnchorAlias alias:
                    whole = anchors.GetValueOrDefault(alias.Value.Value) ?? new YamlValue.Text(line, "", IsPlain: true);
                    break;
                case MappingStart or SequenceStart:
                    if (open.Count == MaxDepth) throw new YamlException(now.Start, now.End, "it nests too deeply");
                    open.Push(new Unfinished(line, now is MappingStart, (NodeEvent)now));
                    break;
                case MappingEnd or SequenceEnd:
                    var done = open.Pop();
                    whole = done.Finish();
                    Anchor(done.Start, whole);
                    break;
            }

            if (whole is null) continue;
            if (open.TryPeek(out var parent)) parent.Add(whole);
            else root = whole;
        }

        return root;

        void Anchor(NodeEvent node, YamlValue value)
        {
            if (!node.Anchor.IsEmpty) anchors[node.Anchor.Value] = value;
        }
    }

    private static string Reason(YamlException error)
    {
        var message = error.InnerException is YamlException inner ? inner.Message : error.Message;
        return message.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
    }

    private sealed class Unfinished(int line, bool isMap, NodeEvent start)
    {
        private readonly List<YamlValue> _parts = [];

        public NodeEvent Start => start;

        public void Add(YamlValue part) => _parts.Add(part);

        public YamlValue Finish() => isMap
            ? new YamlValue.Map(line, [.. _parts.Chunk(2).Where(pair => pair.Length == 2 && pair[0] is YamlValue.Text)
                .Select(pair => new YamlValue.Entry(((YamlValue.Text)pair[0]).Value, pair[0].Line, pair[1]))])
            : new YamlValue.List(line, _parts);
    }
}
