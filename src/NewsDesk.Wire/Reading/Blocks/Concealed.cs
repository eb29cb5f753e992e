using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Blocks;

/// <summary>Elements that a page's visitor does not see.</summary>
internal static class Concealed
{
    public static bool IsConcealed(IElement element)
    {
        if (element.LocalName == "noscript") return true;
        if (element.HasAttribute("hidden")) return true;
        var style = element.GetAttribute("style");
        if (style is { Length: > 10 and < 2000 } && HidesItself(style)) return true;
        return element.GetAttribute("aria-hidden") == "true" && element.LocalName is "span" or "i" && element.ChildElementCount == 0
               && element.GetAttribute("aria-hidden") == "true";
    }

    private static bool HidesItself(string style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        if (at >= 0 && style.AsSpan(at + 7).TrimStart().TrimStart(':').TrimStart().StartsWith("none", StringComparison.OrdinalIgnoreCase)) return true;
        at = style.IndexOf("visibility", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + 10).TrimStart().TrimStart(':').TrimStart().StartsWith("hidden", StringComparison.OrdinalIgnoreCase);
    }
}
