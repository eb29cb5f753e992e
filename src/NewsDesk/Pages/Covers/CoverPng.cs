namespace NewsDesk.Pages.Covers;

/// <summary>Draws a cover as PNG, for places that show no SVG: previews of links.</summary>
public static class CoverPng
{
    /// <summary>Steps from no dot to dot: two plates of sixteen make the 256 colours of a palette.</summary>
    private const int Steps = 16;

    public static byte[] Write(Cover cover)
    {
        ArgumentNullException.ThrowIfNull(cover);
        var pixels = new byte[Cover.Width * Cover.Height];
        Draw(cover.Light, pixels, shift: 4);
        Draw(cover.Dark, pixels, shift: 0);
        return Png.Write(Cover.Width, Cover.Height, Palette(cover), pixels);
    }

    private static Ink[] Palette(Cover cover) => [.. Enumerable.Range(0, Steps * Steps).Select(index => cover.Ground
        .Mixed(cover.Light.Ink, index / Steps / (Steps - 1.0))
        .Mixed(cover.Dark.Ink, index % Steps / (Steps - 1.0)))];

    private static void Draw(Plate plate, byte[] pixels, int shift)
    {
        foreach (var dot in plate.Dots)
        {
            var radius = dot.Size / 2.0;
            var reach = (int)radius + 1;
            for (var y = Math.Max(0, dot.Y - reach); y < Math.Min(Cover.Height, dot.Y + reach + 1); y++)
            {
                for (var x = Math.Max(0, dot.X - reach); x < Math.Min(Cover.Width, dot.X + reach + 1); x++)
                {
                    var far = Math.Sqrt((x - dot.X) * (x - dot.X) + (y - dot.Y) * (y - dot.Y));
                    var step = (int)(Math.Clamp(radius - far + 0.5, 0, 1) * (Steps - 1));
                    ref var pixel = ref pixels[y * Cover.Width + x];
                    // Dots that touch do not add up: the stronger one counts.
                    if (step > (pixel >> shift & (Steps - 1))) pixel = (byte)(pixel & ~((Steps - 1) << shift) | step << shift);
                }
            }
        }
    }
}
