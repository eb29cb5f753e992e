using System.Globalization;
using System.Text;

namespace NewsDesk.Pages.Covers;

/// <summary>Writes a cover as SVG: a dot is a line of no length with round ends, and dots of one size are one path, which keeps it small.</summary>
public static class CoverSvg
{
    public static string Write(Cover cover)
    {
        ArgumentNullException.ThrowIfNull(cover);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Cover.Width} {Cover.Height}\" width=\"{Cover.Width}\" height=\"{Cover.Height}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Cover.Width}\" height=\"{Cover.Height}\" fill=\"{cover.Ground}\"/>");
        Append(svg, cover.Light);
        Append(svg, cover.Dark);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Append(StringBuilder svg, Plate plate)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g stroke=\"{plate.Ink}\" stroke-linecap=\"round\" fill=\"none\">");
        foreach (var size in plate.Dots.GroupBy(dot => dot.Size).OrderBy(group => group.Key))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path stroke-width=\"{size.Key}\" d=\"");
            var (x, y) = (0, 0);
            foreach (var dot in size)
            {
                var down = dot.Y - y;
                svg.Append(CultureInfo.InvariantCulture, $"m{dot.X - x}{(down < 0 ? "" : " ")}{down}h0");
                (x, y) = (dot.X, dot.Y);
            }

            svg.Append("\"/>");
        }

        svg.Append("</g>");
    }
}
