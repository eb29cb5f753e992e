using Markdig.Extensions.SmartyPants;

namespace NewsDesk.Press.Rendering.Inlines;

/// <summary>Straight quotes, dots and hyphens as a typesetter sets them, in letters rather than entities.</summary>
internal static class Punctuation
{
    public static SmartyPantOptions Options()
    {
        var options = new SmartyPantOptions();
        foreach (var type in Enum.GetValues<SmartyPantType>()) options.Mapping[type] = Of(type, '\0') is { Length: > 0 } mark ? mark : "";
        options.Mapping[SmartyPantType.DoubleQuote] = "&quot;";
        return options;
    }

    public static string Of(SmartyPantType type, char typed) => type switch
    {
        SmartyPantType.LeftQuote => "‘",
        SmartyPantType.RightQuote => "’",
        SmartyPantType.LeftDoubleQuote => "“",
        SmartyPantType.RightDoubleQuote => "”",
        SmartyPantType.LeftAngleQuote => "«",
        SmartyPantType.RightAngleQuote => "»",
        SmartyPantType.Ellipsis => "…",
        SmartyPantType.Dash2 => "–",
        SmartyPantType.Dash3 => "—",
        SmartyPantType.Quote => "’",
        SmartyPantType.DoubleQuote => "\"",
        _ => typed == '\0' ? "" : typed.ToString(),
    };
}
