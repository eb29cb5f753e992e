using System.Collections.Frozen;

namespace NewsDesk.Wire.Reading.Judging;

/// <summary>What short pieces of text speak of, by the words that furniture is made of and those that hold prose together.</summary>
internal static class Phrases
{
    public enum Topic
    {
        Function,
        Share,
        Join,
        Related,
        Legal,
        Talk,
        When,
        Who,
        Picture,
        Shop,
        Go,
        Filed,
    }

    public const int Topics = (int)Topic.Filed + 1;

    /// <summary>In words; what comes later in a block says little about its kind.</summary>
    private const int MaxWords = 80;

    private static readonly FrozenDictionary<string, Topic> Words = Table(
        (Topic.Function, """
            the of and to in a is that it for was on with as are this be have from at they not by but his her or an which you we he she were
            their has had will would there been can if when who what so its our my your than then about into also more some could these those
            der die das und ist nicht ein eine zu den mit von auf für im dem sich auch als an es werden aus er hat dass sie nach wird bei einer um
            le la les de des et un une du en est que dans pour qui sur au par pas plus avec ce il sont se ne aux ont mais cette ses
            el los las y que del se por con para una es lo como más pero sus al o fue este ha si porque
            di che il per non sono della dei con del alla anche da nel questo ma gli
            o os uma em para com não mais foi ao dos das pelo seu sua ser quando muito
            het een van dat op te zijn voor met die niet aan er om ook als maar bij
            och att det som på är av för en med den till inte har om ett jag var i
            """),
        (Topic.Share, "share tweet facebook twitter linkedin whatsapp pinterest instagram reddit email print bookmark follow like teilen partager compartir condividi copied clipboard telegram youtube tiktok"),
        (Topic.Join, "subscribe newsletter signup inbox register login membership join unsubscribe trial demo webinar download abonnieren anmelden inscrivez suscríbete registrieren donate"),
        (Topic.Related, "related recommended similar popular trending latest recent explore discover previous next lire également mehr lesen relacionados également aussi verwandte weitere featured editors picks"),
        (Topic.Legal, "copyright © rights reserved cookies cookie privacy terms policy disclaimer consent gdpr impressum datenschutz confidentialité privacidad sitemap trademarks inc llc ltd gmbh"),
        (Topic.Talk, "comment comments reply replies kommentare commentaires comentarios respond discuss discussion upvote downvote votes vote quote posts joined likes views"),
        (Topic.When, """
            january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
            monday tuesday wednesday thursday friday saturday sunday januar februar märz mai juni juli oktober dezember janvier février mars avril
            juin juillet août septembre octobre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
            updated published posted ago hours minutes min am pm read gmt utc est edt pst veröffentlicht publié publicado uhr
            """),
        (Topic.Who, "by author written writer editor reporter contributor bio biography autor auteur journalist von par por he she founder correspondent reviewed staff"),
        (Topic.Picture, "photo photograph image images picture credit courtesy getty shutterstock reuters caption video watch foto bild illustration via source unsplash"),
        (Topic.Shop, "price buy cart add shop checkout shipping sale order $ € £ usd stock quantity wishlist product sku delivery free"),
        (Topic.Go, "click here learn more see view read show all back top skip menu home continue load close open find contact search go get started browse"),
        (Topic.Filed, "tags tag category categories filed under topics topic posted in section keywords schlagworte etiquetas"));

    private static readonly FrozenDictionary<string, Topic>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many of the words belong to each topic, as a share of the words looked at.</summary>
    public static void Share(string text, Span<float> shares)
    {
        shares.Clear();
        Span<char> word = stackalloc char[24];
        int length = 0, seen = 0;
        for (var i = 0; i <= text.Length && seen < MaxWords; i++)
        {
            var letter = i < text.Length ? text[i] : ' ';
            if (char.IsLetterOrDigit(letter) || letter is '\'' or '’')
            {
                if (length < word.Length) word[length] = char.ToLowerInvariant(letter);
                length++;
                continue;
            }

            if (letter is '$' or '€' or '£' or '©') shares[(int)(letter == '©' ? Topic.Legal : Topic.Shop)]++;
            if (length == 0) continue;
            seen++;
            if (length <= word.Length && BySpan.TryGetValue(word[..length], out var topic)) shares[(int)topic]++;
            length = 0;
        }

        for (var i = 0; i < Topics && seen > 0; i++) shares[i] /= seen;
    }

    private static FrozenDictionary<string, Topic> Table(params (Topic Topic, string Words)[] rows)
    {
        var table = new Dictionary<string, Topic>(StringComparer.Ordinal);
        foreach (var (topic, words) in rows)
        {
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) table.TryAdd(word, topic);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
