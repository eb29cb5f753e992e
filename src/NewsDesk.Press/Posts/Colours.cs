namespace NewsDesk.Press.Posts;

/// <summary>Colours of a persona: only <c>#rgb</c> and <c>#rrggbb</c>, because they end up in a style sheet.</summary>
internal static class Colours
{
    public static string? Read(KeyReader keys, string key)
    {
        if (keys.Text(key) is not { } text) return null;
        if (text is ['#', .. { Length: 3 or 6 } digits] && digits.All(char.IsAsciiHexDigit))
            return digits.Length == 6 ? text.ToLowerInvariant() : $"#{digits[0]}{digits[0]}{digits[1]}{digits[1]}{digits[2]}{digits[2]}".ToLowerInvariant();
        keys.Warn(keys.LineOf(key), $"{key} \"{text}\" is not a colour: write {key}: \"#b3261e\", in quotes because # begins a comment");
        return null;
    }
}
