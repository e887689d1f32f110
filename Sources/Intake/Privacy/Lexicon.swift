/// The words that the search for persons knows.
struct Lexicon {
    static let shared = Lexicon()

    /// By hash, the raw value of what the word can be.
    private var kinds: [UInt64: UInt32] = .init(minimumCapacity: 4096)
    /// Words that make a text worth a look, in any case.
    private(set) var triggers = HashedWords()
    /// Words that do so with a capital.
    private(set) var capitalTriggers = HashedWords()
    /// Words that do so before one with a capital.
    private(set) var cues = HashedWords()
    /// Words behind which a person may be called, in any case.
    private(set) var persons = HashedWords()
    /// Words that make a text worth a look behind one of those, in any case.
    private(set) var calledWords = HashedWords()
    /// Words that are a part of a name, or a title, in any case.
    private(set) var nameWords = HashedWords()
    private var famousPairs: Set<UInt64> = []

    /// What the word with this hash can be.
    func kinds(of hash: UInt64) -> WordKinds { WordKinds(rawValue: kinds[hash] ?? 0) }

    /// Whether the two words together are the name of something else than a person.
    func isFamous(_ first: UInt64, _ second: UInt64) -> Bool { famousPairs.contains(WordHash.join(first, second)) }

    private init() {
        add(NameLists.firstNames, .firstName)
        add(NameLists.doubtfulFirstNames, .doubtfulFirstName)
        add(NameLists.surnames, .surname)
        add(NameLists.doubtfulSurnames, .doubtfulSurname)
        add("dhr mevr mevrouw meneer mnr mej mejuffrouw mister mrs", .title)
        add("mw heer hr", .doubtfulTitle)
        add(
            "van de der den ten ter te el al ben bin abu ibn v d vd vdr la le di da dos du von zu und die t s",
            .particle)
        add(
            """
            kandidaat kandidate heet genaamd naam jobcoach collega begeleider begeleidster mentor contactpersoon opvolger opvolgster trekker
            actiehouder leermeester praktijkbegeleider werkbegeleider consulent klantmanager casemanager teamleider cursist stagiair
            stagiaire
            """, .cue)
        add(
            """
            deelnemer deelneemster kandidaat kandidate hij zij ze medewerker medewerkster werknemer werkneemster collega stagiair stagiaire
            leerling client
            """, .subject)
        add(
            """
            kandidaat kandidate deelnemer deelneemster client sollicitant jobcoach contactpersoon begeleider begeleidster mentor opvolger
            opvolgster leermeester praktijkbegeleider werkbegeleider consulent klantmanager casemanager teamleider medewerker medewerkster
            werknemer werkneemster collega cursist stagiair stagiaire leerling
            """, .person)
        add(
            """
            gebouw kast map bijlage lokaal lade plank blok punt deel fase hal unit poort ingang toren vleugel categorie klasse groep type
            optie variant versie team ploeg nr nummer kamer zaal lijn perron sectie rubriek paragraaf tabel figuur stap ordner kluis vak
            kolom rij blad artikel sub pagina zie rooster locatie etage gang afdeling niveau rang tarief schaal
            """, .label)
        add(
            """
            januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr jun jul aug sep sept okt
            nov dec january february march may june july august october
            """, .month)
        add(
            """
            geboren geb geboortedatum geboortedag geboortejaar gebdat gebdatum gebjaar jarig geboorte dob born birthdate birthday
            """, .birth)
        add(
            """
            woont woonde woonachtig woonadres huisadres thuisadres priveadres thuis verhuisd verhuist woning huis inwonend wonend
            """, .home)
        add(
            """
            vestiging magazijn depot locatie filiaal kantoor werkadres werkplek werklocatie gebouw terrein leerplek stageplek schoonmaak
            beveiliging onderhoud groenonderhoud groenvoorziening object project bouwplaats loods winkel school bedrijf levering werkt werk
            werkzaam werken bezoekadres vestigingsadres standplaats rijksgebouw pand fabriek hal kazerne ministerie gemeentehuis stadhuis
            catering receptie bewaking glasbewassing verhuizing bijeenkomst bedrijfsbezoek
            """, .work)
        add(
            """
            heeft had is was werkt werkte ging gaat kreeg krijgt kwam komt startte begon begint vond vindt zegt zei vertelt vertelde volgt
            volgde deed doet durfde sprak spreekt leerde leert haalde haalt stopte stopt wilde wil kon kan mocht mag woont moest moet bleef
            blijft voelt
            """, .verb)
        add("voor door met aan van namens bij naar tegen over en", .preposition)
        add("at apestaartje apenstaartje apestaart", .atSign)
        add(Self.commonWords, .common)
        add(Self.organisationWords, .organisation)
        add(Self.wordsBeforeOrganisations, .beforeOrganisation)
        add(Self.trades, .trade)
        add(Self.firms, .firm)
        for pair in Self.famousNames {
            let words = pair.split(separator: " ").map { WordHash.of($0) }
            famousPairs.insert(WordHash.join(words[0], words[1]))
            kinds[words[0], default: 0] |= WordKinds.famous.rawValue
        }
        let always = ([.title, .doubtfulTitle, .birth, .home, .atSign] as WordKinds).rawValue
        let names = ([.title, .doubtfulTitle, .anyFirstName, .anySurname] as WordKinds).rawValue
        let called = ([.particle, .firstName, .anySurname] as WordKinds).rawValue
        let (firstNames, cue) = (WordKinds.anyFirstName.rawValue, WordKinds.cue.rawValue)
        for (hash, kinds) in kinds {
            if kinds & always != 0 { triggers.insert(hash) }
            if kinds & firstNames != 0 { capitalTriggers.insert(hash) }
            if kinds & cue != 0 { cues.insert(hash) }
            if kinds & WordKinds.person.rawValue != 0 { persons.insert(hash) }
            if kinds & called != 0 { calledWords.insert(hash) }
            if kinds & names != 0 { nameWords.insert(hash) }
        }
    }

