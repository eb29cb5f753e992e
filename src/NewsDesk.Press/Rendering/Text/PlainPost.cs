using System.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Figures;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using NewsDesk.Markup;
using NewsDesk.Press.Posts;

namespace NewsDesk.Press.Rendering.Text;

/// <summary>What a post says, as plain text: paragraphs parted by a blank line.</summary>
internal sealed class PlainPost
{
    private readonly StringBuilder _text = new();
    private readonly List<Range> _code = [];

    private PlainPost() { }

    public string Text => _text.ToString().TrimEnd();

    /// <summary>Reads one block after the other, with all that is in them; nesting is bounded by the parser.</summary>
    public static PlainPost Read(params IEnumerable<Block> blocks)
    {
        var post = new PlainPost();
        foreach (var block in blocks) post.Append(block);
        return post;
    }

    /// <summary>The text with the listed words masked, except in code.</summary>
    public static string Masked(PlainPost post, WordList words)
    {
        var text = post.Text;
        if (post._code.Count == 0) return words.Mask(text);
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var code in post._code)
        {
            var (start, end) = (Math.Min(code.Start.Value, text.Length), Math.Min(code.End.Value, text.Length));
            masked.Append(words.Mask(text[at..start])).Append(text, start, end - start);
            at = end;
        }

        return masked.Append(words.Mask(text[at..])).ToString();
    }

    private void Append(Block block)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup or Abbreviation:
                break;
            case HtmlBlock html:
                Paragraph();
                _text.Append(PlainText.From(html.Lines.ToString()));
                break;
            case CodeBlock code:
                Paragraph();
                var start = _text.Length;
                _text.Append(code.Lines.ToString());
                _code.Add(start.._text.Length);
                break;
            case TableRow row:
                Paragraph();
                foreach (var cell in row.OfType<TableCell>())
                {
                    foreach (var part in cell.OfType<LeafBlock>()) PlainInlines.Append(part.Inline, _text, _code);
                    _text.Append('\t');
                }

                break;
            case LeafBlock leaf when leaf.Inline is { } inline:
                Paragraph();
                PlainInlines.Append(inline, _text, _code);
                break;
            case ContainerBlock container:
                foreach (var child in container) Append(child);
                break;
        }
    }

    private void Paragraph()
    {
        PlainInlines.TrimEnd(_text, _code);
        if (_text.Length > 0) _text.Append("\n\n");
    }
}
