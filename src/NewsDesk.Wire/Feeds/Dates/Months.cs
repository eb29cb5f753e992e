using System.Globalization;
using System.Text;

namespace NewsDesk.Wire.Feeds.Dates;

/// <summary>The names of the months, as feeds write them in the languages of their publishers.</summary>
internal static class Months
{
    // How each month's names begin, without accents and in lower case. Of two that fit the longer one counts: červen is
    // June and červenec July.
    private static readonly string[] Beginnings =
    [
        "jan gen ene ian янв січ sty led oca ιαν tammi",
        "feb fev fie фев лют lut uno sub φεβ helmi",
        "mar mrt maa mrz бер берез мар μαρ bre maalis",
        "apr abr avr апр кві kwi dub nis απρ huhti",
        "mai may maj mag mei mayo мая май тра kve μαι touko",
        "jun juin giu iun июн чер cze cerven cervn haz ιουν ιον kesa",
        "jul juil lug iul июл лип lip cervenec tem ιουλ ιολ heina",
        "aug ago aou avg aου авг сер sie srp agu αυγ elo",
        "sep szep set сен вер wrz zar eyl σεπ syys",
        "oct okt out ott окт жов paz rij eki οκτ loka",
        "nov noi ноя нояб лис listopad lis kas νοε marras",
        "dec dez dic des дек гру gru pro ara δεκ joulu",
    ];

    private static readonly (string Beginning, int Month)[] Longest =
    [
        .. Beginnings.SelectMany((names, index) => names.Split(' ').Select(name => (name, index + 1)))
            .OrderByDescending(beginning => beginning.name.Length),
    ];

    public static int? Find(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return null;
        var plain = Plain(word);
        foreach (var (beginning, month) in Longest)
        {
            if (plain.StartsWith(beginning, StringComparison.Ordinal)) return month;
        }

        return null;
    }

    private static string Plain(ReadOnlySpan<char> word)
    {
        var decomposed = word.ToString().ToLowerInvariant().Normalize(NormalizationForm.FormD);
        return string.Concat(decomposed.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
    }
}
