using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NewsDesk.Wire.Stories.Terms;

/// <summary>A word that tells nothing about an event, and of which languages it is a small word: a bit for each, in the order of <see cref="CommonWords.Languages"/>.</summary>
internal sealed record CommonWord(string Text, int SmallIn);

/// <summary>Words that tell nothing about an event: the small words of a language, and the furniture of headlines.</summary>
internal static class CommonWords
{
    /// <summary>The small words by language. They also tell the languages apart, so a word may stand in several.</summary>
    public static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["en"] = """
            a an the of to in on at for by with from as is are was were be been being am do does did done has have had having will would can
            could may might shall should must not no nor or and but if then than that this these those there here it its he she they we you i
            me my your his her their our us them him who whom whose which what when where why how all any both each few more most other some
            such only own same so too very just about after before again against between into through during above below up down out off over
            under further once while also s t ll re ve d m don
            """,
        ["de"] = """
            der die das den dem des ein eine einen einem einer eines und oder aber auch als am an auf aus bei bis durch fur gegen hat haben
            hatte hinter ich ihr ihre im in ins ist sich sie sind mit nach nicht noch nur ob ohne seit sein seine sei so uber um unter vom von
            vor war waren was wegen weil wenn werden wie will wird wurde wurden zu zum zur zwischen es er dass mehr kann soll beim
            """,
        ["fr"] = """
            le la les l un une des du de d et ou mais a au aux avec ce ces cette ceux dans en entre est il elle ils elles je leur leurs lui
            mais ne ni nous on ont par pas plus pour qu que quel qui sa sans se selon ses si son sont sous sur tout tous tres vous y ete etre
            etait apres avant avoir avait fait n s c j cet comme contre depuis
            """,
        ["es"] = """
            el la los las lo un una unos unas y o u pero a al ante con contra de del desde donde durante e en entre era es esta este esto
            estan fue fueron ha han hasta hay la le les mas me mi muy ni no nos para pero por porque que quien se segun ser si sin sobre son
            su sus tambien tras tu ya como cuando
            """,
        ["it"] = """
            il lo la i gli le l un uno una di del della dello dei degli delle d a al alla alle ai agli da dal dalla dai in nel nella nei nelle
            con su sul sulla sui per tra fra e ed o ma che chi cui non si sono ha hanno era stato stata piu come anche dopo prima contro ci ne
            suo sua suoi questo questa essere dove quando
            """,
        ["pt"] = """
            o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sob sobre entre ate e ou mas que quem se
            nao foi foram ser sao era esta estao ha tem teve mais muito ao aos como quando onde seu sua seus suas ja apos contra diz pode
            """,
        ["nl"] = """
            de het een en of maar van voor in op aan met bij door uit naar om te tot over onder tussen is zijn was waren wordt worden werd
            heeft hebben had niet geen ook nog wel dan dat die dit deze er ze hij zij wij je ik als meer na sinds tegen zich kan moet
            """,
        ["sv"] = """
            och att det som en ett i pa av for med till den de har inte om ett var sig fran men sa nar kan ska skall efter vid mot eller
            detta ar hade blir under mellan han hon
            """,
        ["pl"] = """
            i w z na do nie sie to ze jest o jak ale po co tak za od jego jej dla przez przy czy ten ta te byl byla bylo sa oraz juz tylko
            przed pod nad bez ktory ktora ktore
            """,
    }.ToFrozenDictionary(pair => pair.Key, pair => Split(pair.Value), StringComparer.Ordinal);

    private static readonly FrozenSet<string> HeadlineFurniture = Split("""
        new says say said saying get gets got getting now one two first via amp nbsp vs video videos photo photos picture pictures watch
        update updates updated live news report reports reported reportedly today yesterday tomorrow week weeks year years day days month
        months time times make makes made breaking exclusive opinion analysis interview review read listen gallery podcast
        """);

    /// <summary>The tags of the languages, in order.</summary>
    public static readonly ImmutableArray<string> Languages = [.. ByLanguage.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The union of the lists: for a short headline in an unknown language every one of them must do.</summary>
    private static readonly FrozenDictionary<string, CommonWord>.AlternateLookup<ReadOnlySpan<char>> All = ByLanguage.Values.SelectMany(words => words)
        .Concat(HeadlineFurniture).Distinct(StringComparer.Ordinal)
        .ToFrozenDictionary(word => word, word => new CommonWord(word, SmallIn(word)), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(string word) => All.ContainsKey(word);

    public static CommonWord? Find(ReadOnlySpan<char> word) => All.TryGetValue(word, out var known) ? known : null;

    private static int SmallIn(string word) => Languages.Select((language, bit) => ByLanguage[language].Contains(word) ? 1 << bit : 0).Sum();

    private static FrozenSet<string> Split(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
