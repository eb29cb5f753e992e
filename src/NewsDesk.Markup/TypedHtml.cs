using System.Net;
using System.Text;
using NewsDesk.Markup.Bounds;
using NewsDesk.Markup.Cleaning;

namespace NewsDesk.Markup;

/// <summary>What is wrong with HTML that somebody typed between other text.</summary>
public enum TypedTrouble
{
    /// <summary>It would take what follows along: it is to be text.</summary>
    Unended,

    /// <summary>The cleaner takes it out with all that is in it.</summary>
    LeftOut,

    /// <summary>A class that is not for writers.</summary>
    Class,
}

/// <summary>Something wrong in typed HTML, and what is to stand in its place so that the text around it stays whole.</summary>
/// <param name="At">Where in the source, with <paramref name="Length"/> what is to be replaced by <paramref name="Instead"/>.</param>
/// <param name="Name">How it begins, as <c>&lt;title&gt;</c>; the class that is not for writers.</param>
/// <param name="End">What would end it; empty for what has no end, and no place in a text either.</param>
public sealed record TypedFlaw(int At, int Length, string Instead, TypedTrouble Trouble, string Name, string End = "");

/// <summary>
/// HTML that is typed into a text, piece by piece: what a piece begins and does not end must not take along what stands after it. What is
/// dropped, and what a parser makes of a tag, the cleaner and its parser know; here it is only asked for each piece by itself.
/// </summary>
public static class TypedHtml
{
    /// <summary>Each time, all that follows is read again; and whoever types so many has more of them to come.</summary>
    private const int MostUnended = 20;

    /// <summary>Stands behind a piece to see whether it survives: a letter that no text has, and a tag, which must still be one.</summary>
    private const string Follower = "\uE000<wbr>";

    /// <summary>Answers what is wrong with one piece, in its order; <paramref name="classes"/> are those that writers may give.</summary>
    public static IReadOnlyList<TypedFlaw> FindFlaws(string html, CleanRules rules, IReadOnlySet<string> classes)
    {
        var flaws = new List<TypedFlaw>();
        var reader = new TagReader(html);
        var isHarmless = true;
        while (reader.Next(int.MaxValue))
        {
            isHarmless &= reader.IsEnded && !ElementTable.TakesItsContent(reader.Name);
            if (FindUnended(html, ref reader, rules, flaws) is { } unended)
            {
                flaws.Add(unended);
                if (flaws.Count(flaw => flaw.Trouble == TypedTrouble.Unended) > MostUnended) return AllAsText(html, unended);
            }
            else if (reader.Kind == TokenKind.StartTag && FindClass(html, reader, classes) is { } stranger)
            {
                flaws.Add(stranger);
            }
        }

        // Of plain tags none takes anything along, and most pieces have no others.
        return isHarmless || KeepsWhatFollows(Mended(html, flaws), rules) ? flaws : AllAsText(html, flaws.Find(flaw => flaw.Trouble == TypedTrouble.Unended));
    }

    /// <summary>Whether a piece begins with a tag that takes nothing along, as most do.</summary>
    public static bool BeginsPlainly(string html)
    {
        var reader = new TagReader(html);
        return reader.Next(int.MaxValue) && reader is { Start: 0, IsEnded: true, Kind: TokenKind.StartTag or TokenKind.EndTag } && !ElementTable.TakesItsContent(reader.Name);
    }

    /// <summary>Whether HTML has an element of this name, whatever becomes of it here.</summary>
    public static bool IsElement(ReadOnlySpan<char> name) => ElementTable.IsKnown(name);

    /// <summary>The source with each flaw replaced.</summary>
    public static string Mended(string html, IReadOnlyList<TypedFlaw> flaws)
    {
        if (flaws.Count == 0) return html;
        var mended = new StringBuilder(html.Length);
        var at = 0;
        foreach (var flaw in flaws)
        {
            mended.Append(html, at, flaw.At - at).Append(flaw.Instead);
            at = flaw.At + flaw.Length;
        }

        return mended.Append(html, at, html.Length - at).ToString();
    }

    /// <summary>Looks at what the reader has just read, and sends it on behind what it may pass over.</summary>
    private static TypedFlaw? FindUnended(string html, ref TagReader reader, CleanRules rules, List<TypedFlaw> flaws)
    {
        var start = reader.Start;
        if (!reader.IsEnded)
        {
            reader.At = start + 1;
            return IsComment(html, start) ? AsText(start, "<!--", "-->") : AsText(start, Beginning(html, start), ">");
        }

        if (reader.Kind == TokenKind.Comment && !IsComment(html, start)) return AsText(start, Beginning(html, start) + ">", "");
        if (reader.Kind != TokenKind.StartTag || !ElementTable.TakesItsContent(reader.Name)) return null;
        var name = reader.Name.ToString();
        var end = TagNames.IndexOfEnd(html, reader.At, name);
        if (end < 0)
        {
            if (TagNames.KindOf(name) != TagKind.Light) return AsText(start, $"<{name}>", $"</{name}>");
            // Of those without an end something may become: the box of a task, a video.
            return HtmlCleaner.Clean(html[start..reader.At], rules: rules).Length > 0 ? null : AsText(start, $"<{name}>", "");
        }

        reader.At = end;
        reader.Next(int.MaxValue);
        if (HtmlCleaner.Clean(html[start..reader.At], rules: rules).Length == 0) flaws.Add(new(start, 0, "", TypedTrouble.LeftOut, $"<{name}>"));
        return null;
    }

    private static TypedFlaw? FindClass(string html, TagReader reader, IReadOnlySet<string> classes)
    {
        if (reader.FindValue("class") is not { } value) return null;
        var (at, length) = value.GetOffsetAndLength(html.Length);
        var names = WebUtility.HtmlDecode(html.Substring(at, length)).Split((char[])[' ', '\t', '\n', '\f', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var stranger = names.FirstOrDefault(name => !IsAllowed(name));
        return stranger is null ? null : new(at, length, string.Join(' ', names.Where(IsAllowed)), TypedTrouble.Class, stranger);

        bool IsAllowed(string name) => classes.Contains(name) || CleanRules.IsLanguageClass(name);
    }

    private static bool KeepsWhatFollows(string html, CleanRules rules) =>
        HtmlCleaner.Clean(html.Replace(Follower[0], ' ') + Follower, rules: rules).Contains(Follower, StringComparison.Ordinal);

    private static bool IsComment(string html, int start) => html.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal);

    /// <summary>As <c>&lt;div</c> or <c>&lt;!DOCTYPE</c>.</summary>
    private static string Beginning(string html, int start)
    {
        var length = html.AsSpan(start).IndexOfAny(" \t\n/>");
        return length < 0 ? html[start..] : html.Substring(start, length);
    }

    private static TypedFlaw AsText(int at, string name, string end) => new(at, 1, "&lt;", TypedTrouble.Unended, name, end);

    /// <summary>When tag by tag does not help, nothing of the piece is a tag.</summary>
    private static List<TypedFlaw> AllAsText(string html, TypedFlaw? first)
    {
        var all = new List<TypedFlaw>();
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
            all.Add(AsText(at, first?.Name ?? "this HTML", first?.End ?? "an end tag for each start tag"));
        return all;
    }
}
