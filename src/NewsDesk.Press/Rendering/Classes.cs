using System.Collections.Frozen;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using NewsDesk.Markup;
using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering;

/// <summary>The classes that may stand in a post: those that writers may give, and those that the press gives itself.</summary>
internal static class Classes
{
    /// <summary>What writers may put in braces, as in <c>{.wide}</c>.</summary>
    public static readonly FrozenSet<string> ForWriters =
        FrozenSet.Create(StringComparer.Ordinal, "center", "lead", "left", "quiet", "right", "small", "wide");

    /// <summary>What the parser gives to lists.</summary>
    private static readonly FrozenSet<string> GivenInParsing =
        FrozenSet.Create(StringComparer.Ordinal, "contains-task-list", "moments", "task-list-item");

    /// <summary>Everything that the press writes, for the cleaner to let pass.</summary>
    public static readonly FrozenSet<string> All = FrozenSet.Create(StringComparer.Ordinal,
    [
        .. ForWriters,
        "aside", "aside-title", "cite", "contains-task-list", "domain", "footnote-back-ref", "footnote-ref", "footnotes", "moments", "original-card",
        "original-excerpt", "original-meta", "original-more", "original-note", "original-publisher", "original-title", "originals", "publisher", "pull",
        "signoff", "sources", "spoiler", "story-coverage", "task", "task-list-item", "update", "update-label", "updates", "video", "video-place",
        "video-still", "video-title",
    ]);

    /// <summary>
    /// What the cleaner lets pass in a post. Editors choose their links, so nothing is said against them. Ids that they type get a name that the page has not.
    /// </summary>
    public static readonly CleanRules Rules = CleanRules.Post with
    {
        Classes = CleanRules.Post.Classes.Concat(All).ToFrozenSet(StringComparer.Ordinal),
        LinkRel = "",
        IdPrefix = "at-",
        OwnIds = ["to-", "fn:", "fnref:", "source-", "update-"],
    };

    /// <summary>Takes away everything but classes that are known; scripts and styles arrive in braces as well as in tags.</summary>
    public static void Limit(MarkdownObject node, HtmlAttributes attributes, Printing printing)
    {
        if (attributes.Properties is { Count: > 0 } properties)
        {
            printing.Warn(node.Line, $"{{{properties[0].Key}=…}} is left out: in braces stand only classes, {List}");
            attributes.Properties = null;
        }

        if (attributes.Id is { } id)
        {
            printing.Warn(node.Line, $"{{#{id}}} is left out: in braces stand only classes, {List}; headings are linked to by their words, as in [there](#a-heading)");
            attributes.Id = null;
        }

        for (var i = (attributes.Classes?.Count ?? 0) - 1; i >= 0; i--)
        {
            var name = attributes.Classes![i];
            if (ForWriters.Contains(name) || GivenInParsing.Contains(name) || CleanRules.IsLanguageClass(name))
            {
                if (attributes.Classes.IndexOf(name) < i) attributes.Classes.RemoveAt(i);
                continue;
            }

            printing.Warn(node.Line, $"{{.{name}}} is not a class that is known here: " + Advice(name));
            attributes.Classes.RemoveAt(i);
        }
    }

    /// <summary>What to write instead of a class that is not for writers.</summary>
    public static string Advice(string name) => Nearest.Find(name, ForWriters) is { } near ? $"did you mean {{.{near}}}?" : $"known are {List}";

    private static string List => string.Join(", ", ForWriters.Order(StringComparer.Ordinal).Select(name => $"{{.{name}}}"));
}
