using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Blocks;

/// <summary>Elements that a page's visitor does not see.</summary>
internal static class Concealed
{
    public static bool IsConcealed(IElement element)
    {
        if (element.LocalName == "noscript") return true;
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            switch (attributes[i])
            {
                case { Name: "hidden" }:
                case { Name: "style", Value: { Length: > 10 and < 2000 } style } when HidesItself(style):
                case { Name: "aria-hidden", Value: "true" } when element.LocalName is "span" or "i" && element.ChildElementCount == 0:
                    return true;
            }
        }

        return false;
    }

    private static bool HidesItself(string style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        if (at >= 0 && style.AsSpan(at + 7).TrimStart().TrimStart(':').TrimStart().StartsWith("none", StringComparison.OrdinalIgnoreCase)) return true;
        at = style.IndexOf("visibility", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + 10).TrimStart().TrimStart(':').TrimStart().StartsWith("hidden", StringComparison.OrdinalIgnoreCase);
    }
}
