using NewsDesk.Press.Posts.Yaml;

namespace NewsDesk.Press.Posts;

/// <summary>Reads a post's file: whatever is wrong in it, as much of the post as can be shown is shown.</summary>
public static class PostFile
{
    /// <summary><paramref name="fileTime"/> stands in when neither front matter nor file name give a date.</summary>
    public static PostRead Parse(string text, string path, DateTimeOffset fileTime)
    {
        var file = FrontMatter.Split(text, path);
        var warnings = new List<Warning>(file.Warnings);
        var keys = new KeyReader(file.Keys, path, warnings);

        var (markdown, line) = (file.Markdown, file.MarkdownLine);
        var title = keys.Text("title");
        if (title is null)
        {
            (title, markdown, line) = TitleFromBody(markdown, line) ?? (TitleFromName(path), markdown, line);
            if (file.Keys.Entries.Count == 0 && string.IsNullOrWhiteSpace(markdown))
            {
                warnings.Add(new(path, 1, "the file is empty: write ---, title: Your headline, --- and then the text"));
                return new(null, warnings);
            }

            warnings.Add(new(path, 1, $"the post has no title, so it is called \"{title}\": write title: Your headline between two lines of ---"));
        }

        var date = keys.Date("date") ?? Dates.FindInFileName(path) ?? fileTime;
        var language = keys.Level("language");
        var post = new Post
        {
            Title = SourceText.OneLine(title),
            Date = date,
            Updated = keys.Date("updated"),
            Slug = ReadSlug(keys, title, date, path),
            Persona = keys.Text("persona"),
            Kind = keys.Text("kind"),
            Tags = keys.List("tags", atCommas: true),
            Summary = keys.Text("summary") is { } summary ? SourceText.OneLine(summary) : null,
            Originals = [.. keys.Items("originals").Select(item => ReadOriginal(item, keys, path, warnings)).OfType<Original>()],
            Language = language ?? LanguageLevel.Clean,
            LanguageIsStated = language is not null,
            Draft = keys.Flag("draft", otherwise: false),
            Image = ReadImage(keys, path, warnings),
            Aliases = [.. keys.List("aliases").Select(alias => alias.Trim('/')).Where(alias => alias.Length > 0)],
            License = keys.Text("license"),
            Comments = keys.Flag("comments", otherwise: true),
            Markdown = markdown,
            MarkdownLine = line,
            Path = path,
        };
        keys.WarnOfTheRest();
        return new(post, warnings) { IsBroken = file.IsBroken };
    }

    private static string ReadSlug(KeyReader keys, string title, DateTimeOffset date, string path)
    {
        var otherwise = TitleFromName(path) is { Length: > 0 } name ? name : $"post-{date:yyyy-MM-dd}";
        if (keys.Text("slug") is not { } given) return Slug.From(title, otherwise);
        var slug = Slug.From(given, Slug.From(title, otherwise));
        if (slug != given)
            keys.Warn(keys.LineOf("slug"), $"slug \"{given}\" cannot stand in an address as it is: write slug: {slug}");
        return slug;
    }

    private static LeadImage? ReadImage(KeyReader post, string path, List<Warning> warnings)
    {
        if (post.Items("image") is not [YamlValue.Map map]) return post.Text("image") is { } text ? Checked(new(text, null, null, post.LineOf("image"))) : null;
        var keys = new KeyReader(map, path, warnings, "image: ");
        var image = new LeadImage(keys.Text("url") ?? "", keys.Text("alt"), keys.Text("caption"), map.Line);
        keys.WarnOfTheRest();
        return Checked(image);

        LeadImage? Checked(LeadImage image)
        {
            if ((image.Url.StartsWith('/') && !image.Url.StartsWith("//", StringComparison.Ordinal)) || WebAddress.Find(image.Url) is not null) return image;
            warnings.Add(new(path, image.Line, $"image \"{image.Url}\" is not an address: write image: /media/{Path.GetFileName(image.Url)}, and put the file into content/media") { IsError = true });
            return null;
        }
    }

    private static Original? ReadOriginal(YamlValue item, KeyReader post, string path, List<Warning> warnings)
    {
        switch (item)
        {
            case YamlValue.Text text when WebAddress.Find(text.Value) is { } address:
                return new Original { Url = address.AbsoluteUri };
            case YamlValue.Map map:
                var keys = new KeyReader(map, path, warnings, "originals: ");
                var given = keys.Text("url");
                var original = new Original
                {
                    Url = WebAddress.Find(given)?.AbsoluteUri ?? "",
                    Title = keys.Text("title"),
                    Publisher = keys.Text("publisher"),
                    Author = keys.Text("author"),
                    Published = keys.Date("published"),
                    Quote = keys.Text("quote"),
                };
                keys.WarnOfTheRest();
                if (original.Url.Length > 0) return original;
                post.Warn(map.Line, given is null
                    ? "originals: this one has no url: write url: https://…"
                    : $"originals: \"{given}\" is not an address on the web: write url: https://…");
                return null;
            case YamlValue.Text { IsNothing: true }:
                return null;
            default:
                post.Warn(item.Line, $"originals: {(item is YamlValue.Text wrong ? $"\"{wrong.Value}\"" : "a list in the list")} is not an address on the web: write - https://… or - url: https://…");
                return null;
        }
    }

    /// <summary>A file that begins with a heading has its title there.</summary>
    private static (string Title, string Markdown, int Line)? TitleFromBody(string markdown, int line)
    {
        var start = markdown.Length - markdown.TrimStart().Length;
        if (!markdown.AsSpan(start).StartsWith("# ", StringComparison.Ordinal)) return null;
        var end = markdown.IndexOf('\n', start);
        // With its sign, or what begins like a list would be taken for one.
        var title = Markdig.Markdown.ToPlainText(markdown[start..(end < 0 ? markdown.Length : end)]).Trim();
        if (title.Length == 0) return null;
        var rest = end < 0 ? markdown.Length : end + 1;
        return (title, markdown[rest..], line + markdown.AsSpan(0, rest).Count('\n'));
    }

    private static string TitleFromName(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (Dates.FindInFileName(path) is not null) name = name[10..];
        var words = name.Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? "Untitled" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
