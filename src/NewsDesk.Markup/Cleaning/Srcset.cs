using System.Globalization;

namespace NewsDesk.Markup.Cleaning;

/// <summary>A picture's list of sizes, read as the HTML standard reads it and written with absolute addresses.</summary>
internal static class Srcset
{
    /// <summary>A picture in more sizes than this is a trap.</summary>
    private const int MaxCandidates = 40;

    public static string? Clean(string value, Addresses addresses)
    {
        var kept = new List<string>();
        var at = 0;
        while (kept.Count < MaxCandidates)
        {
            while (at < value.Length && (IsSpace(value[at]) || value[at] == ',')) at++;
            if (at == value.Length) break;

            var start = at;
            while (at < value.Length && !IsSpace(value[at])) at++;
            var url = value[start..at];
            var descriptor = "";
            if (url.EndsWith(','))
            {
                url = url.TrimEnd(',');
            }
            else
            {
                start = at;
                while (at < value.Length && value[at] != ',') at++;
                descriptor = value[start..at].Trim();
            }

            // An address that ends or starts with a comma would be read apart the next time.
            if (addresses.Web(url) is { Length: > 0 } safe && !safe.EndsWith(',') && IsDescriptor(descriptor))
                kept.Add(descriptor.Length > 0 ? $"{safe} {descriptor}" : safe);
        }

        return kept.Count > 0 ? string.Join(", ", kept) : null;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\f' or '\r';

    private static bool IsDescriptor(string descriptor) =>
        descriptor.Length == 0
        || (descriptor.Length <= 12 && descriptor[^1] is 'w' or 'x'
            && double.TryParse(descriptor.AsSpan(0, descriptor.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _));
}
