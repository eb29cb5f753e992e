using System.Globalization;

namespace NewsDesk.Press.Posts;

/// <summary>Colours of a persona: only <c>#rgb</c> and <c>#rrggbb</c>, because they end up in a style sheet.</summary>
internal static class Colours
{
    /// <summary>As WCAG 2 wants it of small text.</summary>
    private const double Readable = 4.5;

    /// <summary>What pages are set on; cards on them are a shade nearer to the text.</summary>
    private const string LightPaper = "#fbf7ef", DarkPaper = "#221d19";

    public static string? Read(KeyReader keys, string key)
    {
        if (keys.Text(key) is not { } text) return null;
        if (text is ['#', .. { Length: 3 or 6 } digits] && digits.All(char.IsAsciiHexDigit))
            return digits.Length == 6 ? text.ToLowerInvariant() : $"#{digits[0]}{digits[0]}{digits[1]}{digits[1]}{digits[2]}{digits[2]}".ToLowerInvariant();
        keys.Warn(keys.LineOf(key), $"{key} \"{text}\" is not a colour: write {key}: \"#b3261e\", in quotes because # begins a comment");
        return null;
    }

    /// <summary>The same colour, as much lighter as it must be to be read on dark pages.</summary>
    public static string ForDark(string colour)
    {
        for (var white = 0; ; white += 5)
        {
            var lighter = Mixed(colour, white);
            if (white >= 100 || Contrast(lighter, DarkPaper) >= Readable) return lighter;
        }
    }

    public static bool IsReadableOnLight(string colour) => Contrast(colour, LightPaper) >= Readable;

    private static string Mixed(string colour, int whiteInPerCent) =>
        "#" + string.Concat(Parts(colour).Select(part => (part + ((255 - part) * whiteInPerCent / 100)).ToString("x2", CultureInfo.InvariantCulture)));

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] shares = [0.2126, 0.7152, 0.0722];
        return Parts(colour).Select(part => part / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).Zip(shares, (part, share) => part * share).Sum();
    }

    private static int[] Parts(string colour) =>
        [Part(colour, 1), Part(colour, 3), Part(colour, 5)];

    private static int Part(string colour, int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
