using System.Globalization;
using System.Text;

namespace NewsDesk.Press.Posts;

/// <summary>Writes a post as the file that <see cref="PostFile"/> reads.</summary>
public static class PostFileText
{
    private const string SpecialFirst = "!&*-?:,[]{}#|>@`\"'%=~<";

    public static string Write(Post post, bool withSlug)
    {
        var text = new StringBuilder("---\n");
        Line(text, "title", post.Title);
        text.Append(CultureInfo.InvariantCulture, $"date: {post.Date.UtcDateTime:yyyy-MM-dd HH:mm}\n");
        if (withSlug) Line(text, "slug", post.Slug);
        Line(text, "persona", post.Persona);
        Line(text, "kind", post.Kind);
        if (post.Tags.Count > 0) text.Append("tags: [").AppendJoin(", ", post.Tags.Select(tag => Scalar(tag, inList: true))).Append("]\n");
        if (post.LanguageIsStated) Line(text, "language", post.Language.ToString().ToLowerInvariant());
        if (post.Originals.Count > 0) text.Append("originals:\n");
        foreach (var original in post.Originals)
        {
            text.Append("  - url: ").Append(Scalar(original.Url)).Append('\n');
            Line(text, "    title", original.Title);
            Line(text, "    publisher", original.Publisher);
            Line(text, "    author", original.Author);
            if (original.Published is { } published) text.Append(CultureInfo.InvariantCulture, $"    published: {published.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}Z\n");
        }

        if (post.Draft) text.Append("draft: true\n");
        return text.Append("---\n").Append(post.Markdown).ToString();
    }

    private static void Line(StringBuilder text, string key, string? value)
    {
        if (value is { Length: > 0 }) text.Append(key).Append(": ").Append(Scalar(value)).Append('\n');
    }

    /// <summary>Words as they are where YAML would read them so, else in double quotes.</summary>
    private static string Scalar(string value, bool inList = false)
    {
        var isPlain = value.Length > 0 && value == value.Trim() && !SpecialFirst.Contains(value[0], StringComparison.Ordinal)
            && !value.Contains(": ", StringComparison.Ordinal) && !value.EndsWith(':') && !value.Contains(" #", StringComparison.Ordinal)
            && !value.Any(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF' || char.IsSurrogate(letter))
            && (!inList || value.IndexOfAny([',', '[', ']', '{', '}']) < 0)
            && value.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "...");
        return isPlain ? value : Quoted(value);
    }

    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"", value.Length + 8);
        foreach (var letter in value)
        {
            if (letter is '"' or '\\') quoted.Append('\\').Append(letter);
            else if (char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\uFEFF') quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
            else quoted.Append(letter);
        }

        return quoted.Append('"').ToString();
    }
}
