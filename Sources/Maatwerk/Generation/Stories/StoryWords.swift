/// What people under contracts of one trade tell: made up, and like what is told. Nobody is named.
struct StoryWords {
    /// An obstacle: its kind, the supplier's words, what it did about it, and what it learnt when it was out of the way.
    struct Obstacle {
        let kind, words, action, owner, lesson: String
    }

    /// A commitment: the goal with `#` for the number, its owner and unit, and what is said of it while it runs and when it is met.
    struct Commitment {
        let goal, owner, unit, running, met: String
        let number: ClosedRange<Int>
        /// In which quarter of the contract it is due, from 0.
        let due: Int
        /// How much of it is done in a quarter, in per cent.
        let pace: ClosedRange<Int>
    }

    /// What the supplier is called, what the contract is called and its category.
    let name, title, category: String
    /// What the work has to do with the contract.
    let links: [String]
    let obstacles: [Obstacle]
    let commitments: [Commitment]
    /// A story that may be shared: its title and its words.
    let examples: [(title: String, words: String)]
    /// A place to learn: the trade.
    let place: String

    /// The commitments that the State and both sides have under each contract.
    static let shared = [
        Commitment(
            goal: "rondleiding in een rijkskantoor voor # kandidaten", owner: "rijk", unit: "personen",
            running: "De facilitaire dienst zoekt een datum.", met: "Iedereen kwam; twee solliciteerden daarna.",
            number: 4...8, due: 1, pace: 0...45),
        Commitment(
            goal: "vast werk voor # deelnemers", owner: "samen", unit: "personen",
            running: "Wij kijken elk kwartaal samen wie eraan toe is.", met: "De laatste begon vorige maand.",
            number: 2...5, due: 3, pace: 15...40),
    ]

