using System.Runtime.InteropServices;

namespace NewsDesk.Markup.Bounds;

/// <summary>
/// What a parser would have open, estimated from the tags alone and not too low: an end tag counts only where every parser takes it.
/// </summary>
internal sealed class OpenTags(string html)
{
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Open(int Start, int NameLength, int End, TagKind Kind);

    /// <summary>Of equal formatting tags a parser keeps three in mind.</summary>
    private const int MostOfEqual = 3;

    private readonly List<Open> _open = [];

    /// <summary>Formatting tags whose block was closed around them: a parser opens them again in the next one.</summary>
    private readonly List<string> _waiting = [];

    private int _openFormatting;

    public int Depth => _open.Count;

    /// <summary>How many elements a parser may have to make anew for the next tag.</summary>
    public int Formatting => _openFormatting + _waiting.Count;

    /// <summary>Whether a drawing or a formula is what is open.</summary>
    public bool InForeign
    {
        get
        {
            var wall = _open.FindLastIndex(open => open.Kind == TagKind.Wall);
            return wall >= 0 && NameOf(_open[wall]) is "svg" or "math";
        }
    }

    public void Start(in TagReader tag, TagKind kind)
    {
        if (kind == TagKind.Item) CloseItem(tag.Name);

        // A link closes the one before.
        if (tag.Name is "a" or "A" && _open.Count > 0 && NameOf(_open[^1]) is "a" or "A") CloseFrom(_open.Count - 1);
        _open.Add(new Open(tag.Start, tag.Name.Length, tag.At, kind));
        if (kind == TagKind.Formatting) _openFormatting++;
    }

    public void End(ReadOnlySpan<char> name, TagKind kind)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _open[i];
            if (name.Equals(NameOf(open), StringComparison.OrdinalIgnoreCase))
            {
                CloseFrom(i);
                return;
            }

            // The end of a wall reaches through walls of other kinds, a block's up to a wall, another's up to a block.
            var stops = kind switch
            {
                TagKind.Wall => NameOf(open) is "template" or "svg" or "math",
                TagKind.Block => open.Kind == TagKind.Wall,
                TagKind.Formatting => true,
                TagKind.Item => open.Kind == TagKind.Wall || NameOf(open) is "ul" or "ol",
                _ => open.Kind is TagKind.Wall or TagKind.Block,
            };
            if (stops) break;
        }

        if (kind == TagKind.Formatting && !_open.Exists(open => open.Kind == TagKind.Wall)) Forget(name);
    }

    /// <summary>An item closes the one before and what is open in that, as long as it is neither a block, but for two, nor of the other family.</summary>
    private void CloseItem(ReadOnlySpan<char> name)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = NameOf(_open[i]);
            if (_open[i].Kind == TagKind.Item)
            {
                if (IsOfList(open) == IsOfList(name)) CloseFrom(i);
                return;
            }

            if (_open[i].Kind is TagKind.Wall or TagKind.Block && !open.Equals("div", StringComparison.OrdinalIgnoreCase) && !open.Equals("address", StringComparison.OrdinalIgnoreCase)) return;
        }
    }

    private static bool IsOfList(ReadOnlySpan<char> name) => name.Equals("li", StringComparison.OrdinalIgnoreCase);

    private void CloseFrom(int first)
    {
        for (var i = first; i < _open.Count; i++)
        {
            if (_open[i].Kind != TagKind.Formatting) continue;
            _openFormatting--;
            if (i > first) Wait(html[_open[i].Start.._open[i].End]);
        }

        _open.RemoveRange(first, _open.Count - first);
    }

    private void Wait(string tag)
    {
        if (_waiting.Count(waiting => waiting == tag) < MostOfEqual) _waiting.Add(tag);
    }

    private void Forget(ReadOnlySpan<char> name)
    {
        for (var i = _waiting.Count - 1; i >= 0; i--)
        {
            var tag = _waiting[i].AsSpan(1);
            if (!tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) || char.IsAsciiLetterOrDigit(tag[name.Length])) continue;
            _waiting.RemoveAt(i);
            return;
        }
    }

    private ReadOnlySpan<char> NameOf(Open open) => html.AsSpan(open.Start + 1, open.NameLength);
}
