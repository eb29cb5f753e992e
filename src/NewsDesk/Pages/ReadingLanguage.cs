using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using NewsDesk.Press.Posts;

namespace NewsDesk.Pages;

/// <summary>Which of the two texts this reader wants: what the address says goes before what the cookie remembers.</summary>
public sealed record ReadingLanguage(bool IsClean)
{
    /// <summary>In an address, in a form and in a cookie.</summary>
    public const string Parameter = "language";

    private const string Clean = "clean";

    /// <summary>Plain text that was not printed by the press, as this reader gets to see it.</summary>
    public string Said(string text, WordList words) => IsClean ? words.Mask(text) : text;

    public static ReadingLanguage Of(HttpRequest request) =>
        new((IsByAddress(request) ? (string?)request.Query[Parameter] : Remembered(request)) == Clean);

    /// <summary>Whether the address says it, so that it holds for everyone who follows it.</summary>
    public static bool IsByAddress(HttpRequest request) => request.QueryString.HasValue && request.Query.ContainsKey(Parameter);

    /// <summary>Whether this reader chose it before.</summary>
    public static bool IsByCookie(HttpRequest request) => !IsByAddress(request) && Remembered(request) is not null;

    /// <summary><c>POST /language</c>: remembers the choice and goes back to the page where it was made.</summary>
    public static async Task<IResult> ChooseAsync(HttpRequest request, HttpResponse response, CancellationToken cancel)
    {
        if (!request.HasFormContentType) return Results.BadRequest();
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancel);
        }
        catch (Exception error) when (error is BadHttpRequestException or InvalidDataException)
        {
            // Too large, cut off, or no form after all.
            return Results.StatusCode((error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest);
        }

        response.Cookies.Append(Parameter, form[Parameter] == Clean ? Clean : "strong", new()
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = request.IsHttps,
            IsEssential = true,
        });
        var back = ComesFrom(request) ?? form["back"];
        response.Headers.Location = RedirectHttpResult.IsLocalUrl(back) && Ascii.IsValid(back) ? back : "/";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>
    /// The page with its question, filter and place, as the browser tells it: the page itself is kept for everyone who asks, and does not know how it was asked.
    /// What the address said of the language goes, or it would hold against the choice.
    /// </summary>
    private static string? ComesFrom(HttpRequest request)
    {
        if (!Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) || from.Authority != request.Host.Value) return null;
        var others = QueryHelpers.ParseQuery(from.Query).Where(part => part.Key != Parameter);
        return QueryHelpers.AddQueryString(from.AbsolutePath, others);
    }

    // Most readers have no cookie of ours: they are not worth taking the header apart.
    private static string? Remembered(HttpRequest request) => request.Headers.Cookie.Count == 0 ? null : request.Cookies[Parameter];
}
