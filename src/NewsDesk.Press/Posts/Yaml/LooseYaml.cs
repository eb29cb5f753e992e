namespace NewsDesk.Press.Posts.Yaml;

/// <summary>Saves what can be read of broken YAML, line by line, so that one stray colon does not cost a post its title.</summary>
internal static class LooseYaml
{
    public static YamlValue.Map Read(string yaml, int firstLine)
    {
        var entries = new List<YamlValue.Entry>();
        var items = new List<YamlValue>();
        var line = firstLine - 1;
        foreach (var raw in yaml.Split('\n'))
        {
            line++;
            var text = raw.TrimEnd();
            if (text.Length == 0 || text.TrimStart().StartsWith('#')) continue;
            if (text.TrimStart().StartsWith("- ", StringComparison.Ordinal) && entries.Count > 0)
            {
                items.Add(Value(text.TrimStart()[2..], line));
                entries[^1] = entries[^1] with { Value = new YamlValue.List(entries[^1].Line, [.. items]) };
                continue;
            }

            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || char.IsWhiteSpace(text[0])) continue;
            items.Clear();
            entries.Add(new YamlValue.Entry(text[..colon].Trim(), line, Value(text[(colon + 1)..], line)));
        }

        return new YamlValue.Map(firstLine, entries);
    }

    private static YamlValue Value(string text, int line)
    {
        var value = text.Trim();
        if (value.StartsWith('[') && value.EndsWith(']'))
            return new YamlValue.List(line, [.. value[1..^1].Split(',').Select(item => Value(item, line))]);
        var quoted = value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0];
        return new YamlValue.Text(line, quoted ? value[1..^1] : value.Trim('"', '\''), IsPlain: !quoted);
    }
}
