using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace NewsDesk.Pages;

/// <summary>Which of the two texts this reader wants: what the address says goes before what the cookie remembers.</summary>
public sealed record ReadingLanguage(bool IsClean)
{
    private const string Name = "language";

    public static ReadingLanguage Of(HttpRequest request) =>
        new(((string?)request.Query[Name] ?? request.Cookies[Name]) == "clean");

    /// <summary><c>POST /language</c>: remembers the choice and goes back to the page where it was made.</summary>
    public static async Task<IResult> ChooseAsync(HttpRequest request, HttpResponse response, CancellationToken cancel)
    {
        if (!request.HasFormContentType) return Results.BadRequest();
        var form = await request.ReadFormAsync(cancel);
        response.Cookies.Append(Name, form[Name] == "clean" ? "clean" : "strong", new()
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = request.IsHttps,
            IsEssential = true,
        });
        var back = (string?)form["back"];
        response.Headers.Location = RedirectHttpResult.IsLocalUrl(back) && Ascii.IsValid(back) ? back : "/";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
