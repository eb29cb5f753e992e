using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsDesk.Markup;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Benchmarks.Press;

/// <summary>Prints the examples of the CommonMark specification through the whole press, and names those that come out otherwise, by why.</summary>
public static partial class CommonMarkExamples
{
    private static readonly HtmlParser Parser = new();

    private sealed record Example(string Markdown, string Html);

    /// <param name="file">A JSON list of objects with <c>markdown</c> and <c>html</c>, as the specification's own tools write it.</param>
    public static int Run(string file)
    {
        var examples = JsonSerializer.Deserialize<List<Example>>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
        var byClass = examples.Select((example, at) => (Class: ClassOf(example), Number: at + 1, Example: example)).GroupBy(one => one.Class, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in byClass)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Count(),4}  {group.Key}: {string.Join(' ', group.Select(one => one.Number))}"));
            if (!group.Key.StartsWith('5')) continue;
            foreach (var (_, number, example) in group)
                Console.WriteLine($"--- {number}\n{example.Markdown}\nspec:  {example.Html}\nours:  {PostHtml.RenderMarkdown(example.Markdown)}");
        }

        return 0;
    }

    private static string ClassOf(Example example)
    {
        var ours = PostHtml.RenderMarkdown(example.Markdown);
        if (Tree(ours) == Tree(example.Html)) return "1 the same";
        if (Tree(AsTyped(ours)) == Tree(AsTyped(example.Html))) return "2 the same but for typesetting: quotes, dashes, dots, levels and names of headings, how pictures are loaded";
        if (Tree(AsTyped(ours)) == Tree(AsTyped(Cleaned(example.Html)))) return "3 the same as the cleaner leaves of it";
        if (ours.StartsWith("<figure>", StringComparison.Ordinal) && example.Html.StartsWith("<p><img ", StringComparison.Ordinal)) return "4 a picture with a title, alone in its paragraph: a figure with a caption";
        return "5 otherwise";
    }

    private static string Cleaned(string html) => HtmlCleaner.Clean(html, rules: PostHtml.Rules);

    /// <summary>Takes back what a typesetter does on purpose.</summary>
    private static string AsTyped(string html)
    {
        var typed = html.Replace('“', '"').Replace('”', '"').Replace('‘', '\'').Replace('’', '\'').Replace("—", "---", StringComparison.Ordinal)
            .Replace("–", "--", StringComparison.Ordinal).Replace("…", "...", StringComparison.Ordinal).Replace("«", "<<", StringComparison.Ordinal).Replace("»", ">>", StringComparison.Ordinal)
            .Replace("&quot;", "\"", StringComparison.Ordinal);
        typed = PictureLoading().Replace(typed, "");
        return Headings().Replace(typed, "<${end}h>");
    }

    private static string Tree(string html)
    {
        var document = Parser.ParseDocument("<!DOCTYPE html><body>" + html);
        foreach (var text in document.All.SelectMany(element => element.ChildNodes.OfType<IText>()).Where(text => string.IsNullOrWhiteSpace(text.Data) && text.Data.Contains('\n', StringComparison.Ordinal)).ToList()) text.Remove();
        foreach (var element in document.All)
        {
            foreach (var (name, value) in element.Attributes.Select(one => (one.Name, one.Value)).OrderBy(one => one.Name, StringComparer.Ordinal).ToList())
            {
                element.RemoveAttribute(name);
                element.SetAttribute(name, value);
            }
        }

        return document.Body!.InnerHtml.Trim();
    }

    [GeneratedRegex(" (?:loading=\"lazy\"|decoding=\"async\"|referrerpolicy=\"no-referrer\")", RegexOptions.NonBacktracking)]
    private static partial Regex PictureLoading();

    [GeneratedRegex("<(?<end>/?)h[1-6](?: id=\"[^\"]*\")?>", RegexOptions.None, 1000)]
    private static partial Regex Headings();
}
