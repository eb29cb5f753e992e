using NewsDesk.Press.Posts.Yaml;

namespace NewsDesk.Press.Posts;

/// <summary>Takes typed values out of a map of YAML, and notes what is unknown or of a wrong type.</summary>
internal sealed class KeyReader(YamlValue.Map map, string path, List<Warning> warnings, string within = "")
{
    private readonly List<string> _known = [];

    public bool Has(string key) => Find(key) is not null;

    public int LineOf(string key) => Find(key)?.Line ?? map.Line;

    public string? Text(string key)
    {
        switch (Find(key)?.Value)
        {
            case null or YamlValue.Text { IsNothing: true }:
                return null;
            case YamlValue.Text text:
                return text.Value.Trim() is { Length: > 0 } value ? value : null;
            case YamlValue.List { Items: [YamlValue.Text only] } list:
                Warn(list.Line, $"{within}{key} is one text, not a list: write {key}: {only.Value}");
                return only.Value;
            case var other:
                Warn(other.Line, $"{within}{key} is one text: write {key}: some words");
                return null;
        }
    }

    public bool Flag(string key, bool otherwise)
    {
        if (Text(key) is not { } text) return otherwise;
        switch (text.ToLowerInvariant())
        {
            case "true" or "yes" or "on":
                return true;
            case "false" or "no" or "off":
                return false;
            default:
                Warn(LineOf(key), $"{within}{key} is \"{text}\": write {key}: true or {key}: false");
                return otherwise;
        }
    }

    public DateTimeOffset? Date(string key)
    {
        if (Text(key) is not { } text) return null;
        var date = Dates.Find(text);
        if (date is null) Warn(LineOf(key), $"{within}{key} \"{text}\" is not a date: {Dates.Remedy}");
        return date;
    }

    public LanguageLevel? Level(string key)
    {
        if (Text(key) is not { } text) return null;
        switch (text.ToLowerInvariant())
        {
            case "clean": return LanguageLevel.Clean;
            case "mild": return LanguageLevel.Mild;
            case "strong": return LanguageLevel.Strong;
            default:
                Warn(LineOf(key), $"{within}{key} is \"{text}\", but it says how strong the words are: write clean, mild or strong");
                return null;
        }
    }

    /// <summary>A list, or one text in its place; several tags in one text parted by commas are several.</summary>
    public IReadOnlyList<string> List(string key, bool atCommas = false)
    {
        switch (Find(key)?.Value)
        {
            case null or YamlValue.Text { IsNothing: true }:
                return [];
            case YamlValue.Text text:
                return Distinct(atCommas ? text.Value.Split(',') : [text.Value]);
            case YamlValue.List list:
                foreach (var wrong in list.Items.Where(item => item is not YamlValue.Text))
                    Warn(wrong.Line, $"{within}{key} takes texts: write {key}: [one, two]");
                return Distinct(list.Items.OfType<YamlValue.Text>().Where(item => !item.IsNothing).Select(item => item.Value));
            case var other:
                Warn(other.Line, $"{within}{key} is a list: write {key}: [one, two]");
                return [];
        }
    }

    /// <summary>The items of a list as they stand, or one value in its place.</summary>
    public IReadOnlyList<YamlValue> Items(string key) => Find(key)?.Value switch
    {
        null or YamlValue.Text { IsNothing: true } => [],
        YamlValue.List list => list.Items,
        var one => [one],
    };

    /// <summary>Called last: every key that nobody asked for is named, with the nearest one that exists.</summary>
    public void WarnOfTheRest()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in map.Entries)
        {
            if (!seen.Add(entry.Key))
                Warn(entry.Line, $"{within}{entry.Key} is written twice: the first one counts, take this one out");
            else if (!_known.Contains(entry.Key, StringComparer.OrdinalIgnoreCase))
                Warn(entry.Line, $"{within}{entry.Key} is not a key that is known here: " + Nearest.Advice(entry.Key, _known));
        }
    }

    public void Warn(int line, string message) => warnings.Add(new(path, line, message));

    private YamlValue.Entry? Find(string key)
    {
        if (!_known.Contains(key)) _known.Add(key);
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) return entry;
        }

        return null;
    }

    private static List<string> Distinct(IEnumerable<string> texts) =>
        [.. texts.Select(text => text.Trim()).Where(text => text.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}
