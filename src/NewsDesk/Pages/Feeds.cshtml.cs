using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsDesk.Pages;

/// <summary>What can be subscribed to, and what that means.</summary>
public sealed class FeedsModel : PageModel;
