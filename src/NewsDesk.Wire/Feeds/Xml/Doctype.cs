namespace NewsDesk.Wire.Feeds.Xml;

/// <summary>
/// Steps over <c>&lt;!DOCTYPE …&gt;</c>, picking up the entities that it declares; nothing outside the document is ever asked for.
/// </summary>
internal static class Doctype
{
    private const string Entity = "<!ENTITY";

    /// <summary>Where reading goes on after the declaration at <paramref name="at"/>.</summary>
    public static int Skip(string source, int at, DeclaredEntities entities)
    {
        var end = source.AsSpan(at).IndexOfAny('[', '>');
        if (end < 0) return source.Length;
        if (source[at + end] == '>') return at + end + 1;

        var inside = at + end + 1;
        var subset = EndOfSubset(source, inside);
        ReadEntities(source.AsSpan(inside, subset - inside), entities);
        if (subset == source.Length || source[subset] == '<') return subset;
        var close = source.AsSpan(subset).IndexOf('>');
        return close < 0 ? source.Length : subset + close + 1;
    }

    /// <summary>The closing bracket, or, where it is missing, the first tag: a declaration begins with <c>&lt;!</c>.</summary>
    private static int EndOfSubset(string source, int from)
    {
        for (var at = from; at < source.Length; at++)
        {
            switch (source[at])
            {
                case ']':
                    return at;
                case '<' when at + 1 < source.Length && char.IsLetter(source[at + 1]):
                    return at;
                case '<' when string.CompareOrdinal(source, at, "<!--", 0, 4) == 0:
                    var comment = source.IndexOf("-->", at, StringComparison.Ordinal);
                    if (comment < 0) return source.Length;
                    at = comment + 2;
                    break;
                case '"' or '\'':
                    var closing = source.AsSpan(at + 1).IndexOf(source[at]);
                    if (closing >= 0) at += closing + 1;
                    break;
            }
        }

        return source.Length;
    }

    private static void ReadEntities(ReadOnlySpan<char> subset, DeclaredEntities entities)
    {
        int at;
        while ((at = subset.IndexOf(Entity)) >= 0)
        {
            subset = subset[(at + Entity.Length)..].TrimStart();
            var nameEnd = subset.IndexOfAny(" \t\r\n>");
            if (nameEnd <= 0) continue;
            var name = subset[..nameEnd];
            subset = subset[nameEnd..].TrimStart();
            if (subset.IsEmpty || subset[0] is not ('"' or '\'')) continue; // SYSTEM, PUBLIC or a parameter entity.
            var valueEnd = subset[1..].IndexOf(subset[0]);
            if (valueEnd < 0) return;
            entities.Declare(name, subset.Slice(1, valueEnd));
            subset = subset[(valueEnd + 2)..];
        }
    }
}
