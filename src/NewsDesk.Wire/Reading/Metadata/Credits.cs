namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>What pages write before a name in the languages of most of the web's news.</summary>
internal static class Credits
{
    /// <summary>May go before "by", which then says what was done.</summary>
    public static readonly PhraseBook Before = new("""
        written|this post was written|this article was written|this story was written|posted|published|words|story|text|article|report|post|contributed|reported|verfasst|geschrieben|écrit|rédigé|publié|texte|escrito|publicado|texto
        scritto|pubblicato|testo|a cura|geschreven|geplaatst|tekst|skriven|skrevet|napisał|napisała|publicerad
        """);

    /// <summary>Goes before a writer's name, with a colon or without.</summary>
    public static readonly PhraseBook By = new("""
        by|von|par|por|di|door|av|af|autor|autorin|autoren|autora|autores|autorzy|autori|author|auteur|auteure|auteurs|auteures|autore|escrito por|écrit par|geschrieben von|بقلم|كتب|كتبت
        """);

    /// <summary>Says that a writer follows only with a colon behind it: the word has other uses.</summary>
    public static readonly PhraseBook Label = new("""
        text|texte|texto|testo|tekst|teksti|words|reporter|reporters|author|authors|contributor|contributors|автор|авторы|текст|автори|yazar|yazan|haber|muhabir|tekijä|toimittaja|szerző|συντάκτης|κείμενο|penulis|tác giả
        記者|记者|作者|文|文字|撰文|編集・執筆|取材・文|取材|執筆|글|글쓴이|기자|المؤلف|الكاتب|كتابة|कवि|लेखक
        """);

    /// <summary>The same for whoever took the pictures, or worked on what another wrote.</summary>
    public static readonly PhraseBook OfOthers = new("""
        foto|fotos|photo|photos|photograph|photographs|photographer|photography|photographie|photographe|picture|pictures|image|images|bild|bilder|bilde|fotograf|fotografs|fotografie|fotografía|fotografia|fotografija|fotografa|fotografo
        zdjęcia|zdjęcie|фото|kuva|kuvat|fénykép|illustration|illustrations|illustrazioni|ilustración|ilustraciones|grafik|graphic|graphics|video
        source|quelle|fuente|fonte|bron|źródło|источник|kaynak|redigering|oprac|traduction|übersetzung|traducción|editor|edited by|editing
        写真|撮影|イラスト|编辑|編輯|責任編輯|责任编辑|责编|摄影|攝影|摄|图|圖|来源|來源|提供|사진|편집|تصوير|المصدر
        """);

    /// <summary>May stand before all of these on pages that also say who looked a piece through.</summary>
    private static readonly PhraseBook BeforeNames = new("reviewed|updated|content|medically reviewed|author|autor|auteur|about");

    /// <summary>Where the names begin, in a byline that may say "By" or "Text:" before them.</summary>
    public static int NamesAt(ReadOnlySpan<char> byline)
    {
        var start = PhraseBook.AfterSpaces(byline, 0);
        var done = Math.Max(Before.EndOf(byline, start), BeforeNames.EndOf(byline, start));
        if (done > 0)
        {
            var at = PhraseBook.AfterSpaces(byline, done);
            if (at < byline.Length && byline[at] == ':') at = PhraseBook.AfterSpaces(byline, at + 1);
            if (at > done && char.IsWhiteSpace(byline[at - 1]) && AfterBy(byline, at) is > 0 and var names) return names;
        }

        return Math.Max(0, AfterBy(byline, start));
    }

    private static int AfterBy(ReadOnlySpan<char> text, int at)
    {
        var end = By.EndOf(text, at);
        // "ByJane Roe" was written in two elements.
        if (end < 0 && at + 2 < text.Length && text[at..].StartsWith("by", StringComparison.OrdinalIgnoreCase) && char.IsUpper(text[at + 2])) end = at + 2;
        if (end < 0 || end < text.Length && (char.IsDigit(text[end]) || text[end] == '_')) end = AfterLabel(text, at);
        return end < 0 ? -1 : AfterMarks(text, end);
    }

    /// <summary>Where a label's colon ends; less than 0 where none stands.</summary>
    public static int AfterLabel(ReadOnlySpan<char> text, int at) => PhraseBook.AfterColon(text, Label.EndOf(text, at));

    public static int AfterMarks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is ':' or '：')) at++;
        return at;
    }
}
