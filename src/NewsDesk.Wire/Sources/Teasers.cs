using System.Runtime.CompilerServices;
using NewsDesk.Wire.Feeds;

namespace NewsDesk.Wire.Sources;

/// <summary>Tells an article from the beginning of one.</summary>
public static class Teasers
{
    /// <summary>In words: who writes more into a feed has written all of it, unless it breaks off.</summary>
    private const int WholeWords = 150;

    private static readonly string[] Ends = ["…", "...", "[…]", "[...]", "(…)", "(more…)", "read more", "continue reading", "weiterlesen", "lire la suite", "leer más", "lees meer", "read on", "mehr lesen", "more", "»"];

    /// <summary>Whether the item's text is only what should make a reader come: then its page is worth fetching.</summary>
    public static bool IsTeaser(FeedItem item, string text)
    {
        // A message without a headline is as long as it is, and so is what comes with a film or a recording.
        if (item.Title is null || item.Link is null || item.Enclosures.Any(file => file.Type?.StartsWith("image", StringComparison.Ordinal) != true)) return false;
        if (BreaksOff(text)) return true;
        return !HasWords(text, WholeWords);
    }

    private static bool BreaksOff(string text)
    {
        var end = text.TrimEnd(' ', '\n', '\t', '.', '→', '›').AsSpan();
        if (text.TrimEnd().EndsWith("...", StringComparison.Ordinal)) return true;
        foreach (var mark in Ends)
        {
            if (end.EndsWith(mark, StringComparison.OrdinalIgnoreCase) && (!char.IsLetter(mark[0]) || mark.Contains(' ', StringComparison.Ordinal) || end.Length == mark.Length)) return true;
        }

        return false;
    }

    /// <summary>Scripts without spaces have about two letters a word.</summary>
    // Every letter of many articles is looked at: compiled for speed at once, and never with the counters that other code is watched with before.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool HasWords(string text, int enough)
    {
        var words = 0;
        var dense = 0;
        var inWord = false;
        foreach (var letter in text)
        {
            if (letter is >= '\u3040' and <= '\u9FFF' or >= '\u0E00' and <= '\u0E7F') dense++;
            var isLetter = char.IsLetterOrDigit(letter);
            if (isLetter && !inWord) words++;
            inWord = isLetter;
            if (words + (dense / 2) >= enough) return true;
        }

        return false;
    }
}