    /// The trades, in the order in which suppliers have them.
    static let trades = [
        StoryWords(
            name: "Schoon", title: "Schoonmaak gebouwen", category: "SCHOONMAAK",
            links: ["direct: schoonmaak van kantoren", "direct: bevoorrading van toiletruimten", "indirect: planning"],
            obstacles: [
                Obstacle(
                    kind: "geen_kandidaten",
                    words: "Voor de vroege dienst melden zich geen kandidaten: om half zes rijdt er nog geen bus.",
                    action: "met de vervoerder gepraat over een belbus", owner: "samen",
                    lesson: "verschuif eerst de dienst; het gebouw is om zeven uur ook nog leeg"),
                Obstacle(
                    kind: "begeleiding", words: "Er is één werkbegeleider voor zes deelnemers. Dat is te weinig.",
                    action: "twee collega's volgen de cursus werkbegeleider", owner: "leverancier",
                    lesson: "een begeleider van de eigen ploeg blijft, een van buiten gaat weer weg"),
            ],
            commitments: [
                Commitment(
                    goal: "taalles onder werktijd voor # medewerkers", owner: "leverancier", unit: "personen",
                    running: "Tien doen mee; de avondploeg begint na de zomer.",
                    met: "Iedereen van de avondploeg doet mee.",
                    number: 8...14, due: 1, pace: 35...60)
            ],
            examples: [
                (
                    "Van invaller naar vaste kracht",
                    "Een medewerker viel in op alle verdiepingen. Nu kent niemand het gebouw beter, en is het contract vast."
                ),
                (
                    "De kar op orde",
                    "Een deelnemer tekende hoe een kar ingeruimd moet zijn. De tekening hangt nu in elke kast."
                ),
            ], place: "medewerker schoonmaak"),
        StoryWords(
            name: "Groen", title: "Groenvoorziening", category: "GROEN",
            links: ["direct: onderhoud van perken", "direct: snoeiwerk", "direct: onderhoud van paden"],
            obstacles: [
                Obstacle(
                    kind: "uitval", words: "In de winter is er minder werk. Twee deelnemers zijn toen afgehaakt.",
                    action: "winterwerk gezocht in de kwekerij", owner: "leverancier",
                    lesson: "spreek in september af wat iemand in januari doet"),
                Obstacle(
                    kind: "regels",
                    words: "Zonder rijbewijs komt niemand op de buitenterreinen; het halen duurt een jaar.",
                    action: "elektrische bakfietsen geleend", owner: "samen",
                    lesson: "met een bakfiets kom je op vier van de vijf terreinen"),
            ],
            commitments: [
                Commitment(
                    goal: "# diploma's veilig werken met machines", owner: "leverancier", unit: "personen",
                    running: "De eerste groep doet in juni examen.",
                    met: "Allemaal geslaagd, sommige bij de tweede keer.",
                    number: 3...6, due: 2, pace: 25...45)
            ],
            examples: [
                (
                    "De border van gebouw drie",
                    "Een leerling ontwierp een border die bijna geen water vraagt. Collega's van het Rijk lopen er nu hun rondje."
                )
            ], place: "medewerker groen"),
        StoryWords(
            name: "Catering", title: "Bedrijfscatering", category: "CATERING",
            links: ["direct: keuken", "direct: bediening", "direct: spoelkeuken"],
            obstacles: [
                Obstacle(
                    kind: "kandidaat_niet_gekozen",
                    words: "Drie kandidaten zijn voorgesteld voor de balie, geen van de drie is uitgenodigd.",
                    action: "de functie-eis besproken met de opdrachtgever", owner: "rijk",
                    lesson: "vraag wat iemand moet kunnen, en pas daarna naar een diploma"),
                Obstacle(
                    kind: "capaciteit",
                    words: "Op de derde locatie is geen werkbegeleider; het taaluur gaat daar niet door.",
                    action: "de kok van locatie twee komt op dinsdag", owner: "leverancier",
                    lesson: "een uur per week met een vaste begeleider is meer waard dan een cursus"),
            ],
            commitments: [
                Commitment(
                    goal: "open dag in de keuken voor # leerlingen", owner: "leverancier", unit: "personen",
                    running: "Twee scholen hebben ja gezegd.", met: "Elf leerlingen kwamen; er kwamen drie stages van.",
                    number: 8...12, due: 0, pace: 70...100)
            ],
            examples: [
                (
                    "Het taaluur begint met soep",
                    "Elke dinsdag leest de keukenploeg samen een recept voor en kookt het daarna. Gasten stemmen mee."
                )
            ], place: "medewerker keuken"),
        StoryWords(
            name: "Vervoer", title: "Vervoer en logistiek", category: "VERVOER",
            links: ["direct: distributie", "direct: magazijn", "direct: planning van ritten"],
            obstacles: [
                Obstacle(
                    kind: "geen_match_functie",
                    words: "Wie zich meldt, heeft geen rijbewijs C; wij hebben vooral chauffeurs nodig.",
                    action: "bijrijders opgenomen in het rooster", owner: "leverancier",
                    lesson: "een bijrijder wordt chauffeur, als het rijbewijs in het rooster past"),
                Obstacle(
                    kind: "regels",
                    words: "Het aanvragen van een proefplaatsing duurde langer dan de proefplaatsing zelf.",
                    action: "aanvraag voortaan zes weken eerder", owner: "rijk",
                    lesson: "begin met de aanvraag voordat u de kandidaat kent"),
            ],
            commitments: [
                Commitment(
                    goal: "# bijrijders halen hun rijbewijs", owner: "leverancier", unit: "personen",
                    running: "De helft heeft de theorie gehaald.", met: "De laatste rijdt sinds vorige week zelf.",
                    number: 2...4, due: 3, pace: 20...35)
            ],
            examples: [
                (
                    "De snelweg door het magazijn",
                    "Een deelnemer bedacht een vaste looproute. De ploeg noemt hem de snelweg en vergeet niets meer."
                )
            ], place: "logistiek medewerker"),
        StoryWords(
            name: "Techniek", title: "Technisch onderhoud", category: "ONDERHOUD",
            links: ["direct: onderhoud van installaties", "direct: storingsdienst", "indirect: werkvoorbereiding"],
            obstacles: [
                Obstacle(
                    kind: "geen_kandidaten",
                    words: "Er zijn bijna geen leerlingen op niveau 2; alle bedrijven vissen in dezelfde vijver.",
                    action: "gastlessen op twee praktijkscholen", owner: "leverancier",
                    lesson: "wie al op school iets heeft gerepareerd, komt ook naar de open dag"),
                Obstacle(
                    kind: "privacy", words: "Een screening duurt acht weken. De kandidaat had toen al ander werk.",
                    action: "in de tussentijd werk buiten het gebouw", owner: "rijk",
                    lesson: "begin buiten de poort, en vraag de screening op dag één aan"),
            ],
            commitments: [
                Commitment(
                    goal: "# leerbanen in de techniek", owner: "leverancier", unit: "plekken",
                    running: "Twee leerlingen zijn begonnen.",
                    met: "Alle plekken zijn gevuld, ook in de storingsdienst.",
                    number: 2...5, due: 2, pace: 20...50)
            ],
            examples: [
                (
                    "Storing verholpen om drie uur",
                    "Een leerling vond een lek dat al een jaar werd gezocht. Het oude logboek hielp, en goed luisteren."
                )
            ], place: "monteur"),
    ]

    /// Why somebody stopped early; never anything medical.
    static let reasons = [
        "ander werk dichter bij huis", "verhuisd", "werktijden pasten niet", "koos voor een opleiding",
    ]
    /// Where suppliers work: how notices call the region, and the first of ninety postcodes in its main place.
    static let regions = [
        ("Haaglanden", 2500), ("Rijnmond", 3011), ("Midden-Utrecht", 3511), ("Groot Amsterdam", 1011),
        ("Den Haag", 2501), ("Groningen", 9711), ("Zuidoost-Brabant", 5611), ("Regio Zwolle", 8011),
    ]
    /// The kinds of places to learn that are offered and looked for.
    static let places = ["leerplek", "leerplek", "stage", "werkervaring"]
}
