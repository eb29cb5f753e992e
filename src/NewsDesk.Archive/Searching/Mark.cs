using System.Globalization;

namespace NewsDesk.Archive.Searching;

/// <summary>The made-up words of the index; their first letter is no letter, so nothing that was typed can be one of them.</summary>
internal static class Mark
{
    /// <summary>Stands between title and text, so that no phrase reaches across.</summary>
    public const string Gap = "¦";

    public static string InTitle(string word) => "¶" + word;

    public static string Source(long id) => string.Create(CultureInfo.InvariantCulture, $"§s{id}");

    /// <summary>Without its region; of what is no tag of a language, a mark that no entry has.</summary>
    public static string Language(string tag) => "§l" + LanguageTag.Primary(tag);

    public static string Month(DateTimeOffset time) => "§m" + time.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture);

    /// <summary>The block of 2^<paramref name="bits"/> neighbouring rows that a row lies in.</summary>
    public static string Block(int bits, long id) => string.Create(CultureInfo.InvariantCulture, $"§b{bits}x{id >> bits}");
}
