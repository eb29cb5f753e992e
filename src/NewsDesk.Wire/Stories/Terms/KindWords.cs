using System.Collections.Frozen;

namespace NewsDesk.Wire.Stories.Terms;

/// <summary>
/// Words that tell what kind of thing happened and not which: they come back with every fire, trial, match or merger. A desk that has seen few stories cannot know
/// that of them yet, so it is told.
/// </summary>
internal static class KindWords
{
    private static readonly FrozenSet<int> Ids = """
        abandon able abroad abuse accept access accident accord account accuse achieve acquire acquisition across act action active activist actor actress actual ad add address admit
        adopt adult advance adviser affair affect afford age agency agent aggressive agree agreement ahead aid aim air aircraft airline airport alarm album alert alive allegation allege alleged
        allow ally alone along already alter although amid among amount analyst anger angry anniversary announce announcement annual another answer anti anxiety apart apartment apologise apologize
        appeal appear appearance appoint appointment approach approve approval area argue argument arm armed army arrest arrive art article artist ask assault asset assist association athlete attack
        attempt attend attention attorney audience author authority available average avoid await award aware away baby back bad badly ball ban band bank bar base battery battle beach beat become bed
        begin behind believe benefit best bet better bid big bill billion billionaire birth birthday bit black blame blast block blood blow board boat body bomb bombing bond book boost border boss bottom bowl
        box boy boyfriend brain branch brand break bridge brief bring broad broadcast brother budget build building burn bus business buy buyer cabinet call camera camp campaign cancel cancer candidate cap
        capital capsule captain capture car card care career carry cars case cash cast catch cause celebrate celebrity center central centre century ceo certain chair chairman challenge champion championship
        chance change channel character charge chart chase cheap check chemical chief child children choice choose church citizen city civil civilian claim clash class clear climate clinic close club coach coalition
        coast code cold collapse collect college come comedy comment commission commit committee common community company compare compete competition complain complaint complete computer concern concert condition conduct
        conference confidence confirm conflict congress connection conservative consider construction consumer contact contain contest continue contract control controversy convict conviction cool cop cost council
        count country county couple course court cover crash create credit crew crime criminal crisis critic critical criticise criticize cross crowd crude cruise cup currency current custody customer cut cuts cyber damage danger
        dangerous dark data date daughter dead deadline deadly deal death debate debt debut decade decide decision decline declare deep defeat defence defend defendant defense deficit degree delay deliver
        demand democrat democratic deny department deploy deputy describe design designer despite destroy detail detain detective determine develop development device devote die diet difference different difficult digital
        dinner direct director disaster discover discovery discuss disease dismiss display dispute district divide division divorce doctor document dog dollar domestic dominate don donate dose double doubt download dozen draft drama draw dream
        dress drink drive driver drop drug due during earlier early earn earnings earth earthquake ease east eastern eat economic economy edge edition editor education effect effort elect election electric electronic
        else emergency emerge emotional employ employee employer end enemy energy enforcement engine engineer enjoy enough enter entertainment entire environment episode equal equipment era escape especially establish estate
        estimate even evening event ever every evidence exact example except exchange execute executive exist exit expand expect expectation expensive experience expert explain explode explosion export express extend extra extreme
        eye face facility fact factory fail failure fair faith fake fall false family famous fan far farm fashion fast fatal father favor favour fear feature federal fee feed feel fellow female festival fight fighter
        figure file fill film final finally finance financial find finding fine finish fire firefighter firm fish fit fix flag flaw flee flight flood floor fly focus follow follower food foot football force forecast foreign
        forest forget form formal former fortune forward foundation founder four frame fraud free freedom fresh friend front fuel full fun function fund funding funeral further future gain game gang gap gas gate gather general
        generation get giant gift girl girlfriend give global goal god gold good government governor grade graduate grand grant great green ground group grow growth guard guess guide guilty gun gunman guy hacker hair half hall hand
        handle hang happen happy harass hard hate head headline headquarters health healthy hear hearing heart heat heavy height heist help heritage hero hide high highway hijack hill historic history hit hold hole holiday home homicide honor honour hope
        horse hospital host hostage hot hotel hour house household housing huge human hundred hunt hurt husband ice idea identify identity ignore illegal illness image imagine immediate immigrant impact import importance important impose improve
        incident include income increase independence independent index indicate industrial industry infect infection inflation influence inform information injure injury inmate inside insist inspect inspire install instead institute insurance intelligence intend
        interest international internet introduce invade invasion invest investigate investigation investigator investment investor invite involve island issue item jail jet jewel jewellery jewelry job join joint journal journalist
        journey judge jump jury justice keep key kick kid kidnap kill killer killing kind king kitchen knife know knowledge lab label labor labour lack lady lake land language large laptop late later laugh launch law lawmaker lawsuit
        lawyer lay lead leader leadership leading league learn leave left legal legend legislation lend length less lesson let letter level liberal license lie life lift light like likely limit line link list little live
        loan local lock long look lose loss lost lot loud love low lower luck machine magazine magnitude main major majority male man manage management manager manufacturer march mark market marriage marry mass massive match material matter
        maximum mayor meal mean measure media medical medicine meet meeting member memory men mental mention merge merger message metal middle midnight mile military militant million mind mine minimum minister ministry minor minute miss missile missing mission
        mistake mix mobile model modern moment money monitor mood moon morning mortgage mother motion motor mountain move movement movie mp multi murder museum music musician musical mystery name narrow nation national native natural nature
        navy near nearby nearly necessary need negotiate neighbor neighborhood neighbour network never next night nobody nod noise nominate nomination nominee normal north northern note notice nuclear number nurse object obtain occur
        ocean offence offense offer office officer official oil old olympic online open opening operate operation opponent opportunity oppose opposition option order ordinary organisation organization origin original oscar ought outbreak outside overall overnight owner
        pace pack pact page pain pair panel panic paper parent park parliament part participate particular partner partnership party pass passenger past patch path patient pattern pay payment peace peak people pension percent perfect perform performance
        performer perhaps period permanent permit person personal phase phone photograph physical pick piece pilot pirate pitch place plan plane planet plant plate platform play player playoff plea plead please pledge plot plunge pocket point poison police policy
        political politician politics poll pollution poor pop pope popular population port portion portray position positive possible post potential pound poverty power powerful practice praise predict pregnant premier premiere prepare presence
        present presidency president presidential press pressure pretty prevent previous price priest prime prince princess prison prisoner private prize probably probe problem process produce producer product production profile profit
        program programme progress project promise promote proof property proposal propose prosecute prosecution prosecutor protect protection protein protest protester prove provide province public publish publisher pull punch purchase purpose pursue push put qualify
        quake quality quarter quarterback queen question quick quiet quit quite race radio raid rail rain raise rally ramp random range rank rape rapper rare rate rating rather reach react reaction reactor ready real reality realise realize rear reason recall
        receive recent recession record recover recovery recruit reduce refer referendum reform refugee refuse regard region regional register regulate regulation regulator rehab reject relate relation relationship relative release relief religion religious
        rely remain remark remember remind remote remove renew rent repair repeat replace reporter represent representative republic republican request require rescue research researcher reserve resident resign resignation resist resolution resolve resort resource
        respect respond response responsible rest restaurant restore restrict result resume retail retailer retire retirement return reveal revenue reverse revolution reward rich ride rifle right rights ring riot rise risk rival river road rob robber robbery
        rock role roll roof room round route row royal rule ruling rumor rumour run runner running rush sack safe safety sale salary same sanction satellite save scale scandal scare scene schedule scheme school science scientist score scream screen script sea search season
        seat secret secretary section sector secure security seek seem segment seize select sell semi senate senator send senior sense sentence separate series serious serve server service session set settle settlement several severe sex sexual
        shake share shareholder sharp shed shelter shelve sheriff shift ship shock shoot shooter shooting shop short shot shoulder show shut sick side sight sign signal significant silver similar simple since sing singer single sister site situation size skill
        sky slam slash slay slight slow small smart smartphone smash smile smoke snow so-called social society software soldier sold solid solution solve something son song soon sort sound source south southern space spark speak special species speech speed spend spending
        spirit split spokesman spokeswoman sport spot spread spring spy squad stab stability staff stage stake stand standard star start state statement station statistics status stay steal steel step stick still stir stock stone stop store storm story
        straight strange strategy stream street strength stress stretch strike striker string strong structure struggle student studio study stuff style subject submit succeed success successful such sudden suffer suffering sugar suggest suicide
        suit summer summit sun super supplier supply support supporter supreme surge surgeon surgery surprise surrender survey survive survivor suspect suspend suspicion sweep swing switch system table tablet tackle take talk tank tap target task tax taxpayer teach teacher team teammate
        tear technical technology teen teenage teenager television tell temperature temporary tend term terrible terror terrorism terrorist test testify testimony text thank theater theatre theft theme theory thief thieves thing think thousand
        threat threaten throw thursday ticket tie tight tip title tone tool top total touch tough tour tourist tournament toward tower town track trade trader tradition traffic tragedy tragic trailer train training transfer transport trap travel treasury treat treatment
        treaty trend trial tribute trick trigger trip troop trouble truck true trust truth try turn twice type ultimate unable uncover unemployment unexpected unhappy unidentified uniform union unique unit united university unknown unlikely
        unveil upcoming upgrade upper upset urban urge urgent use user usual vacation valley value van various vast vehicle version vessel veteran veto victim victory view village violate violation violence violent virus visit visitor vital voice volume
        volunteer vote voter vow vulnerability vulnerable wage wait wake walk wall want war warehouse warn warning warrant warship waste water wave weak weakness wealth weapon wear weather web website wedding weekend weekly weigh weight welcome welfare well west western
        wheel white whole wide widespread widow wife wild win wind window wing winner winter wipe wire wish withdraw witness woman women wonder word work worker world worldwide worry worse worst worth wound wounded wreck write writer wrong yard yesterday
        yield young youth zero zone
        monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december
        three four five six seven eight nine ten eleven twelve dozen hundred second third fourth fifth
        american british european
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => TermId.Of(Stem.Of(word), false)).ToFrozenSet();

    public static bool Contains(int id) => Ids.Contains(id);
}
