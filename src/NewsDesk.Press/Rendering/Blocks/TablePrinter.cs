using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace NewsDesk.Press.Rendering.Blocks;

/// <summary>Writes tables, their alignment as a class: a style in an attribute is nothing our pages let pass.</summary>
internal sealed class TablePrinter : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.Write("<table").WriteAttributes(table).WriteLine('>');
        var part = "";
        foreach (var row in table.OfType<TableRow>())
        {
            var wanted = row.IsHeader ? "thead" : "tbody";
            if (part != wanted)
            {
                if (part.Length > 0) renderer.WriteLine($"</{part}>");
                renderer.WriteLine($"<{wanted}>");
                part = wanted;
            }

            WriteRow(renderer, table, row);
        }

        if (part.Length > 0) renderer.WriteLine($"</{part}>");
        renderer.WriteLine("</table>");
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableRow row)
    {
        renderer.WriteLine("<tr>");
        for (var i = 0; i < row.Count; i++)
        {
            var cell = (TableCell)row[i];
            var column = cell.ColumnIndex >= 0 ? cell.ColumnIndex : i;
            var align = column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null;
            renderer.Write(row.IsHeader ? "<th" : "<td").Write(align switch
            {
                TableColumnAlign.Center => " class=\"center\">",
                TableColumnAlign.Right => " class=\"right\">",
                _ => ">",
            });

            var before = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = cell.Count == 1;
            renderer.WriteChildren(cell);
            renderer.ImplicitParagraph = before;
            renderer.WriteLine(row.IsHeader ? "</th>" : "</td>");
        }

        renderer.WriteLine("</tr>");
    }
}
