using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace NewsDesk.Wire.Reading.Choosing;

/// <summary>What furniture says of itself, in the languages of most of the web's news.</summary>
internal static class FurniturePhrases
{
    /// <summary>In characters.</summary>
    private const int LongestLabel = 48;

    /// <summary>Whole lines that open a row of links to networks, a list of other pieces, the readers' comments, or what a piece is filed under.</summary>
    private static readonly FrozenSet<string> Labels = """
        share|share this|share this article|share this post|share this story|share this page|share article|share on|share via|like this|follow us
        partager|partager cet article|partagez|partager sur|suivez-nous|j'aime ça|teilen|artikel teilen|beitrag teilen|diesen artikel teilen|folgen sie uns|gefällt mir
        compartir|compartir en|comparte|comparte esta noticia|síguenos|me gusta esto|condividi|condividi su|condividi l'articolo|seguici
        compartilhe|compartilhar|compartilhe esta notícia|partilhar|partilhe|siga-nos|delen|deel|deel dit|deel dit artikel|dela|dela artikeln|dela på|del artiklen|del artikkelen|jaa|jaa artikkeli
        udostępnij|podziel się|поделиться|поделитесь|поделиться в соцсетях|поширити|paylaş|bu haberi paylaş|κοινοποίηση|sdílet|megosztás|distribuie
        分享|分享到|分享至|シェア|シェアする|この記事をシェア|この記事をシェアする|共有|공유|공유하기|기사 공유|شارك|شارك المقال|مشاركة|साझा करें
        related|related articles|related stories|related posts|related content|related news|related reading|read next|read more|read also|also read|see also|more on this|more on this story|more stories|more articles|more from this author
        you may also like|you might also like|you might also be interested in|recommended|recommended for you|recommended reading|recommended stories|most read|most popular|trending|trending now|popular posts|latest news|latest posts|recent posts|up next|don't miss|editor's picks|editors' picks
        mehr zum thema|lesen sie auch|lesen sie mehr|auch interessant|das könnte sie auch interessieren|das könnte dich auch interessieren|ähnliche artikel|ähnliche beiträge|verwandte artikel|verwandte themen|weitere artikel|weitere themen|meistgelesen
        similaire|similaires|articles similaires|articles liés|à lire aussi|a lire aussi|lire aussi|à lire également|lire également|sur le même sujet|sur le même thème|voir aussi|les plus lus|dans la même rubrique
        te puede interesar|te puede interesar también|también te puede interesar|puede interesarte|noticias relacionadas|artículos relacionados|relacionados|relacionado|lee también|lea también|más noticias|lo más leído
        leggi anche|articoli correlati|correlati|potrebbe interessarti|potrebbe interessarti anche|ti potrebbe interessare|ti potrebbe interessare anche|i più letti|leia também|leia mais|veja também|veja mais|notícias relacionadas|artigos relacionados|mais lidas|mais lidos
        lees ook|lees meer|lees verder|gerelateerd|gerelateerde artikelen|ook interessant|meest gelezen|läs också|läs mer|läs även|relaterade artiklar|mest läst|les også|les mer|læs også|læs mere|relaterede artikler|lue myös|lue lisää
        czytaj także|czytaj też|czytaj również|zobacz także|zobacz też|zobacz również|przeczytaj także|polecamy|powiązane artykuły|czytaj więcej|читайте также|читайте ещё|по теме|материалы по теме|похожие статьи|похожие материалы|новости по теме|читайте також
        ilgili haberler|benzer haberler|bunlar da ilginizi çekebilir|çok okunanlar|διαβάστε επίσης|σχετικά άρθρα|přečtěte si také|čtěte také|související články|kapcsolódó cikkek|citește și
        相关新闻|相关阅读|相关文章|相关推荐|推荐阅读|延伸阅读|热门文章|延伸閱讀|相關新聞|相關文章|推薦閱讀|関連記事|関連ニュース|関連リンク|あわせて読みたい|おすすめ記事|人気記事|관련기사|관련 기사|관련 뉴스|추천 기사|많이 본 뉴스
        مواضيع ذات صلة|مقالات ذات صلة|أخبار ذات صلة|اقرأ أيضا|اقرأ أيضاً|قد يعجبك أيضا|संबंधित खबरें|यह भी पढ़ें
        comments|leave a comment|leave a reply|post a comment|join the conversation|join the discussion|kommentare|schreibe einen kommentar|kommentar schreiben|commentaires|laisser un commentaire|comentarios|deja un comentario|deja una respuesta|dejar un comentario
        commenti|lascia un commento|comentários|deixe um comentário|deixe uma resposta|reacties|plaats een reactie|geef een reactie|kommentarer|kommentit|komentarze|dodaj komentarz|комментарии|добавить комментарий|оставить комментарий|yorumlar|yorum yap
        tags|filed under|posted in|topics|schlagwörter|schlagworte|étiquettes|mots-clés|etiquetas|argomenti|onderwerpen|taggar|emneord|tagi|теги|метки|etiketler|标签|關鍵字|关键词|タグ|キーワード|태그
        评论|发表评论|留言|コメント|コメントを残す|댓글|댓글 쓰기|تعليقات|التعليقات|اترك تعليقا
        """.Split(['|', '\n'], StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LabelsBySpan = Labels.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Pieces of sentences that ask a reader to subscribe, to sign up, to pay or to follow.</summary>
    private static readonly SearchValues<string> Invitations = Containing("""
        subscribe to our|subscribe to the|subscribe to continue|subscribe now|subscribe today|subscribe for|subscribe here|sign up for our|sign up to our|sign up to get|sign up to receive|our newsletter|in your inbox|to your inbox|into your inbox
        already a subscriber|already a member|to continue reading|get unlimited access|last free article|free articles this|become a subscriber|become a patron|support our work|support our journalism|unsubscribe any|unsubscribe at any|no spam
        follow us on|log in to read|create a free account|enter your email|your email address will not|paid subscriber|reader-supported|our whatsapp channel|our telegram channel|content is for subscribers|exclusive to subscribers|for subscribers only|buy me a coffee|enjoying this story|enjoying this article|enjoyed this article|enjoy this article
        abonnez-vous|inscrivez-vous|s'abonner|je m'abonne|notre newsletter|notre lettre d|suivez-nous|réservé aux abonnés|réservé à nos abonnés|déjà abonné|saisissez votre adresse|votre adresse e-mail|pour lire la suite|soutenez-nous|rejoignez notre|notre chaîne whatsapp
        unseren newsletter|unserem newsletter|unser newsletter|newsletter abonnieren|newsletter an!|newsletter an.|jetzt abonnieren|jetzt anmelden|abonnieren sie|bereits abonnent|schon abonnent|um weiterzulesen|folgen sie uns|folge uns|ihre e-mail-adresse|deine e-mail-adresse|nur für abonnenten|unserem whatsapp|unseren whatsapp
        suscríbete|suscríbase|nuestro boletín|nuestra newsletter|exclusivo para suscriptores|solo para suscriptores|sólo para suscriptores|ya eres suscriptor|inicia sesión|síguenos en|únete a nuestro|nuestro canal de|para seguir leyendo
        abbonati a |abbonati ora|abbonati subito|abbonati per|iscriviti alla|iscriviti al |iscriviti ora|nostra newsletter|seguici su|già abbonato|continuare a leggere|riservato agli abbonati
        assine a |assine o |assine já|assine agora|inscreva-se|nossa newsletter|já é assinante|faça login|exclusivo para assinantes|siga o canal|siga-nos|cadastre-se|subscreva a |para continuar lendo|continuar a ler
        schrijf je in|schrijf u in|abonneer je|abonneer u|onze nieuwsbrief|al abonnee|word abonnee|volg ons op|prenumerera på|vårt nyhetsbrev|redan prenumerant|bli prenumerant|följ oss|tilmeld dig|vores nyhedsbrev|meld deg på|bliv abonnent|bli abonnent|følg os|følg oss|tilaa uutiskirje|tilaa nyt
        zapisz się|do newslettera|zaprenumeruj|subskrybuj|dla subskrybentów|obserwuj nas|wykup dostęp|přihlaste se k|odebírejte|iratkozz fel|iratkozzon fel|hírlevelünk|abonează-te|abonați-vă
        подписывайтесь|подпишитесь|підписуйтесь|підпишіться|нашу рассылку|abone ol|bültenimize|bizi takip|εγγραφείτε
        メールマガジンに|メールマガジンを|メルマガ登録|会員登録|購読する|フォローしてください|有料会員|続きを読むには|この記事は有料|点击订阅|立即订阅|欢迎订阅|关注我们|扫码关注|立即訂閱|訂閱電子報|加入會員|追蹤我們|구독하세요|구독하기|뉴스레터를|유료회원
        اشترك في|اشترك الآن|نشرتنا|تابعونا|تابعنا على|सब्सक्राइब करें
        """);

    private static readonly SearchValues<string> Rights = Containing("""
        all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|wszelkie prawa zastrzeżone|все права защищены|всі права захищені
        tüm hakları saklıdır|με επιφύλαξη παντός|všechna práva vyhrazena|minden jog fenntartva|toate drepturile rezervate|alla rättigheter|alle rettigheter|kaikki oikeudet pidätetään|riproduzione riservata|reproduction interdite|nachdruck verboten|reproducción prohibida
        版权所有|版權所有|不得转载|不得轉載|無断転載|禁無断|무단전재|저작권자|جميع الحقوق محفوظة
        """);

    public static bool IsLabel(ReadOnlySpan<char> line)
    {
        var bare = Bare(line);
        return bare.Length is > 0 and <= LongestLabel && LabelsBySpan.Contains(bare);
    }

    public static bool Invites(string text) => text.AsSpan().ContainsAny(Invitations);

    /// <summary>Whether the line says whose the page is, as pages do at their foot.</summary>
    public static bool ClaimsRights(string text)
    {
        var begins = text.AsSpan().TrimStart();
        return text.AsSpan().ContainsAny(Rights) || begins.StartsWith('©') || begins.StartsWith("Copyright ©", StringComparison.OrdinalIgnoreCase) || begins.StartsWith("(c) 20", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Without marks, numbers and white space around it.</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> line)
    {
        int from = 0, to = line.Length;
        while (from < to && !char.IsLetter(line[from])) from++;
        while (to > from && !char.IsLetter(line[to - 1]) && char.GetUnicodeCategory(line[to - 1]) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)) to--;
        return line[from..to];
    }

    /// <summary>Apostrophes are written in two ways.</summary>
    private static SearchValues<string> Containing(string phrases)
    {
        var all = phrases.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return SearchValues.Create([.. all, .. all.Where(phrase => phrase.Contains('\'', StringComparison.Ordinal)).Select(phrase => phrase.Replace('\'', '’'))], StringComparison.OrdinalIgnoreCase);
    }
}
