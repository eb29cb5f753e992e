using System.Collections.Frozen;

namespace NewsDesk.Wire.Reading.Dates;

/// <summary>The names of months, whole and short, in the languages of most of the web's news.</summary>
internal static class Months
{
    private static readonly FrozenDictionary<string, int> Names = Table(
        "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari januára styczeń stycznia sty ocak января янв tammikuu tammikuuta leden ledna januarie ιανουαρίου يناير січня",
        "february feb februar feber février févr fév febrero febbraio fevereiro fev februari február luty lutego lut şubat февраля фев helmikuu helmikuuta únor února φεβρουαρίου فبراير лютого",
        "march mar märz mrz mars marzo março marco maart mrt marts marec marzec marca mart марта maaliskuu maaliskuuta březen března marti μαρτίου مارس березня maret",
        "april apr avril avr abril abr aprile april aprilie kwiecień kwietnia kwi nisan апреля huhtikuu huhtikuuta duben dubna απριλίου أبريل إبريل квітня",
        "may mai mayo maggio mag maio mei maj maja mayıs мая toukokuu toukokuuta květen května máj μαΐου مايو травня",
        "june jun juni juin junio giugno giu junho czerwiec czerwca cze haziran июня kesäkuu kesäkuuta červen června iunie ιουνίου يونيو червня",
        "july jul juli juillet juil julio luglio lug julho lipiec lipca lip temmuz июля heinäkuu heinäkuuta červenec července iulie ιουλίου يوليو липня",
        "august aug août aout agosto ago augustus augusti sierpień sierpnia sie ağustos августа elokuu elokuuta srpen srpna αυγούστου أغسطس серпня agustus",
        "september sep sept septembre septiembre settembre set setembro szeptember wrzesień września wrz eylül сентября syyskuu syyskuuta září septembrie σεπτεμβρίου سبتمبر вересня",
        "october oct oktober okt octobre octubre ottobre ott outubro out październik października paź ekim октября lokakuu lokakuuta říjen října octombrie οκτωβρίου أكتوبر жовтня",
        "november nov novembre noviembre novembro listopad listopada lis kasım ноября marraskuu marraskuuta noiembrie νοεμβρίου نوفمبر",
        "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember grudzień grudnia gru aralık декабря joulukuu joulukuuta prosinec prosince decembrie δεκεμβρίου ديسمبر грудня");

    public static int? Find(string name) => Names.TryGetValue(name.TrimEnd('.').ToLowerInvariant(), out var month) ? month : null;

    private static FrozenDictionary<string, int> Table(params string[] months)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 0; month < months.Length; month++)
        {
            foreach (var name in months[month].Split(' ')) table.TryAdd(name, month + 1);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
