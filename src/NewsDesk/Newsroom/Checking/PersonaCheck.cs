using NewsDesk.Press.Posts;

namespace NewsDesk.Newsroom.Checking;

/// <summary>Finds posts in the name of a persona that there is not.</summary>
internal static class PersonaCheck
{
    /// <param name="text">The whole file, in which the line is looked for.</param>
    public static Warning? Find(Post post, string text, Masthead masthead)
    {
        // Where there is no content folder, nobody knows who writes.
        if (masthead == Masthead.Empty || post.Persona is not { } called || masthead.FindPersona(called) is not null) return null;
        var advice = Nearest.Find(called, masthead.Personas.Keys) is { } near ? $"did you mean {near}?"
            : masthead.Personas.Count == 0 ? $"write content/personas/{Slug.From(called)}.md"
            : $"write content/personas/{Slug.From(called)}.md, or one of {string.Join(", ", masthead.Personas.Keys.Order(StringComparer.Ordinal))}";
        return new(post.Path, FileLine.Of(text, "persona:"), $"there is no persona {called}: {advice}") { IsError = true };
    }
}
