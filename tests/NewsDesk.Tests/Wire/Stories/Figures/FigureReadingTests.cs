using System.Globalization;
using System.Runtime.CompilerServices;
using NewsDesk.Wire.Stories.Figures;

namespace NewsDesk.Tests.Wire.Stories.Figures;

public class FigureReadingTests
{
    private sealed record Wanted(string Kind, double Value, string? Unit, string Hedge);

    [Fact]
    public void The_labelled_sentences_are_read_at_97_percent_precision_and_90_percent_recall()
    {
        var sentences = 0;
        var (right, read, wanted) = (0, 0, 0);
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Folder(), "figures.txt")))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            sentences++;
            var parts = line.Split("||");
            var labels = parts[1].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Label).ToList();
            var found = FigureReader.Read(parts[0].Trim());
            wanted += labels.Count;
            read += found.Count;
            foreach (var figure in found)
            {
                var match = labels.FindIndex(label => IsSame(label, figure));
                if (match >= 0)
                {
                    right++;
                    labels.RemoveAt(match);
                }
                else
                {
                    wrong.Add($"read {figure.Kind} {figure.Value} {figure.Unit} {figure.Hedge}: {parts[0]}");
                }
            }

            wrong.AddRange(labels.Select(label => $"missed {label.Kind} {label.Value}: {parts[0]}"));
        }

        Assert.True(sentences >= 150, $"{sentences} sentences");
        Assert.True(right >= 0.97 * read && right >= 0.9 * wanted,
            $"{right} right of {read} read and {wanted} wanted\n{string.Join('\n', wrong)}");
    }

    private static bool IsSame(Wanted label, Figure figure) =>
        label.Kind == Kind(figure.Kind) && Math.Abs(label.Value - figure.Value) <= 1e-6 * Math.Max(1, Math.Abs(label.Value))
        && (label.Unit is null || label.Unit == figure.Unit) && label.Hedge == HedgeSign(figure.Hedge);

    private static Wanted Label(string label)
    {
        var parts = label.Split(' ');
        var hedge = parts[^1] is "<=" or ">=" or "<" or "~" ? parts[^1] : "";
        if (parts[0] != "T") return new Wanted(parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture), Unit(parts), hedge);
        var number = parts[1].TrimEnd("sminhdwoy".ToCharArray());
        var days = parts[1][number.Length..] switch { "s" => 1.0 / 86400, "min" => 1.0 / 1440, "h" => 1.0 / 24, "d" => 1, "w" => 7, "mo" => 30.4375, _ => 365.25 };
        return new Wanted("T", double.Parse(number, CultureInfo.InvariantCulture) * days, "days", hedge);
    }

    private static string? Unit(string[] parts) => parts[0] is "C" or "D" or "Q" || parts.Length < 3 ? null : parts[2];

    private static string HedgeSign(Hedge hedge) => hedge switch { Hedge.UpTo => "<=", Hedge.AtLeast => ">=", Hedge.LessThan => "<", Hedge.About => "~", _ => "" };

    private static string Kind(FigureKind kind) => kind switch
    {
        FigureKind.Money => "M",
        FigureKind.Percent => "P",
        FigureKind.Count => "C",
        FigureKind.Duration => "T",
        FigureKind.Date => "D",
        FigureKind.Power => "W",
        FigureKind.Energy => "Wh",
        FigureKind.Length => "m",
        FigureKind.Area => "ha",
        FigureKind.Weight => "kg",
        FigureKind.Volume => "l",
        FigureKind.Temperature => "°C",
        FigureKind.Speed => "km/h",
        FigureKind.Data => "B",
        _ => "Q",
    };

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
