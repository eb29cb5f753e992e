namespace NewsDesk.Wire.Fetching.Manners;

/// <summary>One line of a robots.txt: the beginning of a path, in which <c>*</c> stands for anything and a last <c>$</c> for the end.</summary>
internal sealed record RobotsRule(string Pattern, bool IsAllowed)
{
    /// <summary>How exact a rule is, which decides between two that fit.</summary>
    public int Length => Pattern.Length;

    public int Weight => 60 + (2 * Pattern.Length);

    /// <summary>A path that lacks its first slash is meant to have it.</summary>
    public static RobotsRule Of(ReadOnlySpan<char> value, bool isAllowed) =>
        new(RobotsPath.Normal(value[0] is '/' or '*' or '$' ? value.ToString() : $"/{value}"), isAllowed);

    /// <summary>Takes each piece between stars at its first place, which is enough: no pattern makes this go back and try again.</summary>
    public bool Fits(string path)
    {
        var pattern = Pattern.AsSpan();
        var toTheEnd = pattern.EndsWith('$');
        if (toTheEnd) pattern = pattern[..^1];
        var star = pattern.IndexOf('*');
        if (star < 0) return toTheEnd ? path.AsSpan().SequenceEqual(pattern) : path.AsSpan().StartsWith(pattern);
        if (!path.AsSpan().StartsWith(pattern[..star])) return false;
        var rest = path.AsSpan(star);
        while (true)
        {
            pattern = pattern[(star + 1)..];
            star = pattern.IndexOf('*');
            if (star < 0) return toTheEnd ? rest.EndsWith(pattern) : rest.IndexOf(pattern) >= 0;
            var at = rest.IndexOf(pattern[..star]);
            if (at < 0) return false;
            rest = rest[(at + star)..];
        }
    }
}
