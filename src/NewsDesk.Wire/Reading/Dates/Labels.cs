namespace NewsDesk.Wire.Reading.Dates;

/// <summary>The words that stand before a date and say what happened on it.</summary>
internal static class Labels
{
    private static readonly string[] Updated =
        ["updat", "modif", "revis", "reviewed", "aktualisiert", "geändert", "stand:", "mis à jour", "mise à jour", "actualizado", "aggiornato", "atualizado", "bijgewerkt", "uppdaterad", "opdateret", "oppdatert"];

    private static readonly string[] Published =
        ["publish", "posted", "written", "veröffentlicht", "erstellt", "publié", "publicado", "pubblicato", "gepubliceerd", "geplaatst", "publicerad", "opublikowano", "date:", "first aired"];

    private static readonly string[] First = ["originally published", "first published", "originally posted", "erstmals veröffentlicht", "zuerst veröffentlicht", "publié pour la première fois", "publicado originalmente"];

    public static bool IsUpdate(ReadOnlySpan<char> text) => ContainsAny(text, Updated);

    public static bool IsPublished(ReadOnlySpan<char> text) => ContainsAny(text, Published);

    /// <summary>Of several dates, the one that the page says came first.</summary>
    public static bool IsFirst(ReadOnlySpan<char> text) => ContainsAny(text, First);

    private static bool ContainsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
