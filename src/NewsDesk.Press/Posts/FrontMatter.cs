using NewsDesk.Press.Posts.Yaml;

namespace NewsDesk.Press.Posts;

/// <summary>A file taken apart: the keys between the two lines of <c>---</c>, and what comes after them.</summary>
internal sealed record FrontMatter(YamlValue.Map Keys, string Markdown, int MarkdownLine, IReadOnlyList<Warning> Warnings)
{
    /// <summary>The keys are no YAML, so some may be missing: perhaps the file is being typed.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Front matter is a page at most; what is larger is read as text.</summary>
    private const int MaxLength = 64 * 1024;

    public static FrontMatter Split(string text, string path)
    {
        var plain = SourceText.Plain(text);
        if (!IsFence(plain, 0, out var start)) return new(new YamlValue.Map(1, []), plain, 1, []);

        var warnings = new List<Warning>();
        var (end, bodyStart) = FindEnd(plain, start);
        if (end < 0)
        {
            end = bodyStart = FirstLineThatIsNoKey(plain, start);
            warnings.Add(new(path, 1, "the front matter opened by --- is never closed: write a second line of --- after its last key"));
        }

        var yaml = plain[start..Math.Min(end, start + MaxLength)];
        var (map, error) = YamlText.Read(yaml, firstLine: 2);
        if (error is { } broken)
        {
            warnings.Add(new(path, broken.Line,
                $"the front matter is not valid YAML ({broken.Reason}): put a value that holds a colon or begins with a sign in quotes, as in title: \"One: two\"")
            { IsError = true });
        }

        var body = plain[bodyStart..];
        return new(map ?? LooseYaml.Read(yaml, firstLine: 2), body, 1 + plain.AsSpan(0, bodyStart).Count('\n'), warnings) { IsBroken = map is null };
    }

    private static (int End, int BodyStart) FindEnd(string text, int start)
    {
        for (var at = start; at < text.Length && at - start <= MaxLength;)
        {
            if (IsFence(text, at, out var next)) return (at, next);
            var newLine = text.IndexOf('\n', at);
            if (newLine < 0) break;
            at = newLine + 1;
        }

        return (-1, -1);
    }

    private static bool IsFence(string text, int at, out int next)
    {
        var newLine = text.IndexOf('\n', at);
        next = newLine < 0 ? text.Length : newLine + 1;
        var line = text.AsSpan(at, (newLine < 0 ? text.Length : newLine) - at).TrimEnd();
        return line is "---" || (at > 0 && line is "...");
    }

    /// <summary>Without a closing line, the keys end where the first empty line or ordinary sentence begins.</summary>
    private static int FirstLineThatIsNoKey(string text, int start)
    {
        var at = start;
        while (at < text.Length)
        {
            var newLine = text.IndexOf('\n', at);
            var line = text.AsSpan(at, (newLine < 0 ? text.Length : newLine) - at);
            var key = line.TrimStart();
            var isKey = key.Length > 0 && (key[0] is '-' or '#' || (key.IndexOf(':') is > 0 and < 24 && !key[..key.IndexOf(':')].Contains(' ')));
            if (!isKey) break;
            at = newLine < 0 ? text.Length : newLine + 1;
        }

        return at;
    }
}
