namespace NewsDesk.Newsroom.Checking;

/// <summary>Finds the line of a file on which something stands.</summary>
internal static class FileLine
{
    /// <summary>The line that begins with <paramref name="words"/>, else the first that holds them behind <paramref name="key"/>; the key's own, or the first, when there is none.</summary>
    public static int Of(string text, string words, string key = "")
    {
        var from = key.Length == 0 ? 0 : Find(text, key, 0);
        var at = from < 0 ? -1 : Find(text, words, from);
        return 1 + text.AsSpan(0, Math.Max(at < 0 ? from : at, 0)).Count('\n');
    }

    private static int Find(string text, string words, int from)
    {
        if (text.AsSpan(from).StartsWith(words, StringComparison.OrdinalIgnoreCase)) return from;
        var start = text.IndexOf("\n" + words, from, StringComparison.OrdinalIgnoreCase);
        return start >= 0 ? start + 1 : text.IndexOf(words, from, StringComparison.OrdinalIgnoreCase);
    }
}
