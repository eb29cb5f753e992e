namespace NewsDesk.Press.Posts;

/// <summary>A piece of ours, as its file says it: what the front matter holds, and the Markdown after it.</summary>
public sealed record Post
{
    /// <summary>The post's part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    /// <summary>When it appears; in the future means that it is scheduled.</summary>
    public required DateTimeOffset Date { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>The persona's file name without its ending, or its name, as the writer wrote it.</summary>
    public string? Persona { get; init; }

    public string? Kind { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Plain text.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<Original> Originals { get; init; } = [];

    /// <summary>What the writer says that the post contains; clean when the file says nothing.</summary>
    public LanguageLevel Language { get; init; }

    /// <summary>Whether the file names its language level itself; otherwise the persona's own level counts.</summary>
    public bool LanguageIsStated { get; init; }

    public bool Draft { get; init; }

    public LeadImage? Image { get; init; }

    /// <summary>Former slugs and former paths, without the slashes around them, whose addresses lead here.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public string? License { get; init; }

    public bool Comments { get; init; } = true;

    /// <summary>The body without the front matter, line ends as <c>\n</c>.</summary>
    public string Markdown { get; init; } = "";

    /// <summary>The line of the file on which <see cref="Markdown"/> begins, counted from one.</summary>
    public int MarkdownLine { get; init; } = 1;

    public required string Path { get; init; }
}

/// <summary>An article that a post answers, with what the writer says about it.</summary>
public sealed record Original
{
    public required string Url { get; init; }

    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    public DateTimeOffset? Published { get; init; }

    public string? Quote { get; init; }
}

/// <summary>The picture that stands at the head of a post, in lists and where it is shared.</summary>
/// <param name="Url">On this site as <c>/media/…</c>, or elsewhere.</param>
/// <param name="Alt">What is seen in it, for those who do not see it.</param>
/// <param name="Line">Where the file names it.</param>
public sealed record LeadImage(string Url, string? Alt, string? Caption, int Line);

/// <summary>How a text speaks, from what everybody may read to what not everybody wants to.</summary>
public enum LanguageLevel
{
    Clean,
    Mild,
    Strong,
}

/// <summary>Something wrong in a file, and what to write instead.</summary>
public sealed record Warning(string File, int Line, string Message)
{
    /// <summary>On one line, though what it quotes may have several.</summary>
    public string Message { get; init; } = SourceText.OneLine(Message);

    /// <summary>Readers miss something by it: the file cannot be read as meant, or what it shows is not there.</summary>
    public bool IsError { get; init; }
}

/// <summary>A file read as a post: the post is null only when there is nothing to show.</summary>
public sealed record PostRead(Post? Post, IReadOnlyList<Warning> Warnings)
{
    /// <summary>What should be YAML in it is none, so much may be missing: perhaps it is being typed.</summary>
    public bool IsBroken { get; init; }
}
