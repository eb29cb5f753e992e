using System.Collections.Frozen;

namespace NewsDesk.Wire.Stories.Figures;

/// <summary>A unit as it is written, and what it means: the kind, the unit that we count in, and how many of them it is.</summary>
internal readonly record struct Unit(FigureKind Kind, string? Name, double Factor);

/// <summary>The units of the newspapers, by how they are written.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, Unit> Words = Build();

    /// <summary>Signs that stand before an amount, longest first.</summary>
    private static readonly (string Sign, string Code)[] Before =
    [
        ("US$", "USD"), ("A$", "AUD"), ("C$", "CAD"), ("HK$", "HKD"), ("NZ$", "NZD"), ("R$", "BRL"), ("USD", "USD"), ("EUR", "EUR"), ("GBP", "GBP"),
        ("CHF", "CHF"), ("SEK", "SEK"), ("JPY", "JPY"), ("CNY", "CNY"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"), ("₩", "KRW"),
    ];

    public static Unit? Find(string word) => Words.TryGetValue(word, out var unit) ? unit : null;

    /// <summary>The currency whose sign ends right before a place, a space allowed, and where the sign begins.</summary>
    public static string? CurrencyBefore(string text, int at, out int start)
    {
        var end = at > 0 && text[at - 1] is ' ' or '\u00a0' ? at - 1 : at;
        foreach (var (sign, code) in Before)
        {
            start = end - sign.Length;
            if (start < 0 || string.CompareOrdinal(text, start, sign, 0, sign.Length) != 0) continue;
            if (char.IsLetter(sign[0]) && start > 0 && char.IsLetter(text[start - 1])) continue;
            return code;
        }

        start = at;
        return null;
    }

    /// <summary>A length in two words that is an area or a volume: square miles, mètres cubes.</summary>
    public static Unit? Find(string word, string next)
    {
        var isSquare = word is "square" || next is "carrés" or "cuadrados" or "quadrati" or "quadrados";
        var isCubic = word is "cubic" || next is "cubes" or "cúbicos" or "cubi";
        if (!isSquare && !isCubic) return null;
        return Find(word is "square" or "cubic" ? next : word) is not { Kind: FigureKind.Length, Factor: var metres } ? null
            : isSquare ? new Unit(FigureKind.Area, "ha", metres * metres / 1e4) : new Unit(FigureKind.Volume, "l", metres * metres * metres * 1e3);
    }

    private static FrozenDictionary<string, Unit> Build()
    {
        var units = new Dictionary<string, Unit>(StringComparer.OrdinalIgnoreCase);
        void Put(FigureKind kind, string? name, double factor, string words)
        {
            foreach (var word in words.Split(' ')) units[word] = new Unit(kind, name, factor);
        }

        Put(FigureKind.Money, "USD", 1, "$ dollar dollars us-dollar dólares dollari dólar usd");
        Put(FigureKind.Money, "EUR", 1, "€ euro euros eur");
        Put(FigureKind.Money, "GBP", 1, "£ pound pounds pfund sterling gbp");
        Put(FigureKind.Money, "JPY", 1, "¥ yen jpy");
        Put(FigureKind.Money, "CNY", 1, "yuan renminbi cny");
        Put(FigureKind.Money, "CHF", 1, "franc francs franken chf");
        Put(FigureKind.Money, "INR", 1, "rupee rupees rupien inr");
        Put(FigureKind.Money, "crowns", 1, "crown crowns kronen kronor kroner couronnes");
        Put(FigureKind.Money, "florins", 1, "florin florins");
        Put(FigureKind.Money, "pesos", 1, "peso pesos");
        Put(FigureKind.Money, "roubles", 1, "rouble roubles ruble rubles rubel");
        Put(FigureKind.Money, "BRL", 1, "reais");
        Put(FigureKind.Money, "USD", 0.01, "cent cents");
        Put(FigureKind.Money, "GBP", 0.01, "pence");
        Put(FigureKind.Percent, "%", 1, "% percent prozent pct procent percento");
        Put(FigureKind.Percent, "points", 1, "prozentpunkte prozentpunkten");
        Put(FigureKind.Duration, "days", 1.0 / 86400, "second seconds sekunde sekunden seconde secondes segundos secondi seconden sec");
        Put(FigureKind.Duration, "days", 1.0 / 1440, "minute minutes minuten minutos minuti min mins");
        Put(FigureKind.Duration, "days", 1.0 / 24, "hour hours stunde stunden heure heures hora horas hrs ora ore uur uren");
        Put(FigureKind.Duration, "days", 1, "day days tag tage tagen jour jours día días dia dias dag dagen giorno giorni");
        Put(FigureKind.Duration, "days", 7, "week weeks woche wochen semaine semaines semana semanas settimana settimane weken");
        Put(FigureKind.Duration, "days", 30.4375, "month months monat monate monaten mois mes meses mês mese mesi maand maanden");
        Put(FigureKind.Duration, "days", 365.25, "year years jahr jahre jahren an ans année années año años ano anos anno anni jaar jaren");
        Put(FigureKind.Duration, "days", 3652.5, "decade decades jahrzehnt jahrzehnte jahrzehnten décennie décennies década décadas decennio decenni");
        Put(FigureKind.Power, "W", 1, "w watt watts");
        Put(FigureKind.Power, "W", 1e3, "kw kilowatt kilowatts");
        Put(FigureKind.Power, "W", 1e6, "mw megawatt megawatts mégawatts");
        Put(FigureKind.Power, "W", 1e9, "gw gigawatt gigawatts");
        Put(FigureKind.Power, "W", 1e12, "tw terawatt terawatts");
        Put(FigureKind.Power, "W", 745.7, "horsepower hp");
        Put(FigureKind.Power, "W", 735.5, "ps");
        Put(FigureKind.Energy, "Wh", 1e3, "kwh kilowatt-hours kilowattstunden");
        Put(FigureKind.Energy, "Wh", 1e6, "mwh megawatt-hours megawattstunden");
        Put(FigureKind.Energy, "Wh", 1e9, "gwh gigawatt-hours gigawattstunden");
        Put(FigureKind.Energy, "Wh", 1e12, "twh terawatt-hours terawattstunden");
        Put(FigureKind.Length, "m", 0.001, "mm millimetres millimeters millimeter");
        Put(FigureKind.Length, "m", 0.01, "cm centimetre centimetres centimeter centimeters zentimeter centimètres");
        Put(FigureKind.Length, "m", 1, "m metre metres meter meters metern mètre mètres metro metros metri");
        Put(FigureKind.Length, "m", 1e3, "km kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres kilómetro kilómetros chilometri quilómetros quilômetros");
        Put(FigureKind.Length, "m", 1609.344, "mile miles meilen");
        Put(FigureKind.Length, "m", 0.3048, "foot feet ft");
        Put(FigureKind.Length, "m", 0.0254, "inch inches zoll");
        Put(FigureKind.Area, "ha", 1, "hectare hectares hektar hectáreas ettari ha");
        Put(FigureKind.Area, "ha", 0.404686, "acre acres");
        Put(FigureKind.Area, "ha", 100, "quadratkilometer quadratkilometern km²");
        Put(FigureKind.Area, "ha", 0.0001, "quadratmeter quadratmetern m²");
        Put(FigureKind.Weight, "kg", 0.001, "g gram grams gramm grammes");
        Put(FigureKind.Weight, "kg", 1, "kg kilo kilos kilogram kilograms kilogramm kilogrammes kilogramos chili chilogrammi quilos");
        Put(FigureKind.Weight, "kg", 1000, "t tonne tonnes ton tons tonnen tonnes toneladas tonnellate ton");
        Put(FigureKind.Weight, "kg", 0.453592, "lb lbs");
        Put(FigureKind.Volume, "l", 1, "litre litres liter liters litern litros litri");
        Put(FigureKind.Volume, "l", 1e3, "kubikmeter kubikmetern m³");
        Put(FigureKind.Volume, "l", 158.987, "barrel barrels");
        Put(FigureKind.Temperature, "°C", 1, "°c grad degree degrees degrés grados gradi graus");
        Put(FigureKind.Speed, "km/h", 1, "km/h kph");
        Put(FigureKind.Speed, "km/h", 1.609344, "mph");
        Put(FigureKind.Data, "B", 1e6, "mb megabyte megabytes");
        Put(FigureKind.Data, "B", 1e9, "gb gigabyte gigabytes");
        Put(FigureKind.Data, "B", 1e12, "tb terabyte terabytes");
        return units.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
