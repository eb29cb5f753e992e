namespace NewsDesk.Archive;

/// <summary>What articles say of their language, <c>en</c> or <c>en-GB</c>, and whatever else the web writes there.</summary>
internal static class LanguageTag
{
    private const int MaxLetters = 8;

    /// <summary>The language without its region, in small letters; empty for what is no tag.</summary>
    public static string Primary(string? tag)
    {
        var letters = 0;
        while (letters < tag?.Length && char.IsAsciiLetter(tag[letters])) letters++;
        return letters is > 1 and <= MaxLetters ? tag![..letters].ToLowerInvariant() : "";
    }
}
