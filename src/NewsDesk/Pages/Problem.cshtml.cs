using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>What a reader sees instead of a page: what happened and where to go, in the desk's voice, without a word of the machine's.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
[Shows(IsProblem = true)]
public sealed class ProblemModel : PageModel
{
    public int Status { get; private set; }

    public string Title => Status switch
    {
        404 => "We have no such page",
        405 => "That is not how one asks",
        429 => "One at a time",
        503 => "The archive does not answer",
        >= 500 => "The presses have jammed",
        _ => "We did not understand that",
    };

    public string Explanation => Status switch
    {
        404 => "Either it never existed, or legal got to it before you did. The address may be misspelt; the front page is not.",
        405 => "This address only answers to being read.",
        429 => "Our librarian looks things up by hand and has asked to breathe between your questions. In a minute she will be civil again; everything else is open as usual.",
        503 => "Somebody has gone down to the cellar with a torch. What lies on the counter can be read as usual; for this page please come back in a minute.",
        >= 500 => "Something broke on our side, it has been written down, and somebody will be sarcastic about it shortly. Please try again in a minute.",
        _ => "The request was garbled on its way to us. Going back and trying once more often helps, in computing as in journalism.",
    };

    /// <summary>However it was asked: the request that went wrong may have had any method, also one that no handler is named for.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Taken from the address itself: where a form cannot be read, nothing is bound to a parameter.
        Status = int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        Response.StatusCode = Status;
    }
}
