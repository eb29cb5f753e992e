namespace NewsDesk.Press.Posts.Yaml;

/// <summary>A piece of YAML and the line of the file on which it stands.</summary>
internal abstract record YamlValue(int Line)
{
    internal sealed record Text(int Line, string Value, bool IsPlain) : YamlValue(Line)
    {
        /// <summary>Nothing was written, or the words that YAML has for nothing.</summary>
        public bool IsNothing => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";
    }

    internal sealed record List(int Line, IReadOnlyList<YamlValue> Items) : YamlValue(Line);

    internal sealed record Map(int Line, IReadOnlyList<Entry> Entries) : YamlValue(Line);

    internal sealed record Entry(string Key, int Line, YamlValue Value);
}
