namespace NewsDesk.Pages.Covers;

/// <summary>How much light and how much dark stands at a place: from 0 to 1, x from 0 to <see cref="Motifs.Wide"/>, y from 0 at the top to 1.</summary>
public sealed record Motif(Func<double, double, double> Light, Func<double, double, double> Dark);

/// <summary>The pictures that a text can become; its own words choose one and give it its measures.</summary>
public static class Motifs
{
    public const double Wide = (double)Cover.Width / Cover.Height;

    private static readonly Func<Rhythm, Motif>[] All = [Ripples, Skyline, Waves, Hills, Rays, Coil];

    public static Motif For(Rhythm rhythm)
    {
        ArgumentNullException.ThrowIfNull(rhythm);
        return All[rhythm.Seed % All.Length](rhythm);
    }

    /// <summary>Rings about a place, each as strong as its words are long.</summary>
    private static Motif Ripples(Rhythm rhythm)
    {
        var (x0, y0) = (Wide * (0.25 + 0.5 * rhythm.Pick(1)), 0.35 + 0.3 * rhythm.Pick(2));
        return new(
            (x, y) => Between(rhythm.At(Far(x - x0, y - y0) / 1.6, 26) * 1.7 - 0.3 * Far(x - x0, y - y0) - 0.12),
            (x, y) => Between((Far(x - Wide + x0, y - 1 + y0) - 0.55) * 1.1));
    }

    /// <summary>A town whose houses are words, before a low sun.</summary>
    private static Motif Skyline(Rhythm rhythm)
    {
        var (x0, y0, size) = (Wide * (0.2 + 0.6 * rhythm.Pick(1)), 0.34 + 0.14 * rhythm.Pick(2), 0.24 + 0.08 * rhythm.Pick(3));
        double Roof(double x) => 0.86 - 0.62 * rhythm.Step((int)(x / Wide * 22), 22);
        return new(
            (x, y) => y > Roof(x) ? 0 : Far(x - x0, y - y0) < size ? 0.95 : Between(0.5 * y - 0.02),
            (x, y) => y > Roof(x) ? 0.5 + 0.5 * rhythm.Step((int)(x / Wide * 22), 22) : Between(0.3 - y));
    }

    /// <summary>Lines that swing as the sentences do.</summary>
    private static Motif Waves(Rhythm rhythm)
    {
        const int Lines = 6;
        var turn = 1.5 + 2.5 * rhythm.Pick(1);
        double Line(double x, double y)
        {
            var swing = 0.11 * Math.Sin(turn * Math.PI * x / Wide + 6 * rhythm.Pick(2)) + 0.1 * (rhythm.At(x / Wide, 18) - 0.4);
            var from = (y + swing) * Lines;
            var thick = 0.18 + 0.7 * rhythm.At(x / Wide + Math.Floor(from) / Lines, 18);
            return Between((thick - Math.Abs(from - Math.Floor(from) - 0.5) * 2) * 2.2);
        }

        return new((x, y) => Line(x, y) * (0.45 + 0.55 * (1 - y)), (x, y) => Line(x + 0.06, y + 0.06) * (0.25 + 0.6 * y));
    }

    /// <summary>Ridges, one behind the other, and a moon.</summary>
    private static Motif Hills(Rhythm rhythm)
    {
        var (x0, y0, size) = (Wide * (0.15 + 0.7 * rhythm.Pick(1)), 0.26 + 0.1 * rhythm.Pick(2), 0.13 + 0.09 * rhythm.Pick(3));
        double Ridge(double x, int which) => 0.36 + 0.2 * which - 0.34 * (rhythm.At(x / Wide / 2 + which * 0.37, 9) - 0.3);
        return new(
            (x, y) => Far(x - x0, y - y0) < size ? 1 : y < Ridge(x, 0) ? Between(0.1 + 0.55 * y) : y < Ridge(x, 1) ? Between((y - Ridge(x, 0)) * 1.1) : 0,
            (x, y) => y > Ridge(x, 2) ? 0.95 : y > Ridge(x, 1) ? Between(0.28 + (y - Ridge(x, 1)) * 1.6) : 0);
    }

    /// <summary>A burst: each word a beam.</summary>
    private static Motif Rays(Rhythm rhythm)
    {
        var (x0, y0, size) = (Wide * (0.3 + 0.4 * rhythm.Pick(1)), 0.62 + 0.3 * rhythm.Pick(2), 0.2 + 0.08 * rhythm.Pick(3));
        double Beam(double x, double y) => rhythm.Step((int)((Math.Atan2(y - y0, x - x0) / Math.Tau + 0.5) * 40), 40);
        return new(
            (x, y) => Far(x - x0, y - y0) < size ? 0 : Between(Beam(x, y) * 1.9 - 0.35 - 0.28 * Far(x - x0, y - y0)),
            (x, y) => Far(x - x0, y - y0) is var far && far < size ? 0.95 : Between((0.35 - Beam(x, y)) * 1.2 * far));
    }

    /// <summary>A line wound up from its middle, thick where the words are long.</summary>
    private static Motif Coil(Rhythm rhythm)
    {
        var (x0, y0, turns) = (Wide * (0.3 + 0.4 * rhythm.Pick(1)), 0.4 + 0.2 * rhythm.Pick(2), 5 + 2 * rhythm.Pick(3));
        double Wound(double x, double y)
        {
            var at = Far(x - x0, y - y0) * turns + Math.Atan2(y - y0, x - x0) / Math.Tau;
            var thick = 0.12 + 0.75 * rhythm.At(at / (turns * 1.4), 48);
            return Between((thick - Math.Abs(at - Math.Floor(at) - 0.5) * 2) * 2);
        }

        return new(Wound, (x, y) => Wound(x - 0.05, y - 0.07) * Between(0.15 + 0.55 * Far(x - x0, y - y0)));
    }

    private static double Far(double x, double y) => Math.Sqrt(x * x + y * y);

    private static double Between(double tone) => Math.Clamp(tone, 0, 1);
}
