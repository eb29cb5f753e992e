using NewsDesk.Press.Typesetting;

namespace NewsDesk.Press.Posts;

/// <summary>A page that stands outside the days: about, contact, how we work.</summary>
public sealed record StaticPage
{
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; init; }

    public string Markdown { get; init; } = "";

    /// <summary>The line of the file on which <see cref="Markdown"/> begins, counted from one.</summary>
    public int MarkdownLine { get; init; } = 1;

    public required string Path { get; init; }

    /// <summary>The same with quotes and dashes as the site's language sets them.</summary>
    public StaticPage Set(QuoteMarks marks) => this with { Title = SetLine.Of(Title, marks), Summary = SetLine.OfAny(Summary, marks) };
}

/// <summary>A file read as a page: null only when the file is empty.</summary>
public sealed record StaticPageRead(StaticPage? Page, IReadOnlyList<Warning> Warnings)
{
    /// <summary>What should be YAML in it is none, so much may be missing: perhaps it is being typed.</summary>
    public bool IsBroken { get; init; }
}

/// <summary>Reads <c>content/pages/NAME.md</c>: the file's name is the address.</summary>
public static class StaticPageFile
{
    public static StaticPageRead Parse(string text, string path)
    {
        var file = FrontMatter.Split(text, path);
        var warnings = new List<Warning>(file.Warnings);
        if (file.Keys.Entries.Count == 0 && string.IsNullOrWhiteSpace(file.Markdown))
        {
            warnings.Add(new(path, 1, "the file is empty: write ---, title: What it is called, --- and then the text"));
            return new(null, warnings);
        }

        var keys = new KeyReader(file.Keys, path, warnings);
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        var title = keys.Text("title");
        if (title is null)
        {
            title = name.Length == 0 ? "Untitled" : char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');
            keys.Warn(1, $"the page has no title, so it is called \"{title}\": write title: What it is called");
        }

        // A page may be called about or contact, which a post may not; so its address is not held against the reserved words.
        var page = new StaticPage
        {
            Slug = Slug.Plainly(keys.Text("slug") ?? name, title),
            Title = title,
            Summary = keys.Text("summary"),
            Markdown = file.Markdown,
            MarkdownLine = file.MarkdownLine,
            Path = path,
        };
        keys.WarnOfTheRest();
        return new(page, warnings) { IsBroken = file.IsBroken };
    }
}
