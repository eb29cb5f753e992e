using System.Runtime.InteropServices;

namespace NewsDesk.Pages.Covers;

/// <summary>A dot, in pixels of the cover.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Dot(int X, int Y, int Size);

/// <summary>Turns tones into dots on a slanted grid, as a printer's screen does: the more tone, the larger the dot.</summary>
public static class Halftone
{
    private const double LeastTone = 0.05;

    public static IReadOnlyList<Dot> Dots(Func<double, double, double> tone, double distance, double degrees)
    {
        ArgumentNullException.ThrowIfNull(tone);
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var reach = (int)(Math.Sqrt((double)Cover.Width * Cover.Width + (double)Cover.Height * Cover.Height) / 2 / distance) + 1;
        var dots = new List<Dot>();
        for (var row = -reach; row <= reach; row++)
        {
            for (var column = -reach; column <= reach; column++)
            {
                var x = Cover.Width / 2.0 + (column * cos - row * sin) * distance;
                var y = Cover.Height / 2.0 + (column * sin + row * cos) * distance;
                if (x < -distance || x > Cover.Width + distance || y < -distance || y > Cover.Height + distance) continue;
                var here = tone(x / Cover.Height, y / Cover.Height);
                if (here < LeastTone) continue;
                // Area follows tone; a little more than touching at the end, so that full tone closes.
                dots.Add(new((int)Math.Round(x), (int)Math.Round(y), (int)Math.Round(Math.Sqrt(here) * distance * 1.16)));
            }
        }

        return dots;
    }
}
