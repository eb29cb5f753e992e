namespace NewsDesk.Wire.Feeds.Authors;

/// <summary>
/// Takes apart a line that names an author: <c>me@example.org (Jo)</c>, <c>Jo &lt;me@example.org&gt;</c>, or only one of them.
/// </summary>
internal static class AuthorLine
{
    private static readonly char[] Around = [' ', '\t', '\r', '\n', '(', ')', '<', '>', '[', ']', ',', ';', '"'];

    public static FeedAuthor? Parse(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return null;
        line = string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (FindEmail(line) is not { } email) return new FeedAuthor(line);
        var address = line[email];
        var (before, after) = (line[..email.Start].Trim(Around), line[email.End..].Trim(Around));
        if (before.EndsWith("mailto:", StringComparison.OrdinalIgnoreCase)) before = before[..^"mailto:".Length].Trim(Around);
        var name = before.Length > 0 ? before : after;
        return new FeedAuthor(name.Length > 0 ? name : null, address);
    }

    /// <summary>The word around the first @ that has a letter on both sides.</summary>
    private static Range? FindEmail(string line)
    {
        for (var at = line.IndexOf('@', StringComparison.Ordinal); at >= 0; at = line.IndexOf('@', at + 1))
        {
            var (from, to) = (at, at + 1);
            while (from > 0 && IsAddress(line[from - 1])) from--;
            while (to < line.Length && IsAddress(line[to])) to++;
            while (to > at + 1 && line[to - 1] == '.') to--;
            if (from < at && to > at + 3 && line.AsSpan(at + 1, to - at - 1).Contains('.')) return from..to;
        }

        return null;
    }

    private static bool IsAddress(char letter) =>
        char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-' or '+' or '%' or '\'' or '&' or '=';
}
