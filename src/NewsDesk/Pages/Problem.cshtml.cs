using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsDesk.Pages;

/// <summary>What a reader sees instead of a page: what happened and where to go, in the desk's voice, without a word of the machine's.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ProblemModel : PageModel
{
    public int Status { get; private set; }

    public string Title => Status switch
    {
        404 => "We have no such page",
        400 => "We did not understand that",
        405 => "That is not how one asks",
        _ => "The presses have jammed",
    };

    public string Explanation => Status switch
    {
        404 => "Either it never existed, or legal got to it before you did. The address may be misspelt; the front page is not.",
        400 => "The request was garbled on its way to us. Going back and trying once more often helps, in computing as in journalism.",
        405 => "This address only answers to being read.",
        _ => "Something broke on our side, it has been written down, and somebody will be sarcastic about it shortly. Please try again in a minute.",
    };

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        Status = status is >= 400 and < 600 ? status : 404;
        Response.StatusCode = Status;
    }
}
