using System.Text;
using NewsDesk.Markup.Bounds;

namespace NewsDesk.Markup;

/// <summary>
/// Keeps HTML source within what a parser can work through in time. Parsers take a time that grows with the square of some things (open
/// elements, formatting that is never closed): such source is made for that, and loses the tags beyond the bound, not its text.
/// </summary>
public static class SourceBounds
{
    /// <summary>In characters: a page of 20 million is a database.</summary>
    public const int MaxLength = 20_000_000;

    /// <summary>Start tags; what comes after is cut off. Long pages have some ten thousand.</summary>
    public const int MaxTags = 150_000;

    /// <summary>Open elements that do not close each other; pages have up to a hundred.</summary>
    public const int MaxDepth = 250;

    /// <summary>Attributes of one tag.</summary>
    public const int MaxAttributes = 250;

    /// <summary>A page has one; each is compared with all before it.</summary>
    private const int MaxBases = 8;

    /// <summary>Elements that a parser has to make beside those that are written, where formatting is left open.</summary>
    private const int MaxRepeats = 500_000;

    /// <summary>
    /// Tags in what is read as no tag (scripts, comments, attributes). Whether it is one depends on the tree that a parser builds, which
    /// we do not know here; so many could be tags without harm, and what holds more goes.
    /// </summary>
    private const int MaxHidden = 10_000;

    /// <summary>Answers <paramref name="html"/> itself when it is within the bounds, as honest pages are.</summary>
    public static string Within(string html)
    {
        if (html.Length > MaxLength) html = html[..MaxLength];
        return Pass(html, keepFormatting: true) ?? Pass(html, keepFormatting: false)!;
    }

    /// <summary>One pass over the tags. Null: formatting is left open so often that it has to go, in another pass.</summary>
    private static string? Pass(string html, bool keepFormatting)
    {
        var cut = new Cut(html);
        var open = new OpenTags(html);
        var dropped = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        var reader = new TagReader(html);
        var (tags, repeats, hidden, bases) = (0, 0, 0, 0);
        while (reader.Next(MaxAttributes))
        {
            var kind = reader.Kind == TokenKind.Comment ? TagKind.Raw : TagNames.KindOf(reader.Name);
            if (reader.Kind == TokenKind.EndTag)
            {
                if (kind == TagKind.Formatting && !keepFormatting)
                {
                    cut.Out(reader.Start, reader.At);
                }
                else if (dropped.TryGetValue(reader.Name, out var many) && many > 0)
                {
                    dropped[reader.Name] = many - 1;
                    cut.Out(reader.Start, reader.At);
                }
                else if (kind is not (TagKind.Light or TagKind.Raw))
                {
                    open.End(reader.Name, kind);
                }

                continue;
            }

            if (++tags > MaxTags) return cut.Before(reader.Start);
            if (kind == TagKind.Raw && reader.Kind == TokenKind.StartTag) reader.At = TagNames.IndexOfEnd(html, reader.At, reader.Name) is >= 0 and var end ? end : html.Length;
            var holds = PseudoTags(html.AsSpan(reader.Start + 1, reader.At - reader.Start - 1));
            if (holds > 0 && (hidden += holds) > MaxHidden)
            {
                cut.Out(reader.Start, reader.At);
                continue;
            }

            if (reader.Name.Equals("base", StringComparison.OrdinalIgnoreCase) && ++bases > MaxBases)
            {
                cut.Out(reader.Start, reader.At);
                continue;
            }

            if (reader.AttributesEnd >= 0 && kind != TagKind.Raw) cut.Out(reader.AttributesEnd, reader.At - 1);
            if (kind is TagKind.Light or TagKind.Raw)
            {
                repeats += open.Formatting;
            }
            else if (kind == TagKind.Plain && html[reader.At - 2] == '/' && open.InForeign)
            {
                // <path/> in a drawing is closed where it stands, if it is one.
                if (++hidden > MaxHidden) cut.Out(reader.Start, reader.At);
            }
            else if (kind == TagKind.Formatting && !keepFormatting)
            {
                cut.Out(reader.Start, reader.At);
            }
            else if (open.Depth >= MaxDepth)
            {
                dropped[reader.Name] = dropped.TryGetValue(reader.Name, out var many) ? many + 1 : 1;
                cut.Out(reader.Start, reader.At);
            }
            else
            {
                repeats += open.Formatting;
                open.Start(reader, kind);
            }

            if (repeats > MaxRepeats && keepFormatting) return null;
        }

        return cut.Rest();
    }

    private static int PseudoTags(ReadOnlySpan<char> hidden)
    {
        var count = 0;
        while (hidden.IndexOf('<') is >= 0 and var found && found + 1 < hidden.Length)
        {
            if (char.IsAsciiLetter(hidden[found + 1])) count++;
            hidden = hidden[(found + 1)..];
        }

        return count;
    }

    /// <summary>The source with pieces cut out, copied only from the first cut on.</summary>
    private sealed class Cut(string html)
    {
        private StringBuilder? _kept;
        private int _copied;

        public void Out(int from, int to)
        {
            // The end of a cut may have been cut already, with the tag around it.
            if (from < _copied) return;
            (_kept ??= new StringBuilder(html.Length)).Append(html, _copied, from - _copied);
            _copied = to;
        }

        public string Before(int end)
        {
            if (_kept is null) return html[..end];
            if (end > _copied) _kept.Append(html, _copied, end - _copied);
            return _kept.ToString();
        }

        public string Rest() => _kept is null ? html : Before(html.Length);
    }
}
