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
public sealed class PersonaModel(PostLists lists, Masthead masthead, ReadingLanguage reading) : PageModel
{
    public Persona Persona { get; private set; } = null!;

    public string Bio => PostHtml.RenderMarkdown(Persona.Markdown, masthead.Paper, reading.IsClean);

    public PostList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, Place? at, CancellationToken cancel)
    {
        if (masthead.FindPersona(id) is not { } persona) return NotFound();
        if (id != persona.Id) return RedirectPermanent(Address.Onwards(Request, Address.OfPersona(persona.Id)));
        Persona = reading.IsClean ? persona.InClean(masthead.Words) : persona;
        List = await lists.ListAsync(new() { Persona = id }, at, Address.OfPersona(id), cancel);
        return Page();
    }
}
