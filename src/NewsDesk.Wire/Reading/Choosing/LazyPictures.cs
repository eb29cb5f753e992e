using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>Repairs pictures and players whose address waits in another attribute until a script moves it.</summary>
internal static class LazyPictures
{
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"];

    public static void Repair(IElement picture)
    {
        string? address = null, set = null;
        foreach (var attribute in picture.Attributes)
        {
            if (!attribute.Name.StartsWith("data-", StringComparison.Ordinal) || string.IsNullOrWhiteSpace(attribute.Value)) continue;
            if (attribute.Name.EndsWith("srcset", StringComparison.Ordinal)) set ??= attribute.Value;
            else if (IsAddress(attribute.Name, attribute.Value)) address ??= attribute.Value;
        }

        var shown = picture.GetAttribute("src");
        if (picture.LocalName is "img" or "iframe" && address is not null && (shown is null || IsPlaceholder(shown))) picture.SetAttribute("src", address);
        if (set is not null && !picture.HasAttribute("srcset")) picture.SetAttribute("srcset", set);
    }

    private static bool IsAddress(string name, string value) =>
        !value.Contains(' ') && !value.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && !value.StartsWith('{') &&
        (name is "data-src" or "data-original" or "data-lazy-src" or "data-lazy" or "data-url" or "data-image" or "data-hi-res-src" ||
         Endings.Any(ending => value.Contains(ending, StringComparison.OrdinalIgnoreCase)) && (value.StartsWith("http", StringComparison.OrdinalIgnoreCase) || value.StartsWith('/')) || name.EndsWith("-src", StringComparison.Ordinal) && value.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    private static bool IsPlaceholder(string address) =>
        address.Length == 0 || address.StartsWith("about:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || address.Contains("placeholder", StringComparison.OrdinalIgnoreCase) ||
        address.Contains("blank.", StringComparison.OrdinalIgnoreCase) || address.Contains("spacer", StringComparison.OrdinalIgnoreCase) || address.Contains("lazy", StringComparison.OrdinalIgnoreCase);
}
