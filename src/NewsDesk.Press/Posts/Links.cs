using NewsDesk.Press.Posts.Yaml;

namespace NewsDesk.Press.Posts;

/// <summary>Lists of links in front matter: <c>- Name: /address</c>, maps of name and url, one map of names, or addresses alone.</summary>
internal static class Links
{
    public static IReadOnlyList<NamedLink> Read(KeyReader keys, string key, string path, List<Warning> warnings)
    {
        var links = new List<NamedLink>();
        foreach (var item in keys.Items(key))
        {
            switch (item)
            {
                case YamlValue.Text { IsNothing: false } text:
                    Add(WebAddress.Find(text.Value) is { } address ? WebAddress.Domain(address) : text.Value, text.Value, text.Line);
                    break;
                case YamlValue.Map map when map.Entries.Any(entry => entry.Key.Equals("url", StringComparison.OrdinalIgnoreCase)):
                    var link = new KeyReader(map, path, warnings, key + ": ");
                    var url = link.Text("url") ?? "";
                    Add(link.Text("name") ?? link.Text("title") ?? url, url, map.Line);
                    link.WarnOfTheRest();
                    break;
                case YamlValue.Map map:
                    foreach (var entry in map.Entries)
                        Add(entry.Key, (entry.Value as YamlValue.Text)?.Value ?? "", entry.Line);
                    break;
            }
        }

        return links;

        void Add(string name, string url, int line)
        {
            if (IsLinkable(url)) links.Add(new(name.Trim(), url.Trim()));
            else keys.Warn(line, $"{key}: \"{url}\" is not an address: write - {name}: https://… or - {name}: /a-page-here");
        }
    }

    private static bool IsLinkable(string url) =>
        url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.StartsWith("/\\", StringComparison.Ordinal)
        || WebAddress.Find(url) is not null
        || (url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && url.Contains('@', StringComparison.Ordinal));
}
