using System.Text.RegularExpressions;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Newsroom.Checking;

/// <summary>A text of the desk's, printed: where it links to, and what in it can be linked to.</summary>
internal sealed partial record CheckedText(string File, IReadOnlyList<WrittenAddress> Links, IReadOnlySet<string> Names)
{
    public static CheckedText Of(string file, RenderedPost printed) => new(file, printed.Links,
        new[] { printed.Html, printed.UpdatesHtml, printed.SourcesHtml, printed.SignOffHtml }.OfType<string>()
            .SelectMany(html => Id().Matches(html).Select(match => match.Groups["id"].Value)).ToHashSet(StringComparer.Ordinal));

    /// <summary>Headings, and what was typed with an id, are linked to without what the press sets before their names.</summary>
    public bool Has(string name) => Names.Contains(name) || Names.Contains("to-" + name) || Names.Contains("at-" + name);

    [GeneratedRegex(" id=\"(?<id>[^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
