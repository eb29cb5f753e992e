using System.Collections.Frozen;
using AngleSharp.Dom;

namespace NewsDesk.Wire.Reading.Blocks;

/// <summary>Reads hints from the words that class names, ids and roles are made of, in several languages.</summary>
internal sealed class HintWords
{
    /// <summary>A class attribute longer than this is layout written out in utility classes; its end says nothing more.</summary>
    private const int MaxLength = 300;

    private static readonly FrozenDictionary<string, Hint> Words = Table(
        (Hint.Navigation, "nav navbar navigation navi menu submenu breadcrumb breadcrumbs crumbs crumb pagination pager paging pagenav paginator toolbar tabs tablist megamenu topnav subnav prevnext postnav navegacion menue skip"),
        (Hint.Header, "header head masthead topbar banner kopf entete cabecera cabecalho kop hero jumbotron"),
        (Hint.Footer, "footer foot footnav bottom copyright colophon legal disclaimer fuss rodape voettekst imprint impressum siteinfo"),
        (Hint.Side, "sidebar aside rail side sidebars sidecol rightcol leftcol seitenleiste barra sidenav rightrail secondary complementary right left"),
        (Hint.Comments, "comment comments disqus discussion reply replies respond kommentar kommentare comentarios comentario commentaires commentaire commenti reacties kommentarer kommentit comentários commentlist feedback responses"),
        (Hint.Related, "related relatedposts recommended recommend recommendation recommendations recommends similar trending popular latest recirc recirculation outbrain taboola promoted more readmore next previous prev also seealso mehr verwandte aehnliche kanren ilgili lasocksa leesook leggianche relacionadas relacionados relacionado correlati gerelateerd suggested suggestions further upnext readnext mostread featured teaser teasers weitere associes zergnet revcontent moreon"),
        (Hint.Share, "share sharing shares social socials socialmedia follow addthis addtoany sharedaddy teilen partager compartir condividi compartilhar delen deel paylas udostepnij sns like likes facebook twitter linkedin whatsapp pinterest print bookmark clap reactions reaction rating ratings vote votes"),
        (Hint.Promotion, "newsletter newsletters subscribe subscription signup promo promos promotion cta paywall donate donation membership mailchimp optin leadgen boletin abo abonnement nieuwsbrief prenumerera subskrypcja suscripcion assinatura abbonamento mailmagazine upsell callout offer register inscription convertkit mailing webinar download"),
        (Hint.Advert, "ad ads advert adverts advertisement advertising advertorial sponsor sponsored sponsors dfp adsense adslot adunit werbung anzeige publicidad publicite pubblicita publicidade reklama reclame googlead gpt affiliate"),
        (Hint.Consent, "cookie cookies consent gdpr onetrust cookiebar privacy ccpa rgpd"),
        (Hint.Author, "author authors byline bio avatar autor auteur autore writer contributor contributors autoren verfasser authorbox biography vcard reviewer"),
        (Hint.About, "meta date time datetime timestamp posted published pubdate postmeta postinfo entrymeta datum fecha data dateline info details readtime updated stats publish"),
        (Hint.Dialog, "modal popup overlay dialog lightbox popover tooltip toast drawer offcanvas flyout interstitial notification alert notice notices snackbar"),
        (Hint.Form, "form login search signin searchform suche buscar recherche input filter filters sort contact wpforms hsform"),
        (Hint.Caption, "caption captions credit credits figcaption wpcaption legende bildunterschrift"),
        (Hint.Content, "content contents inhalt contenu contenido conteudo contenuto maincontent pagecontent contentarea innhold"),
        (Hint.Body, "articlebody storybody postbody entry body richtext prose postcontent entrycontent articlecontent articletext storycontent text copy wysiwyg rte editor markdown rendered texto texte blogcontent postentry tekst richtexteditor bodytext"),
        (Hint.Main, "main primary hauptinhalt principal"),
        (Hint.Article, "article post story hentry beitrag artikel articulo articolo noticia artigo blogpost single blog news hnews"),
        (Hint.Hidden, "hidden hide invisible sr visuallyhidden screenreader offscreen noprint noscript fallback print collapsed"),
        (Hint.Contents, "toc tableofcontents tocs jumplinks jump onthispage inhaltsverzeichnis sommaire anchors"),
        (Hint.List, "list listing lists items results feed archive grid loop row rows gallery collection catalog carousel slider slick swiper slides slide"),
        (Hint.Card, "card cards item tile tiles thumb thumbnail thumbnails preview excerpt snippet"),
        (Hint.Tags, "tag tags tagcloud taglist category categories cat topics topic keywords labels label schlagworte etiquetas tagged badge badges pill pills chip chips"),
        (Hint.Widget, "widget widgets module modules block plugin embed box panel"),
        (Hint.Title, "title headline titel titre titulo titolo heading subtitle subheading subhead dek standfirst kicker overline eyebrow"),
        (Hint.Forum, "thread threads message messages forum bbs topicbody quote signature user username member members profile poster postbit"),
        (Hint.Product, "product products price prices pricing cart basket shop sku buy checkout wishlist variant quantity producto produkt produit woocommerce review reviews faq"),
        (Hint.Media, "image images img photo photos picture video videos player media figure podcast audio gallery"),
        (Hint.Button, "button btn buttons link links cta action actions"));

