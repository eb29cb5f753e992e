using System.Collections.Frozen;
using System.Text;
using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering.Language;

/// <summary>
/// Masks the listed words in HTML that the press or the cleaner wrote: in what is read, never in addresses or code. Such HTML has no
/// sharp bracket but those of its tags, so that one pass without a parser is enough.
/// </summary>
internal sealed class MaskedHtml
{
    /// <summary>Tags that change how letters look, and part no word.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InWords =
        "a abbr b bdi bdo big cite data del dfn em i ins mark q s small span strike strong tt u var wbr".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string _html;
    private readonly WordList _words;

    /// <summary>Pieces of text with nothing but such tags between them, in which one word goes on from each to the next.</summary>
    private readonly List<Range> _joined = [];

    private readonly List<(int At, int Length, string Instead)> _changes = [];

    private MaskedHtml(string html, WordList words) => (_html, _words) = (html, words);

    public static string Mask(string html, WordList words) => words.Words.Count == 0 ? html : new MaskedHtml(html, words).Run();

    private string Run()
    {
        for (var at = 0; at < _html.Length;)
        {
            if (_html[at] == '<')
            {
                var end = TagEnd(_html, at);
                var tag = _html.AsSpan(at, end - at);
                var isLeftAlone = IsLeftAlone(tag);
                if (isLeftAlone || !InWords.Contains(Name(tag).TrimStart('/'))) MaskJoined();
                MaskTitles(tag, at);
                at = isLeftAlone ? EndOf(_html, end, Name(tag)) : end;
            }
            else
            {
                var end = _html.IndexOf('<', at);
                if (end < 0) end = _html.Length;
                if (_joined.Count > 0 && !WordList.JoinsWord(_html.AsSpan()[_joined[^1]], _html.AsSpan(at, end - at))) MaskJoined();
                _joined.Add(at..end);
                at = end;
            }
        }

        MaskJoined();
        return _changes.Count == 0 ? _html : Changed();
    }

    private void MaskJoined()
    {
        switch (_joined)
        {
            case []:
                return;
            case [var only]:
                MaskText(only.Start.Value, only.End.Value);
                break;
            default:
                var text = string.Concat(_joined.Select(piece => _html[piece]));
                foreach (var found in _words.FindIn(text))
                {
                    var instead = found.Word.InPlaceOf(text.AsSpan(found.Start, found.Length));
                    var before = 0;
                    foreach (var piece in _joined)
                    {
                        // What stands in the word's place stands where it begins; of the other pieces goes what was the word's.
                        var (start, end) = (Math.Max(found.Start, before), Math.Min(found.Start + found.Length, before + piece.End.Value - piece.Start.Value));
                        if (start < end) Change(piece.Start.Value + start - before, end - start, start == found.Start ? instead : "");
                        before += piece.End.Value - piece.Start.Value;
                    }
                }

                break;
        }

        _joined.Clear();
    }

    private void MaskText(int start, int end)
    {
        foreach (var found in _words.FindIn(_html.AsSpan(start, end - start)))
            Change(start + found.Start, found.Length, found.Word.InPlaceOf(_html.AsSpan(start + found.Start, found.Length)));
    }

    private void MaskTitles(ReadOnlySpan<char> tag, int start)
    {
        foreach (var name in (ReadOnlySpan<string>)[" alt=\"", " title=\"", " aria-label=\""])
        {
            var at = tag.IndexOf(name, StringComparison.Ordinal);
            if (at < 0) continue;
            var from = at + name.Length;
            MaskText(start + from, start + from + tag[from..].IndexOf('"'));
        }
    }

    private void Change(int at, int length, string instead)
    {
        if (!IsEntity(_html, at, length)) _changes.Add((at, length, Escape.Html(instead)));
    }

    private string Changed()
    {
        // A title within a word that is in pieces was changed before the word was.
        _changes.Sort();
        var masked = new StringBuilder(_html.Length);
        var copied = 0;
        foreach (var (at, length, instead) in _changes)
        {
            masked.Append(_html, copied, at - copied).Append(instead);
            copied = at + length;
        }

        return masked.Append(_html, copied, _html.Length - copied).ToString();
    }

    /// <summary>Code, what is typed or printed by machines, and the names of sites.</summary>
    private static bool IsLeftAlone(ReadOnlySpan<char> tag) =>
        Name(tag) is "code" or "pre" or "kbd" or "samp"
        || tag.Contains(" class=\"domain\"", StringComparison.Ordinal);

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var end = tag[1..].IndexOfAny(' ', '>', '\n');
        return end < 0 ? tag[1..] : tag.Slice(1, end);
    }

    private static int EndOf(string html, int start, ReadOnlySpan<char> name)
    {
        var end = html.AsSpan(start).IndexOf($"</{name}>", StringComparison.Ordinal);
        return end < 0 ? html.Length : start + end;
    }

    /// <summary>A sharp bracket in an attribute's quotes ends no tag.</summary>
    private static int TagEnd(string html, int start)
    {
        var quoted = false;
        for (var at = start; at < html.Length; at++)
        {
            if (html[at] == '"') quoted = !quoted;
            else if (html[at] == '>' && !quoted) return at + 1;
        }

        return html.Length;
    }

    private static bool IsEntity(string html, int start, int length) =>
        start > 0 && html[start - 1] == '&' && start + length < html.Length && html[start + length] == ';';
}