    private mutating func add(_ words: StaticString, _ kind: WordKinds) {
        let kind = kind.rawValue
        // Byte by byte: this is done at every start, before the first cell is read.
        words.withUTF8Buffer { bytes in
            var hash = WordHash.start
            for byte in bytes {
                if byte > 0x20 {
                    hash = WordHash.add(byte, to: hash)
                } else if hash != WordHash.start {
                    kinds[hash, default: 0] |= kind
                    hash = WordHash.start
                }
            }
            if hash != WordHash.start { kinds[hash, default: 0] |= kind }
        }
    }

    private static let commonWords: StaticString = """
        aan achter af al alle alleen als altijd anders andere bij binnen blijft blij boven dag dagen dan dat de deed deze die dienst dit doet
        door doen drie dus een eerst eerste einde elke en er even extra ga gaan gaat gaf geeft geen gedaan gegaan gehaald gekregen geleerd
        gestart gestopt geweest goed goede graag groep haar haalde had hadden heb hebben heeft hele helpt hem hen het hier hierna hij hoe
        hun ik in is jaar ja je kan kon komt kreeg krijgt kun laat later liep loopt maak maakt maand maar maandag dinsdag woensdag donderdag
        vrijdag zaterdag zondag maken meer met mij mijn moest moet mogen mocht na naar nam neemt niet nieuw nieuwe nog nu of om omdat onder
        ons onze ook op opleiding over per plan plek samen sinds slaagde snel sprak start staat stage stopt tegen ten tijd tijdelijk tijdens toch toen tot
        tussen twee uit uren uur van vanaf vast vaste veel via vier voelt vol volgt volgde voor vond vraagt vroeg waar was wat
        week weken weer weet wel werd werk werken werkt werkte werkzaam wie wij wil wilde wist worden wordt zal zegt zei zeer zich zien ziet
        zij zijn zo zocht zonder zou zullen contract cursus diploma functie januari februari maart april juni juli augustus september
        oktober november december nederland nederlands nederlandse utrecht amsterdam rotterdam haag delft leiden rijk gemeente provincie
        participatiewet wajong wia banenafspraak uitkering sociaal sociale return maatwerk mensen team management manager the and for with
        has is to of moved per kan wil will win ad day ever may do can max mark floor page job ton tien wander yes grace hope gift ons hoop over
        manager kick art sky storm ster zon dan ho kick hem los
        samenvatting inleiding facturen factuur contracten loonstrook loonstroken loonstaat loonstaten verklaring verklaringen bijlagen
        overzicht overzichten planning rapport rapporten rapportage rapportages verslag verslagen inzet bewijs bewijzen bewijsstuk
        bewijsstukken voorblad inkoop gesprekken gesprek knelpunten afspraken leerplekken leerpunten activiteiten voorbeelden stukken stuk
        documenten document gegevens definitief concept kopie archief dossier dossiers brief brieven mail memo notitie certificaat
        certificaten urenstaat urenstaten urenlijst salaris traject trajecten pilot regulier plaatsing plaatsingen project projecten regio
        scan foto cv sollicitatie indicatie beschikking toekenning aanvraag formulier lijst sjabloon deelnemers kandidaten medewerkers
        """

