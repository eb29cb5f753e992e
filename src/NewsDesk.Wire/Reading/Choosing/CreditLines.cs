using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using NewsDesk.Wire.Reading.Dates;
using NewsDesk.Wire.Reading.Metadata;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>
/// Tells lines that say who wrote a piece, when, for whom and how long it takes to read: nothing is left of them once names, dates, times
/// and the words that go with these are taken out.
/// </summary>
internal static partial class CreditLines
{
    /// <summary>In characters.</summary>
    private const int Longest = 200;

    private const int MostDates = 4;

    private static readonly FrozenSet<string> Words = """
        og och und et y e en i и та і ve και ja és
        words text texte texto testo tekst teksti photo photos foto newsroom staff reporter editorial team desk redaktion
        by from on at in the of and to a was this article story post last first date time updated update published publication posted written created modified edited originally reviewed print read reading min mins minute minutes am pm a.m p.m gmt utc cet cest est edt et pst pdt bst ist
        von am um uhr stand und der die aktualisiert veröffentlicht erstellt geändert zuletzt datum lesezeit lesedauer minuten mez
        par le la les à et de du publié publiée mis mise jour modifié lecture temps durée heure
        por el los las y del publicado publicada actualizado actualizada fecha lectura tiempo horas hora minutos a.m. p.m.
        di il lo alle ore e del pubblicato pubblicata aggiornato aggiornata ultimo aggiornamento modifica data lettura tempo minuti
        o os em às de do da publicado atualizado atualizada atualização última leitura tempo min há
        door op om en gepubliceerd geplaatst bijgewerkt laatst leestijd minuten uur
        av den kl klockan och publicerad publicerat uppdaterad uppdaterat senast läsning lästid af og publiceret opdateret udgivet oppdatert publisert sist endret kello julkaistu päivitetty
        autor autorka opublikowano aktualizacja zaktualizowano data dodano godz publikováno aktualizováno vydáno vytvořeno zveřejněno hrs klo yazan haber muhabir συντάκτης szerző tekijä
        автор авторы опубликовано обновлено дата в от мск время чтения мин минуты минут оновлено опубліковано
        yazar yayınlanma yayın güncelleme güncellendi tarihi son giriş saat δημοσιεύτηκε δημοσίευση ενημέρωση τελευταία στις
        入力 입력 수정 등록 승인 기자 발행 최종 오전 오후
        نشر تحديث آخر في بتاريخ الساعة
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>One of these, or a figure, is in whatever says how long ago something was.</summary>
    private static readonly SearchValues<string> WordsOfTime = SearchValues.Create(
        [" ago", "just now", "yesterday", "today", "gestern", "heute", "hier", "aujourd", "ayer", "hoy", "ontem", "hoje", "ieri", "oggi", "gisteren", "vandaag", "сегодня", "вчера", "dün", "bugün", "vor ein", "il y a un", "hace un", "قبل"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Colons = SearchValues.Create(":：／");

    private static readonly FrozenSet<string> Particles = "de da von van der di du la le e y und and et en i och og и".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>In words, of names in one line.</summary>
    private const int MostNames = 8;

    public static bool Is(string line, Facts facts)
    {
        if (line.Length > Longest) return false;
        var rest = line;
        var dated = false;
        for (var i = 0; i < MostDates && WrittenDate.Find(rest, facts.Language) is { } date; i++)
        {
            (rest, dated) = (rest.Remove(date.At, date.Length).Insert(date.At, " "), true);
        }

        // A look for what must be there is cheaper than the pattern, which few lines need.
        var told = (HasFigure(rest) || rest.AsSpan().ContainsAny(WordsOfTime)) && LeaveOut(Ago(), ref rest);
        if (rest.AsSpan().ContainsAny(Colons)) told |= LeaveOutOthers(ref rest);
        foreach (var name in facts.Authors)
        {
            if (name.Length > 1 && rest.Contains(name, StringComparison.OrdinalIgnoreCase)) (rest, told) = (rest.Replace(name, " ", StringComparison.OrdinalIgnoreCase), true);
        }

        if (HasFigure(rest)) told |= LeaveOut(ReadingTime(), ref rest);
        told |= LeaveOutPerson(ref rest);
        if (PersonNames.Split(line).All(PersonNames.IsNoOne)) return true;
        if (!dated && !told) return false;
        if (facts.SiteName is { Length: > 1 } site) rest = rest.Replace(site, " ", StringComparison.OrdinalIgnoreCase);
        if (HasFigure(rest)) rest = ClockTime().Replace(rest, " ");
        if (rest.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF')) rest = Ideographic().Replace(rest, " ");
        return Word().Matches(rest).All(word => Words.Contains(word.Value));
    }

    private static bool HasFigure(string line) => line.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>Whoever took the pictures, up to the next mark or label.</summary>
    private static bool LeaveOutOthers(ref string line)
    {
        var length = line.Length;
        for (var at = 0; at < line.Length; at++)
        {
            if (at > 0 && char.IsLetter(line[at - 1]) || Credits.OfOthers.EndOf(line, at) is not (> 0 and var word) || PhraseBook.AfterColon(line, word) is not (> 0 and var colon)) continue;
            if (Others().Match(line, colon) is { Success: true } names) line = string.Concat(line.AsSpan(0, at), " ", line.AsSpan(names.Index + names.Length));
        }

        return line.Length != length;
    }

    /// <summary>"By Jane Roe" where the page's data knows no such person, and the same behind a label.</summary>
    private static bool LeaveOutPerson(ref string line)
    {
        var length = line.Length;
        for (var at = 0; at < line.Length; at++)
        {
            if (at > 0 && char.IsLetter(line[at - 1])) continue;
            var labelled = Credits.AfterLabel(line, at);
            var by = labelled > 0 ? labelled : Credits.By.EndOf(line, at);
            if (by < 0) continue;
            var end = AfterNames(line, Credits.AfterMarks(line, by));
            if (end < 0 && labelled > 0 && IdeographicNames().Match(line, labelled) is { Success: true } names) end = names.Index + names.Length;
            if (end > 0) line = string.Concat(line.AsSpan(0, at), " ", line.AsSpan(end));
        }

        return line.Length != length;
    }

    /// <summary>Where two words or more with capitals end that stand here, and what stands between them in names; less than 0 where none do.</summary>
    private static int AfterNames(string line, int at)
    {
        var (end, names) = (-1, 0);
        while (at < line.Length && names < MostNames)
        {
            var next = at;
            while (next < line.Length && (char.IsLetter(line[next]) || line[next] is '.' or '\'' or '’' or '-')) next++;
            if (next - at > 1 && char.IsUpper(line[at])) (end, names) = (next, names + 1);
            else if (names == 0 || !Particles.Contains(line[at..next])) break;
            if (next == line.Length || !char.IsWhiteSpace(line[next])) break;
            at = next + 1;
        }

        return names > 1 ? end : -1;
    }

    private static bool LeaveOut(Regex what, ref string line)
    {
        var length = line.Length;
        line = what.Replace(line, " ");
        return line.Length != length;
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:\.\p{L}\.?)?", RegexOptions.None, 60_000)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"(?:\d{1,3}|an?|one|two|three|few)\s(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|hour|day|week|month|year)s?\sago|\d{1,3}\s?[mhdw]\sago|\bjust now|\byesterday|\btoday|\bgestern|\bheute|\bhier\b|aujourd['’]hui|\bayer\b|\bhoy\b|\bontem\b|\bhoje\b|\bieri\b|\boggi\b|\bgisteren|\bvandaag|\bсегодня|\bвчера|\bdün\b|\bbugün" +
        @"|(?:vor|il y a|hace|há|för|for|przed)\s(?:\d{1,3}|un[ae]?|ein(?:er|em)?)\s\p{L}+(?:\s(?:sedan|siden))?|\d{1,3}\s\p{L}+\s(?:fa|geleden|sedan|siden|temu|назад|тому|önce|sitten|πριν)|قبل\s\S+\s?\p{L}*|\d{1,3}\s?(?:小时|分钟|天|小時|分鐘|時間|分|日)前|\d{1,3}\s?(?:시간|분|일)\s?전",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Ago();

    [GeneratedRegex(@"\d{1,3}[\s-]?(?:min(?:ute|uten|utos|uti|uuttia)?s?|мин(?:ут[аы]?)?|dk|dakika)\b[\s-]*(?:read|lesezeit|lesedauer|de lectura|de lecture|di lettura|de leitura|leestijd|lästid|läsning|czytania|чтения|okuma)?|(?:约)?\d{1,3}\s?分(?:钟|鐘)?(?:阅读|閱讀|で読めます)", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex ReadingTime();

    [GeneratedRegex(@"\G\s*[\p{L}\p{M}.'’& -]{2,40}?(?=$|[|•·,，;、/（()）—–]|\s\p{L}+\s?[:：])", RegexOptions.None, 60_000)]
    private static partial Regex Others();

    [GeneratedRegex(@"\G\s*\p{IsCJKUnifiedIdeographs}{2,4}(?:[\s、，]\p{IsCJKUnifiedIdeographs}{2,4}){0,3}", RegexOptions.None, 60_000)]
    private static partial Regex IdeographicNames();

    [GeneratedRegex(@"\d{1,2}\s?(?:[:.：]\d{2}(?::\d{2})?|h\s?\d{0,2}|時\s?\d{0,2}分?|时\s?\d{0,2}分?|시\s?\d{0,2}분?)(?:\s?[ap]\.?m\.?)?", RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex ClockTime();

    /// <summary>The words for these in Chinese and Japanese, which no space parts from what follows.</summary>
    [GeneratedRegex(@"(?:\p{IsCJKUnifiedIdeographs}{2}(?:報導|报道)|公開日|公開|掲載日|掲載|更新日|最終更新|更新|配信|発行|投稿日|投稿|発表|发布时间|发表时间|发布于|发布|發布時間|發布|更新時間|更新时间|时间|時間|日期|日|年|月|来源|來源|作者|记者|記者|文|写真|责任编辑|責任編輯|编辑|編輯|责编|阅读|閱讀|报道|報導)\s*[:：／]?", RegexOptions.None, 60_000)]
    private static partial Regex Ideographic();
}
