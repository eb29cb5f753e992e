namespace NewsDesk.Wire.Stories.Terms;

/// <summary>A term's number: a hash, so that a window of many words keeps no strings. The lowest bit marks figures.</summary>
internal static class TermId
{
    public static int Of(ReadOnlySpan<char> term, bool isNumber)
    {
        var hash = 2166136261u;
        foreach (var c in term) hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 16;
        hash *= 0x7feb352du;
        hash ^= hash >> 15;
        return (int)((hash & ~1u) | (isNumber ? 1u : 0u));
    }

    public static bool IsNumber(int id) => (id & 1) != 0;
}
