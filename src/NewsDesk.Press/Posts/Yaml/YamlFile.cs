namespace NewsDesk.Press.Posts.Yaml;

/// <summary>A whole file of YAML; what is broken is saved line by line, with a warning.</summary>
internal static class YamlFile
{
    /// <summary>Settings and lists of words, not data.</summary>
    private const int MaxLength = 512 * 1024;

    public static (YamlValue.Map Map, List<Warning> Warnings, bool IsBroken) Read(string text, string path)
    {
        var yaml = SourceText.Plain(text);
        if (yaml.Length > MaxLength)
            return (new YamlValue.Map(1, []), [new(path, 1, $"the file is larger than {MaxLength / 1024} KB and was not read: split or shorten it") { IsError = true }], true);
        var (map, error) = YamlText.Read(yaml, firstLine: 1);
        return map is not null
            ? (map, [], false)
            : (LooseYaml.Read(yaml, firstLine: 1), [new(path, error!.Value.Line,
                $"this is not valid YAML ({error.Value.Reason}): put a value that holds a colon or begins with a sign in quotes") { IsError = true }], true);
    }
}
