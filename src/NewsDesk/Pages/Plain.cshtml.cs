using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Pages;

/// <summary>A page of the desk's own, from <c>content/pages</c>.</summary>
[Shows]
public sealed class PlainModel(Masthead masthead, ReadingLanguage reading) : PageModel
{
    public StaticPage Text { get; private set; } = null!;

    public string Html => PostHtml.RenderMarkdown(Text.Markdown, masthead.Paper, reading.IsClean);

    public IActionResult OnGet(string slug)
    {
        if (!masthead.Pages.TryGetValue(slug, out var page)) return NotFound();
        Text = reading.IsClean
            ? page with { Title = masthead.Words.Mask(page.Title), Summary = page.Summary is { } summary ? masthead.Words.Mask(summary) : null }
            : page;
        return Page();
    }
}
