using NewsDesk.Press.Typesetting;

namespace NewsDesk.Press.Posts;

/// <summary>A voice with a name, a bio and a way of signing off.</summary>
public sealed record Persona
{
    /// <summary>The file's name without its ending, made fit for an address.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Tagline { get; init; }

    /// <summary>At most three letters, for where no image is.</summary>
    public required string Initials { get; init; }

    public string? Image { get; init; }

    /// <summary>A colour as <c>#rrggbb</c>, for light pages.</summary>
    public string? Accent { get; init; }

    /// <summary>A colour as <c>#rrggbb</c>, for dark pages.</summary>
    public string? AccentDark { get; init; }

    /// <summary>What its posts contain when they do not say so themselves.</summary>
    public LanguageLevel Language { get; init; }

    public IReadOnlyList<NamedLink> Links { get; init; } = [];

    /// <summary>How it ends a post, in its own words: a habit for writers to follow, and for readers to smile at.</summary>
    public string? SignOff { get; init; }

    /// <summary>The bio.</summary>
    public string Markdown { get; init; } = "";

    /// <summary>The line of the file on which <see cref="Markdown"/> begins, counted from one.</summary>
    public int MarkdownLine { get; init; } = 1;

    public required string Path { get; init; }

    /// <summary>The same in its clean text; the bio is masked where it is printed.</summary>
    public Persona InClean(WordList words) => this with
    {
        Tagline = Tagline is { } tagline ? words.Mask(tagline) : null,
        SignOff = SignOff is { } signOff ? words.Mask(signOff) : null,
        Links = [.. Links.Select(link => link with { Name = words.Mask(link.Name) })],
    };

    /// <summary>The same with quotes and dashes as the site's language sets them.</summary>
    public Persona Set(QuoteMarks marks) => this with { Tagline = SetLine.OfAny(Tagline, marks), SignOff = SetLine.OfAny(SignOff, marks) };

    /// <summary>Whether a post that says <paramref name="persona"/> means this one: by its id or by its name.</summary>
    public bool IsCalled(string persona) =>
        Id.Equals(persona, StringComparison.OrdinalIgnoreCase) || Name.Equals(persona, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A link and what it is called.</summary>
public sealed record NamedLink(string Name, string Url);

/// <summary>A file read as a persona: null only when the file is empty.</summary>
public sealed record PersonaRead(Persona? Persona, IReadOnlyList<Warning> Warnings)
{
    /// <summary>What should be YAML in it is none, so much may be missing: perhaps it is being typed.</summary>
    public bool IsBroken { get; init; }
}
