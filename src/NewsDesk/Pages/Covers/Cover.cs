using System.Runtime.InteropServices;

namespace NewsDesk.Pages.Covers;

/// <summary>A post's cover art, ready to be drawn: a ground and two plates of dots, one printed over the other.</summary>
public sealed record Cover(Ink Ground, Plate Light, Plate Dark)
{
    public const int Width = 1200;
    public const int Height = 630;

    private const double DotDistance = 18;
    private static readonly Ink Cream = new(0xfb, 0xf7, 0xef);
    private static readonly Ink Black = new(0x12, 0x0e, 0x0c);

    /// <summary>The same words in the same colours make the same picture, always.</summary>
    public static Cover Of(string title, string text, Ink accent, Ink accentDark)
    {
        var rhythm = new Rhythm($"{title} {text}");
        var motif = Motifs.For(rhythm);
        return new(
            accent,
            new(accentDark.Mixed(Cream, 0.7), Halftone.Dots(motif.Light, DotDistance, degrees: 15)),
            new(accent.Mixed(Black, 0.78), Halftone.Dots(motif.Dark, DotDistance, degrees: 45)));
    }
}

/// <summary>The dots of one colour.</summary>
public sealed record Plate(Ink Ink, IReadOnlyList<Dot> Dots);

/// <summary>A colour.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    /// <summary>Reads <c>#rrggbb</c>.</summary>
    public static Ink Of(string hex)
    {
        var bytes = Convert.FromHexString(hex.AsSpan(1));
        return new(bytes[0], bytes[1], bytes[2]);
    }

    public Ink Mixed(Ink other, double part) => new(Mix(Red, other.Red, part), Mix(Green, other.Green, part), Mix(Blue, other.Blue, part));

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static byte Mix(byte from, byte to, double part) => (byte)Math.Round(from + (to - from) * part);
}
