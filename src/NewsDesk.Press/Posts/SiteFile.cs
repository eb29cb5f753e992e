using NewsDesk.Press.Posts.Yaml;
using NewsDesk.Press.Typesetting;

namespace NewsDesk.Press.Posts;

/// <summary>Reads <c>content/site.yml</c>; an empty or broken file still gives a site that works.</summary>
public static class SiteFile
{
    public static SiteRead Parse(string yaml, string path)
    {
        var (map, warnings, isBroken) = YamlFile.Read(yaml, path);
        var keys = new KeyReader(map, path, warnings);
        var standard = new Site();
        var language = ReadLanguage(keys) ?? standard.Language;
        var marks = QuoteMarks.Of(language);
        var site = new Site
        {
            Title = SetLine.Of(keys.Text("title") ?? standard.Title, marks),
            Tagline = SetLine.Of(keys.Text("tagline") ?? standard.Tagline, marks),
            Description = SetLine.Of(keys.Text("description") ?? standard.Description, marks),
            Url = ReadUrl(keys),
            Language = language,
            Publisher = keys.Text("publisher"),
            Contact = keys.Text("contact"),
            Satire = SetLine.Of(keys.Text("satire") ?? standard.Satire, marks),
            Navigation = Links.Read(keys, "navigation", path, warnings),
        };
        keys.WarnOfTheRest();
        return new(site, warnings) { IsBroken = isBroken };
    }

    private static Uri? ReadUrl(KeyReader keys)
    {
        if (keys.Text("url") is not { } text) return null;
        if (WebAddress.Find(text.EndsWith('/') ? text : text + "/") is { Query: "", Fragment: "" } url)
        {
            var root = new Uri(url, "/");
            if (url != root) keys.Warn(keys.LineOf("url"), $"url \"{text}\" names a folder, but a site stands at the root of its host: write url: {root.AbsoluteUri}");
            return root;
        }

        keys.Warn(keys.LineOf("url"), $"url \"{text}\" is not the address of a site: write url: https://news.example/");
        return null;
    }

    private static string? ReadLanguage(KeyReader keys)
    {
        if (keys.Text("language") is not { } text) return null;
        if (text.Length <= 35 && char.IsAsciiLetter(text[0]) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')) return text;
        keys.Warn(keys.LineOf("language"), $"language \"{text}\" is not a language tag: write language: en, or language: pt-BR");
        return null;
    }
}
