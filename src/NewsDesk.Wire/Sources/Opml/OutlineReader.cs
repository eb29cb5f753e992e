using System.Xml.Linq;

namespace NewsDesk.Wire.Sources.Opml;

/// <summary>Reads one outline as a source; what is wrong in it is complained of, and what remains is read.</summary>
internal sealed class OutlineReader(XElement outline, Action<string> complain)
{
    public static bool IsSource(XElement outline) =>
        HasAddress(outline) || outline.Attribute(OpmlNames.Kind) is not null || outline.Attribute(OpmlNames.Path) is not null;

    /// <summary>An outline that says that it is a feed; without an address it does not say where.</summary>
    public static bool SaysFeed(XElement outline) => TypeOf(outline) is "rss" or "atom" or "feed";

    /// <summary>Of an outline that leads somewhere and is no source: what it is, and what to write where a source is meant. Null when it leads nowhere, or is a group.</summary>
    public static string? WhyNoFeed(XElement outline)
    {
        if (outline.HasElements && !SaysFeed(outline)) return null;
        var name = NameOf(outline) is { } written ? $"\"{written}\"" : "an outline";
        // OPML means by a link to a list that the list be included there.
        if (Text(outline, "url") is { } url)
        {
            return TypeOf(outline) == "include" || url.EndsWith(".opml", StringComparison.OrdinalIgnoreCase)
                ? $"{name} includes another list, which is not followed; save that list and take it in with newsdesk sources import"
                : $"{name} is no feed, as its type is \"{Text(outline, "type")}\"; write xmlUrl in place of url if there is a feed, newsdesk:kind=\"page\" if it is a page with a list of links, or take it out";
        }

        return Text(outline, "htmlUrl") is null ? null
            : $"{name} has only its site's address, htmlUrl; add xmlUrl=\"https://…\" with its feed's, which newsdesk sources add finds, or newsdesk:kind=\"page\" to read the page as a list of links";
    }

    public static string? NameOf(XElement outline) => Text(outline, "title") ?? Text(outline, "text");

    /// <summary>The address of the source that an outline is, or null.</summary>
    public static string? UrlOf(XElement outline) => IsSource(outline) ? new OutlineReader(outline, _ => { }).Read(null)?.Url : null;

    public WatchedSource? Read(string? category)
    {
        UnknownWords();
        if (KindOf() is not { } kind) return null;
        if (UrlOf(kind) is not { } url) return null;
        return new WatchedSource
        {
            Kind = kind,
            Url = url,
            Title = NameOf(outline) ?? SourceName.Of(url),
            SiteUrl = Text(outline, "htmlUrl") is { } site && WebUrl(site) is { } valid && valid != url ? valid : null,
            Category = Text(outline, OpmlNames.Category) ?? category ?? StandardCategory(),
            Language = LanguageOf() ?? StandardLanguage(),
            FullText = FullTextOf(),
            Every = EveryOf(),
            Paused = IsPaused(),
            List = kind == SourceKind.Page ? ListOf() : NoList(kind),
        };
    }

    private SourceKind? KindOf()
    {
        var written = Text(outline, OpmlNames.Kind) ?? (outline.Attribute(OpmlNames.Path) is not null ? "folder" : "feed");
        if (Enum.TryParse<SourceKind>(written, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(written[0])) return kind;
        complain($"newsdesk:kind is \"{written}\"; write feed, page, sitemap or folder");
        return null;
    }

    private string? UrlOf(SourceKind kind)
    {
        if (kind == SourceKind.Folder)
        {
            if (Text(outline, OpmlNames.Path) is { } path && FolderPath.Tidy(path) is { } tidy) return WatchedSource.FolderScheme + tidy;
            complain($"newsdesk:path is \"{Text(outline, OpmlNames.Path)}\"; write the path of a folder within the content folder, as inbox or saved/cuttings");
            return null;
        }

        var written = OpmlNames.Addresses.Select(name => Text(outline, name)).FirstOrDefault(address => address is not null);
        if (WatchedSource.HasPassword(written))
        {
            // The address is not told again: the log is read by more people than the list.
            complain($"\"{NameOf(outline) ?? "an outline"}\" has a name or password in its address; {WatchedSource.NoPasswords}");
            return null;
        }

        if (WebUrl(written) is { } url) return url;
        complain(written is null
            ? $"\"{NameOf(outline)}\" has no address; add xmlUrl=\"https://…\""
            : $"\"{written}\" is no web address; write it whole, as https://example.org/feed.xml");
        return null;
    }

    private FullText FullTextOf()
    {
        switch (Text(outline, OpmlNames.FullText)?.ToLowerInvariant())
        {
            case null or "auto":
                return FullText.WhenShort;
            case "always" or "true" or "yes":
                return FullText.Always;
            case "never" or "false" or "no":
                return FullText.Never;
            case var other:
                complain($"newsdesk:full-text is \"{other}\"; write auto, always or never");
                return FullText.WhenShort;
        }
    }

    private string? LanguageOf()
    {
        if (Text(outline, OpmlNames.Language) is not { } written) return null;
        var parts = written.Split('-');
        if (parts[0].Length is 2 or 3 && Array.TrueForAll(parts, part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit))) return written;
        complain($"newsdesk:language is \"{written}\"; write a tag, as en or pt-BR");
        return null;
    }

