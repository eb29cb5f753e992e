using Microsoft.AspNetCore.Mvc.RazorPages;
using NewsDesk.Pages.Keeping;

namespace NewsDesk.Pages;

/// <summary>What can be subscribed to, and what that means.</summary>
[Shows]
public sealed class FeedsModel : PageModel;
