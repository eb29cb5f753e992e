using NewsDesk.Wire.Stories.Terms;

namespace NewsDesk.Wire.Stories.Figures;

/// <summary>Reads the figures of a text. What it is not sure of (scores, times of day, version numbers) it leaves alone.</summary>
public static class FigureReader
{
    private const int MostFigures = 400;
    private const int LongestText = 100_000;

    private static readonly string[] Joints = ["-", "–", " to ", " bis ", " à "];

    /// <summary>These join two ends only after a word such as "between".</summary>
    private static readonly string[] JointsBetween = [" and ", " und ", " et ", " y ", " e "];

    private static readonly string[] Quakes = ["quake", "erdbeben", "séisme", "terremoto", "sismo"];

    private static readonly string[] Links = [" de ", " d'", " d’", " di ", " of "];

    public static IReadOnlyList<Figure> Read(string text)
    {
        var figures = new List<Figure>();
        foreach (var sentence in Sentences.Of(text.Length > LongestText ? text[..LongestText] : text))
        {
            ReadSentence(sentence, figures);
            if (figures.Count >= MostFigures) break;
        }

        return figures;
    }

    private static void ReadSentence(string sentence, List<Figure> figures)
    {
        var hearsay = HedgeWords.IsHearsay(sentence);
        for (var at = 0; at < sentence.Length;)
        {
            var starts = char.IsLetterOrDigit(sentence[at]) && (at == 0 || !char.IsLetterOrDigit(sentence[at - 1]));
            if (!starts)
            {
                at++;
                continue;
            }

            var date = Calendar.Read(sentence, at, out var end);
            if (date > 0)
            {
                figures.Add(new Figure(FigureKind.Date, date, null, HedgeWords.Of(sentence, at, end), sentence[at..end], sentence) { Reported = hearsay, Digits = 8 });
                at = end;
                continue;
            }

            if (ReadAmount(sentence, at, out end) is { } amount) figures.Add(amount with { Reported = hearsay });
            at = Math.Max(end, at + 1);
            if (figures.Count >= MostFigures) return;
        }
    }

    private static Figure? ReadAmount(string sentence, int at, out int end)
    {
        double value;
        var digits = 2;
        var unitAt = -1;
        if (char.IsAsciiDigit(sentence[at]))
        {
            end = Numeral.EndOf(sentence, at);
            if (Numeral.Read(sentence.AsSpan(at, end - at)) is not { } read || IsNoQuantity(sentence, at, ref end)) return null;
            var length = end - at;
            digits = SignificantDigits(sentence.AsSpan(at, length));
            end = ScaleWords.SkipAfter(sentence, end, out var scale);
            if (scale > 1 && ScaleWords.SkipAfter(sentence, end, out var again) is var further && further > end && again > 1) (scale, end) = (scale * again, further);
            // "1.2-1.5 billion": the scale and the unit of the second are the first one's too.
            if (scale == 1 && HigherEnd(sentence, at, end, read) is { } higher) unitAt = ScaleWords.SkipAfter(sentence, higher, out scale);
            value = read * scale;
            if (scale == 1 && Calendar.IsYear(value, length) && !IsAmount(sentence, at, end)) return Year(sentence, at, end, value);
        }
        else
        {
            if (NumberWords.Read(sentence, at, out end) is not { } read)
            {
                while (end < sentence.Length && char.IsLetter(sentence[end])) end++;
                return null;
            }

            value = read;
            // "Half a million" is as round as a number can be.
            if (sentence.AsSpan(at).StartsWith("half", StringComparison.OrdinalIgnoreCase)) digits = 1;
        }

        if (unitAt < 0) return Measured(sentence, at, ref end, value, digits);
        var lower = Measured(sentence, at, ref unitAt, value, digits);
        return lower is { Kind: FigureKind.Count } ? null : lower;
    }

    /// <summary>Where the second number of a range ends that begins with the number before a place: 3-5 percent, 3 to 5 million, between 3 and 5 million.</summary>
    private static int? HigherEnd(string sentence, int start, int at, double lower)
    {
        var isBetween = WordBefore(sentence, start).ToLowerInvariant() is "between" or "zwischen" or "entre" or "tra" or "fra";
        foreach (var joint in isBetween ? JointsBetween : Joints)
        {
            var next = at + joint.Length;
            if (string.CompareOrdinal(sentence, at, joint, 0, joint.Length) != 0 || next >= sentence.Length || !char.IsAsciiDigit(sentence[next])) continue;
            var end = Numeral.EndOf(sentence, next);
            return Numeral.Read(sentence.AsSpan(next, end - next)) is { } higher && higher > lower && IsRange(sentence, end) ? end : null;
        }

        return null;
    }

    /// <summary>Where a number begins that this one is the higher end of; the number's own place when there is none.</summary>
    private static int LowerEnd(string sentence, int at)
    {
        if (at < 2 || sentence[at - 1] is not ('-' or '–') || !char.IsAsciiDigit(sentence[at - 2])) return at;
        var start = at - 1;
        while (start > 0 && (char.IsAsciiDigit(sentence[start - 1]) || sentence[start - 1] is '.' or ',')) start--;
        return start;
    }