    private static let organisationWords: StaticString = """
        bv nv vof cv ua bvba gmbh ltd inc holding groep group beheer zn zonen zoon dochters partners associates company transport transporten
        logistiek logistics bouw bouwbedrijf bouwgroep ontwikkeling groen groenvoorziening groenvoorzieningen groenprojecten hovenier
        hoveniers hoveniersbedrijf tuinen tuinaanleg schoonmaak schoonmaakdiensten schoonmaakbedrijf cleaning facilitair facility services
        service diensten dienstverlening advies adviseurs consultancy consulting catering horeca restaurant hotel cafe bakkerij bakkers
        slagerij slagers installatie installaties installatietechniek installatiebedrijf techniek elektro elektrotechniek loodgieters
        dakbedekking schilders schilderwerken schildersbedrijf afbouw infra wegenbouw grondwerken metaal metaalbewerking machines
        mechanisatie auto autobedrijf garage verhuur verhuizingen verhuizers makelaars makelaardij advocaten notarissen accountants
        uitzendbureau uitzend uitzendkrachten detachering personeel personeelsdiensten interim recruitment werving zorg zorggroep thuiszorg
        college lyceum school basisschool scholen academie instituut stichting fonds foundation ziekenhuis kinderziekenhuis kliniek centrum
        museum arena stadion theater bibliotheek kerk prijs award cup festival events media design reclame drukwerk drukkerij print ict it
        software solutions systems international nederland europe retail winkels supermarkt supermarkten mode kwekerij loonbedrijf agro food
        bloemen trading import export producties producten meubelen interieur interieurbouw timmerwerken montage renovatie vastgoed
        beveiliging security opleidingen trainingen training coaching reintegratie werkplaats werkplaatsen bedrijven huis plein
        paviljoen boulevard kazerne
        """

    private static let wordsBeforeOrganisations: StaticString = """
        bakkerij slagerij drukkerij hotel restaurant cafe stichting firma fa gebr gebroeders garage autobedrijf kwekerij hoveniersbedrijf
        loonbedrijf schildersbedrijf bouwbedrijf installatiebedrijf transportbedrijf uitzendbureau advocatenkantoor notariskantoor
        makelaardij praktijk apotheek boekhandel stomerij wasserij kapsalon salon school basisschool college lyceum sint st prins prinses
        koning koningin keizer paus graaf locatie gebouw huize villa museum theater stadion sporthal zaal project prijs station halte
        gemeente provincie straat bedrijf organisatie werkgever inlener leverancier partner opdrachtgever onderneming winkel kantoor
        """

    private static let trades: StaticString = """
        vervoer personenvervoer koeriers koeriersdiensten taxi touringcars bestratingen bestrating straatwerk stukadoors stucadoors
        stukadoorswerken isolatie zonwering sanitair keukens badkamers vloeren parket tegels kozijnen lood zink dak daken riool
        rioolreiniging reiniging recycling recyclage afvalverwerking kringloop wasserij stomerij repro kopie fietsen rijwielen reparatie
        reparaties archief textiel confectie naaiatelier strijkservice cadeaus houtbewerking meubelmakerij meubelmakers metaalwerken lassen
        laswerken machinefabriek schoonmakers glazenwassers hekwerk tuinonderhoud boomverzorging bosbouw sierteelt kassenbouw pluimvee
        koffie broodjes lunches maaltijden snacks ijs patisserie banket
        """

    private static let firms: StaticString = """
        atelier studio camping manege eetcafe cafetaria lunchroom brasserie bistro boerderij zorgboerderij kaasboerderij rijschool
        kinderboerderij wasserij glazenwasserij timmerfabriek meubelfabriek kringloopwinkel fietsenwinkel dierenpension tuincentrum
        reisbureau sportschool kaashandel visspecialist maneges
        """

    /// Names of firms, foundations, places and buildings that begin as the name of a person does.
    private static let famousNames = [
        "albert heijn", "douwe egberts", "harrie helpt", "max havelaar", "anna paulowna", "jan linders", "hans anders",
        "leo kanner", "pieter baan",
        "robert walters",
        "michael page", "thomas cook", "rob peetoom", "peter langhout", "ernst young", "johan cruijff", "mercedes benz",
        "henk schram",
        "robert half", "karel doorman", "john deere", "jack jones", "abel tasman", "piet hein", "anne frank",
        "franciscus gasthuis",
    ]
}
