using System.Xml.Linq;

namespace NewsDesk.Wire.Sources.Opml;

/// <summary>
/// A list as it is written: where in the text each element and each attribute stands, so that one can be changed and every other letter stays. The text must have been
/// read as XML before: of its faults nothing is told here.
/// </summary>
internal sealed class OpmlSource
{
    private readonly Dictionary<XElement, Tag> _tags = [];

    public OpmlSource(string text)
    {
        Text = text;
        Document = OpmlReader.Parse(text);
        NewLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var elements = Document.Root!.DescendantsAndSelf().GetEnumerator();
        var open = new Stack<Tag>();
        for (var at = 0; (at = text.IndexOf('<', at)) >= 0;)
        {
            if (BehindAside(text, at) is { } behind)
            {
                at = behind;
            }
            else if (text[at + 1] == '/')
            {
                var tag = open.Pop();
                (tag.Close, tag.End) = (at, text.IndexOf('>', at) + 1);
                at = tag.End;
            }
            else
            {
                elements.MoveNext();
                var tag = Tag.Read(text, at);
                _tags.Add(elements.Current, tag);
                if (!tag.IsEmpty) open.Push(tag);
                at = tag.Inside;
            }
        }
    }

    public string Text { get; }

    public XDocument Document { get; }

    public string NewLine { get; }

    /// <summary>As the value of an attribute of this list.</summary>
    public string Escaped(string value) => OutlineWords.Escaped(value, Document.Declaration?.Encoding is { Length: > 0 } encoding && !encoding.StartsWith("utf", StringComparison.OrdinalIgnoreCase));

    public Tag Of(XElement element) => _tags[element];

    /// <summary>Behind a comment, a marked section, an instruction or the declaration of a document type; null when it is a tag.</summary>
    private static int? BehindAside(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal)) return Behind(text, "-->", at + 4);
        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal)) return Behind(text, "]]>", at + 9);
        if (rest.StartsWith("<?", StringComparison.Ordinal)) return Behind(text, "?>", at + 2);
        return rest.StartsWith("<!", StringComparison.Ordinal) ? BehindDoctype(text, at + 2) : null;
    }

    private static int BehindDoctype(string text, int at)
    {
        // What is declared in it stands in brackets, with words in quotes and comments that may hold any sign.
        for (var depth = 0; ;)
        {
            switch (text[at])
            {
                case '"' or '\'':
                    at = text.IndexOf(text[at], at + 1) + 1;
                    break;
                case '<' when BehindAside(text, at) is { } behind:
                    at = behind;
                    break;
                case '>' when depth == 0:
                    return at + 1;
                default:
                    depth += text[at] == '[' ? 1 : text[at] == ']' ? -1 : 0;
                    at++;
                    break;
            }
        }
    }

    private static int Behind(string text, string end, int from) => text.IndexOf(end, from, StringComparison.Ordinal) + end.Length;

    /// <summary>An element's place in the text.</summary>
    internal sealed class Tag
    {
        public required int Start { get; init; }

        /// <summary>Behind the opening tag.</summary>
        public required int Inside { get; init; }

        public required bool IsEmpty { get; init; }

        /// <summary>Where the opening tag has its next attribute: behind the last one, or behind the name.</summary>
        public required int Room { get; init; }

        public required IReadOnlyList<Attribute> Attributes { get; init; }

        /// <summary>Where the closing tag begins.</summary>
        public int Close { get; set; }

        /// <summary>Behind the element.</summary>
        public int End { get; set; }

        public static Tag Read(string text, int start)
        {
            var at = start + 1;
            while (!char.IsWhiteSpace(text[at]) && text[at] is not ('/' or '>')) at++;
            var attributes = new List<Attribute>();
            while (true)
            {
                var before = at;
                while (char.IsWhiteSpace(text[at])) at++;
                if (text[at] is '/' or '>')
                {
                    var isEmpty = text[at] == '/';
                    var inside = isEmpty ? at + 2 : at + 1;
                    return new Tag { Start = start, Inside = inside, IsEmpty = isEmpty, Room = before, Attributes = attributes, Close = inside, End = inside };
                }

                var equals = text.IndexOf('=', at);
                var opening = text.IndexOfAny(['"', '\''], equals);
                var closing = text.IndexOf(text[opening], opening + 1);
                attributes.Add(new(text[at..equals].TrimEnd(), before, opening + 1, closing));
                at = closing + 1;
            }
        }
    }

    /// <summary>An attribute's place: with the white space before it, and its value without the quotes.</summary>
    internal readonly record struct Attribute(string Name, int Start, int Value, int ValueEnd)
    {
        public int End => ValueEnd + 1;
    }
}