    private static readonly FrozenDictionary<string, Hint>.AlternateLookup<ReadOnlySpan<char>> ByWord = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, Hint> _known = new(StringComparer.Ordinal);

    /// <summary>Pages repeat few class names on many elements, so each is read once.</summary>
    public Hint Of(IElement element)
    {
        var hints = OfTag(element.LocalName);
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i] is { Name: "class" or "id" or "role" or "itemprop" or "data-component" or "data-testid" } attribute) hints |= OfWords(attribute.Value);
        }

        return hints;
    }

    private Hint OfWords(string? names)
    {
        if (string.IsNullOrEmpty(names)) return Hint.None;
        if (_known.TryGetValue(names, out var known)) return known;
        return _known[names] = Read(names.AsSpan(0, Math.Min(names.Length, MaxLength)));
    }

    /// <summary>Looks up each word of a name like <c>post-body</c> or <c>articleBody</c>, and each pair of words written together.</summary>
    private static Hint Read(ReadOnlySpan<char> names)
    {
        Span<char> word = stackalloc char[MaxLength];
        var hints = Hint.None;
        int began = 0, previous = -1, length = 0;
        for (var i = 0; i <= names.Length; i++)
        {
            var letter = i < names.Length ? names[i] : ' ';
            var isLetter = char.IsLetter(letter);
            var ends = !isLetter || char.IsUpper(letter) && i > 0 && char.IsLower(names[i - 1]);
            if (ends && length > began)
            {
                hints |= Look(word[began..length]);
                if (previous >= 0) hints |= Look(word[previous..length]);
                previous = char.IsWhiteSpace(letter) ? -1 : began;
                began = length;
            }

            if (isLetter) word[length++] = char.ToLowerInvariant(letter);
        }

        return hints;
    }

    private static Hint Look(ReadOnlySpan<char> word) => ByWord.TryGetValue(word, out var hint) ? hint : Hint.None;

    private static Hint OfTag(string tag) => tag switch
    {
        "nav" or "menu" => Hint.Navigation,
        "header" => Hint.Header,
        "footer" => Hint.Footer,
        "aside" => Hint.Side,
        "form" => Hint.Form,
        "figcaption" => Hint.Caption,
        "main" => Hint.Main,
        "article" => Hint.Article,
        "dialog" => Hint.Dialog,
        "address" => Hint.Author,
        "figure" => Hint.Media,
        _ => Hint.None,
    };

    private static FrozenDictionary<string, Hint> Table(params (Hint Hint, string Words)[] rows)
    {
        var table = new Dictionary<string, Hint>(StringComparer.Ordinal);
        foreach (var (hint, words) in rows)
        {
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) table[word] = table.GetValueOrDefault(word) | hint;
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