    private TimeSpan? EveryOf()
    {
        if (Text(outline, OpmlNames.Interval) is not { } written) return null;
        if (Interval.Read(written) is { } every) return every;
        complain($"newsdesk:interval is \"{written}\"; write minutes, hours or days between 5m and 30d, as 30m, 6h or 1d");
        return null;
    }

    private bool IsPaused()
    {
        switch (Text(outline, OpmlNames.Paused)?.ToLowerInvariant())
        {
            case null or "false" or "no":
                return false;
            case "true" or "yes":
                return true;
            case var other:
                complain($"newsdesk:paused is \"{other}\"; write true or false. It is taken as paused");
                return true;
        }
    }

    private ListSelectors ListOf() => new(
        Selector(OpmlNames.Item), Selector(OpmlNames.Link), Selector(OpmlNames.Title), Selector(OpmlNames.Time), Selector(OpmlNames.Summary));

    private ListSelectors NoList(SourceKind kind)
    {
        XName[] selectors = [OpmlNames.Item, OpmlNames.Link, OpmlNames.Title, OpmlNames.Time, OpmlNames.Summary];
        if (selectors.FirstOrDefault(name => Text(outline, name) is not null) is { } useless)
            complain($"newsdesk:{useless.LocalName} is for a page with a list of links, and \"{NameOf(outline)}\" is a {kind.ToString().ToLowerInvariant()}; leave it out, or write newsdesk:kind=\"page\" with the page's address");
        return ListSelectors.None;
    }

    private string? Selector(XName name)
    {
        if (Text(outline, name) is not { } selector) return null;
        if (ListSelectors.IsSelector(selector)) return selector;
        complain($"newsdesk:{name.LocalName} is \"{selector}\", which is no CSS selector; write one, as article.teaser, or leave it out and it is guessed");
        return null;
    }

    private void UnknownWords()
    {
        foreach (var attribute in outline.Attributes().Where(attribute => attribute.Name.Namespace == OpmlNames.Ours && !OpmlNames.All.Contains(attribute.Name)))
            complain($"newsdesk:{attribute.Name.LocalName} is unknown; there are {string.Join(", ", OpmlNames.All.Select(name => name.LocalName))}");
    }

    /// <summary>OPML's own is a list of paths parted by commas: the last name of the first path.</summary>
    private string? StandardCategory() =>
        Text(outline, "category")?.Split(',')[0].Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault();

    private string? StandardLanguage() =>
        Text(outline, "language") is { } language && !language.Equals("unknown", StringComparison.OrdinalIgnoreCase) ? language : null;

    /// <summary>A <c>url</c> is a feed's where the outline says that it is one, or says nothing and is no group.</summary>
    private static bool HasAddress(XElement outline) =>
        Text(outline, "xmlUrl") is not null
        || (Text(outline, "url") is { } url && (SaysFeed(outline) || (TypeOf(outline) is null && !outline.HasElements && !url.EndsWith(".opml", StringComparison.OrdinalIgnoreCase))));

    private static string? TypeOf(XElement outline) => Text(outline, "type")?.ToLowerInvariant();

    private static string? WebUrl(string? text)
    {
        // As some readers write it, who mean http: a site that has https too sends us there.
        if (text?.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) == true) text = text[5..].StartsWith("//", StringComparison.Ordinal) ? "http:" + text[5..] : text[5..];
        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0 ? url.AbsoluteUri : null;
    }

    /// <summary>Other programs write <c>xmlurl</c> too; a word of ours is written as it is, or told as unknown.</summary>
    private static string? Text(XElement outline, XName name) =>
        (outline.Attribute(name) ?? (name.Namespace == OpmlNames.Ours ? null : outline.Attributes().FirstOrDefault(one => one.Name.LocalName.Equals(name.LocalName, StringComparison.OrdinalIgnoreCase) && one.Name.Namespace == name.Namespace)))
            ?.Value.Trim() is { Length: > 0 } value ? value : null;
}
