using System.Buffers;
using System.Globalization;

namespace NewsDesk.Markup.Cleaning;

/// <summary>Answers what may be written of an attribute's value, or null when the attribute is to go.</summary>
internal delegate string? AttributeValue(string value, CleanContext context);

/// <summary>The kinds of attribute values, each checked in its own way.</summary>
internal static class Values
{
    /// <summary>In characters: no title, label or caption is longer; what is carries something else.</summary>
    private const int MaxText = 4_000;

    private const int MaxId = 200;
    private const int MaxClasses = 16;

    private static readonly SearchValues<char> Space = SearchValues.Create(" \t\n\f\r");
    private static readonly SearchValues<char> LetterDigitHyphen =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    private static readonly SearchValues<char> MomentCharacters = SearchValues.Create("0123456789-+:.,TZPWDHMSYtz /");
    private static readonly SearchValues<char> MediaTypeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+./;=\"', _");

    public static string? Text(string value, CleanContext context) => value.Length <= MaxText ? value : null;

    public static string? Switch(string value, CleanContext context) => "";

    public static string? Language(string value, CleanContext context) => Made(value, LetterDigitHyphen, 35);

    public static string? Moment(string value, CleanContext context) => Made(value, MomentCharacters, 64);

    public static string? MediaType(string value, CleanContext context) => Made(value, MediaTypeCharacters, 128);

    public static string? Direction(string value, CleanContext context) => OneOf(value, "ltr", "rtl", "auto");

    public static string? Align(string value, CleanContext context) => OneOf(value, "left", "right", "center", "justify");

    public static string? VerticalAlign(string value, CleanContext context) => OneOf(value, "top", "middle", "bottom", "baseline");

    public static string? Scope(string value, CleanContext context) => OneOf(value, "row", "col", "rowgroup", "colgroup");

    /// <summary>The one attribute whose case matters: <c>a</c> and <c>A</c> are two ways to count.</summary>
    public static string? Marker(string value, CleanContext context) =>
        value is "1" or "a" or "A" or "i" or "I" ? value : OneOf(value, "disc", "circle", "square");

    /// <summary>A count or a length in pixels: browsers read 640px as 640, so it is written so.</summary>
    public static string? Number(string value, CleanContext context)
    {
        var digits = value.AsSpan().Trim();
        if (digits.EndsWith("px", StringComparison.OrdinalIgnoreCase)) digits = digits[..^2];
        return digits.Length is > 0 and <= 6 && !digits.ContainsAnyExceptInRange('0', '9') ? digits.ToString() : null;
    }

    public static string? Integer(string value, CleanContext context) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    public static string? Decimal(string value, CleanContext context) =>
        value.Length <= 32 && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? value
            : null;

    public static string? Address(string value, CleanContext context) => context.Addresses.Web(value);

    public static string? Picture(string value, CleanContext context) => context.Addresses.Picture(value);

    public static string? PictureSet(string value, CleanContext context) => Srcset.Clean(value, context.Addresses);

    public static string? Id(string value, CleanContext context)
    {
        var id = value.AsSpan().Trim();
        return id.Length is > 0 and <= MaxId && !id.ContainsAny(Space) ? context.Rules.SafeId(SafeText.Plain(id.ToString())) : null;
    }

    public static string? IdList(string value, CleanContext context)
    {
        var ids = Words(value).Select(id => Id(id, context)).OfType<string>().ToList();
        return ids.Count > 0 ? string.Join(' ', ids) : null;
    }

    public static string? Classes(string value, CleanContext context)
    {
        List<string>? known = null;
        foreach (var name in Words(value))
        {
            if (context.Rules.AllowsClass(name) && known?.Contains(name) != true) (known ??= []).Add(name);
        }

        return known is null ? null : string.Join(' ', known);
    }

    public static string? Role(string value, CleanContext context) => context.Rules.Roles.Contains(value) ? value : null;

    private static IEnumerable<string> Words(string value) =>
        value.Length <= MaxText ? value.Split((char[])[' ', '\t', '\n', '\f', '\r'], StringSplitOptions.RemoveEmptyEntries).Take(MaxClasses) : [];

    private static string? Made(string value, SearchValues<char> of, int longest) =>
        value.Length > 0 && value.Length <= longest && !value.AsSpan().ContainsAnyExcept(of) ? value : null;

    private static string? OneOf(string value, params ReadOnlySpan<string> allowed)
    {
        foreach (var one in allowed)
        {
            if (value.Equals(one, StringComparison.OrdinalIgnoreCase)) return one;
        }

        return null;
    }
}
