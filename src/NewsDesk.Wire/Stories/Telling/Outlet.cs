namespace NewsDesk.Wire.Stories.Telling;

/// <summary>Who publishes: ten feeds and three hosts of one house are one outlet.</summary>
public static class Outlet
{
    /// <summary>What tells two outlets apart: the registered part of the host, else the publisher's name, else the article itself.</summary>
    public static string KeyOf(StoryArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (HostOf(article.Url) is { } host) return Registered(host);
        return article.Publisher is { Length: > 0 } publisher ? publisher.ToLowerInvariant() : "#" + article.Id;
    }

    /// <summary>What people call it.</summary>
    public static string NameOf(StoryArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Publisher is { Length: > 0 } publisher ? publisher : HostOf(article.Url) ?? "An unnamed page";
    }

    private static string? HostOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        var host = uri.IdnHost.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    /// <summary>The last two labels, or three where the second is one of a country's classes, as in example.co.uk.</summary>
    private static string Registered(string host)
    {
        var labels = host.Split('.');
        if (labels.Length <= 2 || char.IsAsciiDigit(labels[^1][0])) return host;
        var kept = labels[^1].Length == 2 && labels[^2].Length <= 3 ? 3 : 2;
        return string.Join('.', labels[^Math.Min(kept, labels.Length)..]);
    }
}
