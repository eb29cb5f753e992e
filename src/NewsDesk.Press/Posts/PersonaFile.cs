using System.Globalization;

namespace NewsDesk.Press.Posts;

/// <summary>Reads <c>content/personas/NAME.md</c>.</summary>
public static class PersonaFile
{
    public static PersonaRead Parse(string text, string path)
    {
        var file = FrontMatter.Split(text, path);
        var warnings = new List<Warning>(file.Warnings);
        if (file.Keys.Entries.Count == 0 && string.IsNullOrWhiteSpace(file.Markdown))
        {
            warnings.Add(new(path, 1, "the file is empty: write ---, name: Who it is, --- and then the bio"));
            return new(null, warnings);
        }

        var keys = new KeyReader(file.Keys, path, warnings);
        var fileName = Path.GetFileNameWithoutExtension(path);
        var name = keys.Text("name");
        if (name is null)
        {
            name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(fileName.Replace('-', ' '));
            keys.Warn(1, $"the persona has no name, so it is called \"{name}\": write name: Who it is");
        }

        var accent = Colours.Read(keys, "accent");
        if (accent is not null && !Colours.IsReadableOnLight(accent))
            keys.Warn(keys.LineOf("accent"), $"accent \"{accent}\" is hard to read on light pages, where headings and marks are set in it: choose a darker one");
        var persona = new Persona
        {
            Id = Slug.From(fileName, name),
            Name = name,
            Tagline = keys.Text("tagline"),
            Initials = Initials(keys.Text("initials") ?? name, isGiven: keys.Has("initials")),
            Image = ReadImage(keys, path, warnings),
            Accent = accent,
            AccentDark = Colours.Read(keys, "accentDark") ?? (accent is null ? null : Colours.ForDark(accent)),
            Language = keys.Level("language") ?? LanguageLevel.Clean,
            Links = Links.Read(keys, "links", path, warnings),
            SignOff = keys.Text("signOff"),
            Markdown = file.Markdown,
            MarkdownLine = file.MarkdownLine,
            Path = path,
        };
        keys.WarnOfTheRest();
        return new(persona, warnings) { IsBroken = file.IsBroken };
    }

    private static string? ReadImage(KeyReader keys, string path, List<Warning> warnings)
    {
        if (keys.Text("image") is not { } image) return null;
        if ((image.StartsWith('/') && !image.StartsWith("//", StringComparison.Ordinal)) || WebAddress.Find(image) is not null) return image;
        warnings.Add(new(path, keys.LineOf("image"), $"image \"{image}\" is not an address: write image: /media/{Path.GetFileName(image)}, and put the file into content/media") { IsError = true });
        return null;
    }

    private static string Initials(string text, bool isGiven)
    {
        if (isGiven) return Cut(text);
        var firsts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => char.IsLetterOrDigit(word[0]) && word is not ("the" or "The"))
            .Select(word => StringInfo.GetNextTextElement(word).ToUpperInvariant());
        return Cut(string.Concat(firsts)) is { Length: > 0 } initials ? initials : "?";
    }

    private static string Cut(string text)
    {
        var letters = new StringInfo(text);
        return letters.LengthInTextElements <= 3 ? text : letters.SubstringByTextElements(0, 3);
    }
}