    private static Figure? Measured(string sentence, int at, ref int end, double value, int digits)
    {
        if (Units.CurrencyBefore(sentence, LowerEnd(sentence, at), out var start) is { } code)
            return Make(FigureKind.Money, value, code, sentence, start, end, digits);
        // Romance languages put a word between: milliards de dollars, millions d'euros.
        var unitAt = value < 1e6 ? end : AfterOf(sentence, end);
        var word = WordAfter(sentence, unitAt, out var wordEnd);
        if (word is "percentage" or "Prozent" && WordAfter(sentence, wordEnd, out var pointsEnd) is "point" or "points" or "Punkte")
        {
            end = pointsEnd;
            return Make(FigureKind.Percent, value, "points", sentence, at, end, digits);
        }

        if (word is "per" or "pour" or "por" && WordAfter(sentence, wordEnd, out var centEnd) is "cent" or "ciento" or "cento") (word, wordEnd) = ("%", centEnd);
        if (Units.Find(word, WordAfter(sentence, wordEnd, out var shapeEnd)) is { } shape)
        {
            end = shapeEnd;
            return Make(shape.Kind, value * shape.Factor, shape.Name, sentence, at, end, digits);
        }

        if (word.Length > 0 && Units.Find(word) is { } unit && !(word is "m" or "t" or "g" or "h" or "b" or "an" or "min" && sentence[end] != ' ' && !char.IsAsciiDigit(sentence[at])))
        {
            if (unit.Name == "%" && WordAfter(sentence, wordEnd, out var pointEnd) is "point" or "points") (unit, wordEnd) = (new Unit(FigureKind.Percent, "points", 1), pointEnd);
            if (word is "degrees" or "Grad" or "degree" or "grad" && WordAfter(sentence, wordEnd, out var scaleEnd) is "Fahrenheit") (value, wordEnd) = ((value - 32) / 1.8, scaleEnd);
            if (unit.Kind == FigureKind.Duration && WordAfter(sentence, wordEnd, out _) is "old" or "alt") return null;
            end = wordEnd;
            return Make(unit.Kind, value * unit.Factor, unit.Name, sentence, at, end, digits);
        }

        if (WordBefore(sentence, at) is "magnitude" or "Magnitude" or "Stärke" or "magnitud" or "magnitudine" || EndsWithBefore(sentence, at, "magnitude of"))
            return Make(FigureKind.Magnitude, value, null, sentence, at, end, digits);
        return Count(sentence, at, end, value, digits);
    }

    private static Figure? Count(string sentence, int at, int end, double value, int digits)
    {
        // "One in five" is a share.
        if (value < 1000 && EndsWithBefore(sentence, at, " one in")) return null;
        if (value != Math.Floor(value) && value < 1000)
        {
            // Of an earthquake a number with a point and nothing after it tells the strength.
            return value is > 2 and < 10 && Quakes.Any(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase))
                ? Make(FigureKind.Magnitude, value, null, sentence, at, end, digits) : null;
        }

