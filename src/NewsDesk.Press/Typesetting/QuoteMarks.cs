namespace NewsDesk.Press.Typesetting;

/// <summary>The marks between which a language quotes, and quotes within a quotation.</summary>
public sealed record QuoteMarks(string Open, string Close, string OpenInner, string CloseInner)
{
    /// <summary>Also for the languages that are not named here.</summary>
    public static QuoteMarks English { get; } = new("“", "”", "‘", "’");

    private static readonly QuoteMarks German = new("„", "“", "‚", "‘");
    private static readonly QuoteMarks Polish = new("„", "”", "‚", "’");
    private static readonly QuoteMarks Swedish = new("”", "”", "’", "’");
    private static readonly QuoteMarks Danish = new("»", "«", "›", "‹");
    // The French set a space inside, at which no line may end.
    private static readonly QuoteMarks French = new("«\u00A0", "\u00A0»", "“", "”");
    private static readonly QuoteMarks Swiss = new("«", "»", "‹", "›");
    private static readonly QuoteMarks Spanish = new("«", "»", "“", "”");
    private static readonly QuoteMarks Norwegian = new("«", "»", "‘", "’");
    private static readonly QuoteMarks Russian = new("«", "»", "„", "“");

    /// <param name="language">A BCP 47 tag, as <c>en</c> or <c>de-CH</c>.</param>
    public static QuoteMarks Of(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var parts = language.ToUpperInvariant().Split('-');
        return (parts[0], parts.Length > 1 ? parts[^1] : "") switch
        {
            ("DE" or "FR" or "IT", "CH" or "LI") => Swiss,
            ("PT", "BR") or ("ES", not ("" or "ES")) => English,
            ("DE" or "CS" or "SK" or "SL" or "BG" or "ET" or "LT" or "IS" or "LB" or "KA", _) => German,
            ("PL" or "HU" or "RO" or "HR" or "SR" or "BS", _) => Polish,
            ("SV" or "FI", _) => Swedish,
            ("DA", _) => Danish,
            ("FR", _) => French,
            ("ES" or "IT" or "PT" or "CA" or "EL" or "GL", _) => Spanish,
            ("NB" or "NN" or "NO", _) => Norwegian,
            ("RU" or "UK" or "BE", _) => Russian,
            _ => English,
        };
    }
}
