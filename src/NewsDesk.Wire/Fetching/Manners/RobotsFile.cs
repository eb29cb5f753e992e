using System.Globalization;
using System.Text;

namespace NewsDesk.Wire.Fetching.Manners;

/// <summary>
/// What a robots.txt (RFC 9309) says to us: the rules of all groups that name us, else of those for everybody.
/// Rules for others are not kept.
/// </summary>
internal sealed class RobotsFile
{
    /// <summary>As far as the standard asks to read.</summary>
    public const int MaxBytes = 500 * 1024;

    /// <summary>The name that robots.txt knows us by.</summary>
    public const string OurName = "newsdesk";

    private readonly IReadOnlyList<RobotsRule> _rules;

    private RobotsFile(IReadOnlyList<RobotsRule> rules, TimeSpan? crawlDelay) => (_rules, CrawlDelay) = (rules, crawlDelay);

    /// <summary>Everything is allowed: there is no such file, or it says nothing to us.</summary>
    public static RobotsFile Open { get; } = new([], null);

    public TimeSpan? CrawlDelay { get; }

    /// <summary>About how many bytes of memory this takes.</summary>
    public int Weight => 100 + _rules.Sum(rule => rule.Weight);

    public static RobotsFile Parse(ReadOnlySpan<byte> body)
    {
        var (ours, everybodys) = (new Group(), new Group());
        var current = new HashSet<Group>();
        var namesAreOver = true;
        foreach (var line in Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxBytes)]).TrimStart('\uFEFF').AsSpan().EnumerateLines())
        {
            var (key, value) = Parts(line);
            if (Is(key, "user-agent") || Is(key, "useragent"))
            {
                // Names that follow one another share the rules that follow them.
                if (namesAreOver) current.Clear();
                namesAreOver = false;
                if (value.StartsWith('*')) current.Add(everybodys);
                else if (Token(value).Equals(OurName, StringComparison.OrdinalIgnoreCase)) current.Add(ours.Named());
            }
            else if (Is(key, "allow") || Is(key, "disallow"))
            {
                namesAreOver = true;
                if (value.IsEmpty) continue;
                foreach (var group in current) group.Rules.Add(RobotsRule.Of(value, isAllowed: Is(key, "allow")));
            }
            else if (Is(key, "crawl-delay"))
            {
                // Not of the standard. It ends the names, as who writes a group of only this line means it to.
                namesAreOver = true;
                foreach (var group in current) group.CrawlDelay ??= Seconds(value);
            }
        }

        return ours.IsNamed ? ours.Close() : everybodys.Close();
    }

    /// <summary>The longest rule that fits decides, and of two as long the one that allows.</summary>
    public bool Allows(string pathAndQuery)
    {
        if (_rules.Count == 0 || pathAndQuery == "/robots.txt") return true;
        var path = RobotsPath.Normal(pathAndQuery);
        RobotsRule? longest = null;
        foreach (var rule in _rules)
        {
            var isNoLonger = longest is not null && (rule.Length < longest.Length || (rule.Length == longest.Length && !rule.IsAllowed));
            if (!isNoLonger && rule.Fits(path)) longest = rule;
        }

        return longest?.IsAllowed ?? true;
    }

    private static Line Parts(ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf('#');
        if (comment >= 0) line = line[..comment];
        var colon = line.IndexOf(':');
        return colon < 0 ? default : new(line[..colon].Trim(), line[(colon + 1)..].Trim());
    }

    private static bool Is(ReadOnlySpan<char> key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>A name may be followed by a version or a comment, which do not count.</summary>
    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> name)
    {
        var end = name.IndexOfAnyExcept(NameLetters);
        return end < 0 ? name : name[..end];
    }

    private static readonly System.Buffers.SearchValues<char> NameLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_");

    private static TimeSpan? Seconds(ReadOnlySpan<char> value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private readonly ref struct Line(ReadOnlySpan<char> key, ReadOnlySpan<char> value)
    {
        private readonly ReadOnlySpan<char> _key = key;
        private readonly ReadOnlySpan<char> _value = value;

        public void Deconstruct(out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
        {
            key = _key;
            value = _value;
        }
    }

    private sealed class Group
    {
        public List<RobotsRule> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; set; }

        public bool IsNamed { get; private set; }

        public Group Named()
        {
            IsNamed = true;
            return this;
        }

        public RobotsFile Close() => Rules.Count == 0 && CrawlDelay is null ? Open : new(Rules.ToArray(), CrawlDelay);
    }
}
