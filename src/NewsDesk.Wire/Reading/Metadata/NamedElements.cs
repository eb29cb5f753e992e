using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsDesk.Wire.Reading.Blocks;

namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>Names that a byline's own elements hold: a link to a writer's page, or what is called an author's name.</summary>
internal static partial class NamedElements
{
    /// <summary>In letters.</summary>
    private const int MaxName = 60;

    private const int MaxNodes = 30;

    public static IReadOnlyList<string> In(Block block)
    {
        if (block.Links == 0 && ((block.Box.Own | block.Inline) & Hint.Author) == Hint.None) return [];
        List<string>? names = null;
        foreach (var node in block.Nodes)
        {
            if (node is not IText text || string.IsNullOrWhiteSpace(text.Data) || NameIn(text, block.Box.Element) is not { } name) continue;
            if (IsNotTheWriter(block.Text, name)) continue;
            names ??= [];
            if (!names.Contains(name)) names.Add(name);
        }

        return names is { Count: <= 6 } ? names : [];
    }

    /// <summary>Whether the words before the name say that this person checked, edited or photographed.</summary>
    private static bool IsNotTheWriter(string line, string name)
    {
        var at = line.IndexOf(name, StringComparison.Ordinal);
        return at > 0 && Other().IsMatch(line.AsSpan(Math.Max(0, at - 30), Math.Min(at, 30)));
    }

    private static string? NameIn(IText text, IElement box)
    {
        // The block's own element counts, too, if the name is all that it holds.
        for (var (at, steps) = (text.ParentElement, 0); at is not null && steps < 4; at = at.ParentElement, steps++)
        {
            var isName = at.LocalName == "a" && at.GetAttribute("href") is { } address && Profile().IsMatch(address) || Called().IsMatch(at.ClassName ?? "") || at.GetAttribute("rel") == "author";
            if (isName && TextOf(at) is { Length: > 1 and < MaxName } name && IsLikeName(name)) return name;
            if (at == box) break;
        }

        return null;
    }

    /// <summary>Of a short element: one that holds much is no name, and is not gone through for each of its blocks.</summary>
    private static string TextOf(IElement element)
    {
        var text = new StringBuilder();
        var left = MaxNodes;
        return Gather(element, text, ref left) ? Titles.Squeeze(text.ToString()) : "";
    }

    private static bool Gather(INode node, StringBuilder text, ref int left)
    {
        var children = node.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (--left < 0 || text.Length > MaxName * 2) return false;
            if (children[i] is IText words) text.Append(words.Data, 0, Math.Min(words.Data.Length, MaxName * 3));
            else if (!Gather(children[i], text, ref left)) return false;
        }

        return true;
    }

    private static bool IsLikeName(string name) => PersonNames.LooksLikePerson(name) || !name.Contains(' ', StringComparison.Ordinal) && name.All(letter => char.IsLetter(letter) || letter is '.' or '-' or '_') && char.IsUpper(name[0]);

    [GeneratedRegex(@"(?:review|edit|check|photo|illustrat|translat)\w*\s+by\W*$|editor\W*$", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex Other();

    [GeneratedRegex(@"/(?:author|autor|auteur|by|people|person|contributor|writer|staff|profile|team|reporter|journalist|columnist|our-experts)s?/[^/]+|[?&]author=", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex Profile();

    [GeneratedRegex(@"(?:author|byline|writer|contributor)s?(?:[-_]{1,2}(?:box|info|meta|item))?[-_]*name|meta-item--author|(?:^|\s)the-author(?:\s|$)", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex Called();
}
