using System.Globalization;
using NewsDesk.Press.Posts;

namespace NewsDesk.Pages;

/// <summary>The permanent addresses of what the site shows.</summary>
public static class Address
{
    public static string OfPost(string slug, DateTimeOffset published) =>
        string.Create(CultureInfo.InvariantCulture, $"/{published.UtcDateTime:yyyy}/{published.UtcDateTime:MM}/{slug}");

    /// <summary>The title is there for people: only the number counts.</summary>
    public static string OfArticle(long id, string title) => $"/article/{id}/{Slug.Plainly(title, "untitled")}";

    public static string OfPersona(string id) => $"/persona/{Uri.EscapeDataString(id)}";

    public static string OfTag(string tag) => $"/tag/{Uri.EscapeDataString(tag)}";
}