        var counted = Counted.After(sentence, end);
        if (counted.Count == 0) return null;
        // "Borealis 4 carries", "Boeing 737 jets": a number after a name belongs to the name.
        if (value < 1000 && at > 1 && sentence[at - 1] == ' ' && IsName(sentence, at - 1)) return null;
        return Make(FigureKind.Count, value, null, sentence, at, end, digits) with { Of = counted, Text = sentence[at..Counted.EndOfNoun(sentence, end)] };
    }

    private static Figure Make(FigureKind kind, double value, string? unit, string sentence, int start, int end, int digits) =>
        new(kind, value, unit, HedgeWords.Of(sentence, start, end, kind == FigureKind.Duration), sentence[start..end], sentence)
        {
            Digits = digits,
            Of = kind == FigureKind.Count ? [] : Counted.After(sentence, end),
        };

    private static int AfterOf(string sentence, int at)
    {
        foreach (var link in Links)
        {
            if (string.CompareOrdinal(sentence, at, link, 0, link.Length) == 0) return at + link.Length - (link[^1] == ' ' ? 1 : 0);
        }

        return at;
    }

    private static Figure? Year(string sentence, int at, int end, double value) =>
        WordBefore(sentence, at).ToLowerInvariant() is "in" or "by" or "since" or "from" or "until" or "till" or "before" or "after" or "of" or "im"
            or "seit" or "bis" or "ab" or "jahr" or "von" or "nel" or "dal" or "entro" or "em" or "até" or "hasta" or "sinds" or "vanaf" or "spring" or "summer" or "autumn" or "winter" or "en" or "depuis" or "dès" or "desde" or "year" or "and" or "to" or "ende" or "anfang" or "end" or "late" or "early"
            ? Make(FigureKind.Date, value * 10000, null, sentence, at, end, 4) with { Of = [] }
            : null;

    private static bool IsAmount(string sentence, int at, int end) =>
        Units.CurrencyBefore(sentence, at, out _) is not null || Units.Find(WordAfter(sentence, end, out _)) is not null;

    /// <summary>Times (10:30), scores (3-2), fractions and dates (3/4), ordinals (3rd), numbers of things (No. 5, #5).</summary>
    private static bool IsNoQuantity(string sentence, int at, ref int end)
    {
        if (at > 1 && sentence[at - 1] is ':' or '/' or '#' && (sentence[at - 1] == '#' || char.IsAsciiDigit(sentence[at - 2]))) return true;
        if (at > 1 && sentence[at - 1] is '-' or '–' && char.IsAsciiDigit(sentence[at - 2]) && !IsRange(sentence, end)) return true;
        if (WordBefore(sentence, at) is "No" or "Nr" or "no" or "page" or "Seite" or "row" or "Article" or "article" or "section" or "Paragraph" or "number" or "version" or "Version"
            or "Interstate" or "Route" or "chapter" or "Chapter" or "Windows" or "Gate" or "Room" or "room" or "age" or "aged")
        {
            return true;
        }

        if (end >= sentence.Length) return false;
        if (sentence[end] is ':' or '/' && end + 1 < sentence.Length && char.IsAsciiDigit(sentence[end + 1]))
        {
            while (end < sentence.Length && (char.IsAsciiDigit(sentence[end]) || sentence[end] is ':' or '/' or '.')) end++;
            return true;
        }

        if (sentence[end] is '-' or '–' && end + 1 < sentence.Length && char.IsAsciiDigit(sentence[end + 1])) return !IsRange(sentence, Numeral.EndOf(sentence, end + 1));
        var suffix = end;
        while (suffix < sentence.Length && char.IsLetter(sentence[suffix])) suffix++;
        var letters = sentence[end..suffix];
        if (letters is "st" or "nd" or "rd" or "th" or "er" or "e" or "a" or "pm" or "am" or "ème") return true;
        if (WordAfter(sentence, end, out _) is "p.m." or "a.m." or "pm" or "am" or "Uhr" or "o'clock") return true;
        // "23." with a capital after it is an ordinal in German and Nordic prose.
        return sentence[end] == '.' && end + 2 < sentence.Length && sentence[end + 1] == ' ' && char.IsLetter(sentence[end + 2]);
    }

    /// <summary>Two numbers with a dash are a range when a unit or a scale follows; otherwise they are a score or a code.</summary>
    private static bool IsRange(string sentence, int end) =>
        ScaleWords.SkipAfter(sentence, end, out _) > end || Units.Find(WordAfter(sentence, end, out _)) is not null;

    /// <summary>A word or sign after a place; a space or hyphen between is passed over.</summary>
    private static string WordAfter(string sentence, int at, out int end)
    {
        end = at;
        if (at < sentence.Length && sentence[at] is ' ' or '-' or '\u00a0' or '\u202f') at++;
        var start = at;
        while (at < sentence.Length && (char.IsLetter(sentence[at]) || (at > start && sentence[at] is '-' or '/' && at + 1 < sentence.Length && char.IsLetter(sentence[at + 1]) && IsUnitSoFar(sentence, start, at))))
        {
            at++;
        }

        if (at == start && at < sentence.Length && sentence[at] is '%' or '$' or '€' or '£' or '¥') at++;
        else if (at == start && at + 1 < sentence.Length && sentence[at] == '°' && sentence[at + 1] is 'C' or 'c') at += 2;
        else if (at > start && at < sentence.Length && sentence[at] == '²') at++;
        if (at == start) return "";
        end = at;
        return sentence[start..at];
    }

    /// <summary>km/h, US-Dollar and kilowatt-hours go on over their sign; "31-year-old" stops at the year.</summary>
    private static bool IsUnitSoFar(string sentence, int start, int at) =>
        at - start == 2 && sentence[start] is 'k' or 'U' || sentence.AsSpan(start, at - start).EndsWith("watt", StringComparison.OrdinalIgnoreCase);

    private static string WordBefore(string sentence, int at)
    {
        var end = at;
        while (end > 0 && sentence[end - 1] is ' ' or '.' or '\u00a0') end--;
        var start = end;
        while (start > 0 && char.IsLetter(sentence[start - 1])) start--;
        return sentence[start..end];
    }

    private static bool EndsWithBefore(string sentence, int at, string words) =>
        sentence.AsSpan(0, at).TrimEnd().EndsWith(words, StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string sentence, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(sentence[start - 1])) start--;
        return start > 1 && start < end && char.IsUpper(sentence[start]) && !Counted.IsSmallWord(sentence[start..end]);
    }

    private static int SignificantDigits(ReadOnlySpan<char> raw)
    {
        var digits = 0;
        var zeros = 0;
        var fraction = raw.IndexOfAny('.', ',') is var sign && sign >= 0 && raw.Length - sign != 4;
        foreach (var c in raw)
        {
            if (!char.IsAsciiDigit(c) || (digits == 0 && c == '0')) continue;
            digits++;
            zeros = c == '0' && !fraction ? zeros + 1 : 0;
        }

        return Math.Max(1, digits - zeros);
    }
}
