using System.Collections.Frozen;

namespace NewsDesk.Wire.Stories.Figures;

/// <summary>Numbers written in letters: two, thirty-one, dreihundert, dix-huit, treinta y cinco, half a million, a dozen.</summary>
internal static class NumberWords
{
    private const int LongestWord = 24;

    private static readonly FrozenDictionary<string, double> Values = Build();

    /// <summary>Words that are numbers in one language and something else in another, or a name: they count only before a unit.</summary>
    private static readonly FrozenSet<string> Doubtful = Set("once due seize sei otto dos elf sept");

    /// <summary>What makes a part or a place in a row of the number before it: two-thirds, sixty-fourth.</summary>
    private static readonly FrozenSet<string> Parts = Set("""
        first second third fourth fifth sixth seventh eighth ninth half thirds quarter quarters fifths sixths eighths tenths drittel viertel fünftel sechstel achtel zehntel
        tiers quart quarts cinquièmes tercio tercios cuarto cuartos quintos terzi quarti quinti terço terços
        """);

    /// <summary>What stands between tens and ones: thirty-one, treinta y cinco, vinte e cinco, vingt et un.</summary>
    private static readonly string[] Joints = ["-", " ", " y ", " e ", " et ", "-et-"];

    /// <summary>French counts hundreds in two words; English "three cents" is money.</summary>
    private static readonly FrozenSet<string> Hundreds = Set("deux trois quatre cinq six sept huit neuf");

    /// <summary>The number whose letters begin at <paramref name="at"/>, and where it ends, its scale included.</summary>
    public static double? Read(string text, int at, out int end)
    {
        var word = WordAt(text, at, out end);
        if (word.Equals("half", StringComparison.OrdinalIgnoreCase)) return HalfAMillion(text, at, out end);
        if (!Values.TryGetValue(word, out var value)) return null;
        value = Joined(text, word, value, ref end);
        if (end < text.Length && text[end] is '-' or ' ' && Parts.Contains(WordAt(text, end + 1, out _))) return null;
        while (ScaleWords.SkipAfter(text, end, out var scale) is var after && after > end)
        {
            if (text[end] == ' ' && after - end == 2) break;
            (value, end) = (value * scale, after);
        }

        // "One" is a pronoun more often than a number.
        if (value == 1) return null;
        return Doubtful.Contains(text[at..end]) && Units.Find(WordAt(text, Math.Min(end + 1, text.Length), out _)) is null ? null : value;
    }

    private static double Joined(string text, string word, double value, ref int end)
    {
        if (value < 10 && Hundreds.Contains(word) && Has(text, end, " ") && WordAt(text, end + 1, out var hundredEnd) is "cents" or "cent")
        {
            end = hundredEnd;
            return value * 100;
        }

        if (value == 4 && Has(text, end, "-") && WordAt(text, end + 1, out var scoreEnd) is "vingt" or "vingts") (value, end) = (80, scoreEnd);
        // Soixante-douze and quatre-vingt-dix count on to nineteen, dix-sept to dix-neuf from seven.
        var (least, most) = value switch { 10 => (7, 10), 60 or 80 => (1, 20), >= 20 and < 100 => (1, 10), _ => (1, 0) };
        foreach (var joint in Joints)
        {
            if (least > most || !Has(text, end, joint) || (value == 10 && joint != "-")) continue;
            if (!Values.TryGetValue(WordAt(text, end + joint.Length, out var onesEnd), out var ones) || ones < least || ones >= most) continue;
            end = onesEnd;
            return value + ones;
        }

        return value;
    }

    private static double? HalfAMillion(string text, int at, out int end)
    {
        end = at;
        const string half = "half a";
        if (string.Compare(text, at, half, 0, half.Length, StringComparison.OrdinalIgnoreCase) != 0) return null;
        var after = ScaleWords.SkipAfter(text, at + half.Length, out var scale);
        if (after == at + half.Length || scale < 1e3) return null;
        end = after;
        return scale / 2;
    }

    private static string WordAt(string text, int at, out int end)
    {
        end = at;
        while (end < text.Length && char.IsLetter(text[end]) && end - at < LongestWord) end++;
        return text[at..end];
    }

    private static bool Has(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static FrozenDictionary<string, double> Build()
    {
        var values = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        void Put(double first, double step, string words)
        {
            foreach (var word in words.Split(' '))
            {
                values.TryAdd(word, first);
                first += step;
            }
        }

        Put(1, 0, "one a an ein eine einen einer un une una uno um uma");
        Put(2, 1, "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
        Put(20, 10, "twenty thirty forty fifty sixty seventy eighty ninety");
        Put(2, 1, "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn");
        Put(20, 10, "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig");
        Put(2, 1, "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize");
        Put(20, 10, "vingt trente quarante cinquante soixante");
        Put(2, 1, "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve");
        Put(20, 10, "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa");
        Put(21, 1, "veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve");
        Put(2, 1, "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove");
        Put(20, 10, "venti trenta quaranta cinquanta sessanta settanta ottanta novanta");
        Put(2, 1, "dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove");
        Put(20, 10, "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa");
        Put(2, 1, "twee drie vier vijf zes zeven acht negen tien elf twaalf");
        Put(20, 10, "twintig dertig veertig vijftig zestig zeventig tachtig negentig");
        Put(100, 0, "hundert cent cien cento cem");
        Put(200, 100, "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos");
        Put(200, 100, "duecento trecento quattrocento cinquecento seicento settecento ottocento novecento");
        Put(200, 100, "duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos");
        Put(2, 0, "duas");
        Put(12, 0, "dozen dutzend douzaine docena dozzina dúzia");
        PutItalian(Put);
        PutGerman(Put);
        return values.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Italian writes tens and ones in one word, and drops a vowel between two: ventuno, trentacinque.</summary>
    private static void PutItalian(Action<double, double, string> put)
    {
        string[] tens = ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"];
        string[] ones = ["uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"];
        for (var ten = 0; ten < tens.Length; ten++)
            put(21 + (10 * ten), 1, string.Join(' ', ones.Select(one => (one[0] is 'u' or 'o' ? tens[ten][..^1] : tens[ten]) + one)));
    }

    /// <summary>German writes the ones first and all in one word: fünfundvierzig, dreihundert, zweitausend.</summary>
    private static void PutGerman(Action<double, double, string> put)
    {
        string[] ones = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"];
        string[] tens = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
        for (var one = 1; one <= ones.Length; one++)
        {
            put(20 + one, 10, string.Join(' ', tens.Select(ten => ones[one - 1] + "und" + ten)));
            put(one * 100, 0, ones[one - 1] + "hundert");
            put(one * 1000, 0, ones[one - 1] + "tausend");
        }
    }
}
