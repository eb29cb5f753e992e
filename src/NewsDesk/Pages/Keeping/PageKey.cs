using Microsoft.AspNetCore.Http.Extensions;

namespace NewsDesk.Pages.Keeping;

/// <summary>Under which name an answer is kept: its address with only the parts of the query that matter, and the language.</summary>
/// <param name="Query">What of the query the answer may be made from, so that nothing else can get into it.</param>
public sealed record PageKey(string Name, QueryString Query)
{
    /// <summary>Whoever asks for more wants no page of ours.</summary>
    private const int MaxLength = 1000;

    private const string CleanMark = "~";

    /// <summary>A path is decoded here and may hold a question mark; it never holds this.</summary>
    private const string BeforeQuery = "\0";

    /// <summary>Null for an address that is too long to be kept.</summary>
    public static PageKey? Of(HttpRequest request, ShowsAttribute shows)
    {
        var query = new QueryBuilder();
        foreach (var part in shows.By)
        {
            foreach (var value in request.Query[part])
            {
                if (!string.IsNullOrEmpty(value)) query.Add(part, value);
            }
        }

        var name = NameOf(request.Path.Value ?? "/", query.ToQueryString().Value ?? "", shows.InBothLanguages && ReadingLanguage.Of(request).IsClean);
        if (name.Length > MaxLength) return null;
        foreach (var value in request.Query[ReadingLanguage.Parameter]) query.Add(ReadingLanguage.Parameter, value ?? "");
        return new(name, query.ToQueryString());
    }

    /// <summary>The name that most requests have as they come, without a look at what they ask for.</summary>
    public static string Guess(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        var query = request.QueryString.Value ?? "";
        // What else a query says of the language is left to who looks at it closely.
        if (query.Contains(ReadingLanguage.Parameter, StringComparison.Ordinal)) return query == "?language=clean" ? NameOf(path, "", true) : "";
        return NameOf(path, query, request.Headers.Cookie.Count > 0 && ReadingLanguage.Of(request).IsClean);
    }

    private static string NameOf(string path, string query, bool isClean)
    {
        var name = query.Length == 0 ? path : path + BeforeQuery + query;
        return isClean ? CleanMark + name : name;
    }
}
