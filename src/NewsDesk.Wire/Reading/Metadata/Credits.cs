namespace NewsDesk.Wire.Reading.Metadata;

/// <summary>What pages write before a name in the languages of most of the web's news, as parts of patterns.</summary>
internal static class Credits
{
    /// <summary>May go before "by", which then says what was done.</summary>
    public const string Before =
        "(?:this (?:post|article|story) was )?written|posted|published|words|story|text|article|report|post|contributed|reported|verfasst|geschrieben|text|écrit|rédigé|publié|texte|escrito|publicado|texto|" +
        "scritto|pubblicato|testo|a cura|geschreven|geplaatst|tekst|skriven|skrevet|napisał|napisała|publicerad";

    /// <summary>Goes before a writer's name, with a colon or without.</summary>
    public const string By =
        "by|contributors?:|von|par|por|di|door|av|af|autor|autorin|autoren|autora|autores|autorzy|autori|author|auteure?s?|autore|escrito por|écrit par|geschrieben von|بقلم|كتب|كتبت";

    /// <summary>Says that a writer follows only with a colon behind it: the word has other uses.</summary>
    public const string Label =
        "text|texte|texto|testo|tekst|teksti|words|reporters?|authors?|автор|авторы|текст|автори|yazar|yazan|haber|muhabir|tekijä|toimittaja|szerző|συντάκτης|κείμενο|penulis|tác giả|" +
        "記者|记者|作者|文|文字|撰文|編集・執筆|取材・文|取材|執筆|글|글쓴이|기자|المؤلف|الكاتب|كتابة|कवि|लेखक";

    /// <summary>The same for whoever took the pictures, or worked on what another wrote.</summary>
    public const string OfOthers =
        "fotos?|photos?|photograph(?:s|er|y|ie)?|photographe|pictures?|images?|bild|bilder|bilde|foto(?:graf(?:ie|ía|ia|ija)?|s)?|fotograf[oa]?|zdjęci[ae]|фото|kuvat?|fénykép|illustrations?|illustrazioni|ilustraci(?:ón|ones)|grafik|graphics?|video|" +
        "source|quelle|fuente|fonte|bron|źródło|источник|kaynak|redigering|oprac|traduction|übersetzung|traducción|editor|edited by|editing|写真|撮影|イラスト|编辑|編輯|責任編輯|责任编辑|责编|摄影|攝影|摄|图|圖|来源|來源|提供|사진|편집|تصوير|المصدر";
}
