using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering.Language;

/// <summary>Compares what a post says of its language with what it says.</summary>
internal static class LanguageCheck
{
    /// <summary>How strong the texts are, and the first word that is so.</summary>
    public static (LanguageLevel Level, string? Word) Strongest(WordList words, params ReadOnlySpan<string?> texts)
    {
        var (level, word) = (LanguageLevel.Clean, (string?)null);
        foreach (var text in texts)
        {
            foreach (var found in words.FindIn(text))
            {
                if (found.Word.Level > level) (level, word) = (found.Word.Level, text!.Substring(found.Start, found.Length));
            }
        }

        return (level, word);
    }

    public static void Warn(Post post, Persona? persona, LanguageLevel found, string? word, Printing printing)
    {
        var stated = post.LanguageIsStated || persona is null ? post.Language : persona.Language;
        if (found <= stated) return;
        var said = post.LanguageIsStated ? $"language says {Name(stated)}" : $"the post counts as {Name(stated)}";
        printing.Warn(1 - post.MarkdownLine, $"{said}, but its words are {Name(found)}, like \"{word}\": write language: {Name(found)}, or say it otherwise");
    }

    private static string Name(LanguageLevel level) => level switch
    {
        LanguageLevel.Strong => "strong",
        LanguageLevel.Mild => "mild",
        _ => "clean",
    };
}
