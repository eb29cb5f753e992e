using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Archive;
using NewsDesk.Newsroom;
using NewsDesk.Pages.Keeping;
using NewsDesk.Press.Posts;
using NewsDesk.Press.Rendering;

namespace NewsDesk.Pages;

/// <summary>One voice of the paper and what it has said.</summary>
[Shows(Subject.Posts, By = ["at"])]
public sealed class PersonaModel(Posts posts, Masthead masthead, ReadingLanguage reading, TimeProvider clock) : PageModel
{
    private const int PostsShown = 20;

    public Persona Persona { get; private set; } = null!;

    public string Bio => PostHtml.RenderMarkdown(Persona.Markdown, reading.IsClean ? masthead.Words : null);

    public IReadOnlyList<Teaser> Lines { get; private set; } = [];

    public Pager Pager { get; private set; } = new(null, null);

    public async Task<IActionResult> OnGetAsync(string id, Place? at, CancellationToken cancel)
    {
        if (masthead.FindPersona(id) is not { } persona) return NotFound();
        if (id != persona.Id) return RedirectPermanent(Address.OfPersona(persona.Id));
        Persona = reading.IsClean ? persona.InClean(masthead.Words) : persona;
        var slice = await posts.ListNewestAsync(at, PostsShown, new() { Persona = id }, clock.GetUtcNow(), cancel);
        Lines = slice.Items.Select(post => Teaser.Of(post, masthead, reading)).ToList();
        Pager = Pager.Of(slice, Address.OfPersona(id));
        return Page();
    }
}
