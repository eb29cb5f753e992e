using NewsDesk.Press.Posts;

namespace NewsDesk.Newsroom.Checking;

/// <summary>Finds posts in the name of a persona that there is not.</summary>
internal static class PersonaCheck
{
    /// <param name="text">The whole file, in which the line is looked for.</param>
    public static Warning? Find(Post post, string text, Masthead masthead)
    {
        if (post.Persona is not { } called || masthead.FindPersona(called) is not null) return null;
        var advice = Nearest.Find(called, masthead.Personas.Keys) is { } near ? $"did you mean {near}?"
            : masthead.Personas.Count == 0 ? $"write content/personas/{Slug.From(called)}.md"
            : $"write content/personas/{Slug.From(called)}.md, or one of {string.Join(", ", masthead.Personas.Keys.Order(StringComparer.Ordinal))}";
        return new(post.Path, LineOf(text), $"there is no persona {called}: {advice}") { IsError = true };
    }

    private static int LineOf(string text)
    {
        var line = text.Split('\n').Index().FirstOrDefault(one => one.Item.StartsWith("persona:", StringComparison.OrdinalIgnoreCase));
        return line.Item is null ? 1 : line.Index + 1;
    }
}
