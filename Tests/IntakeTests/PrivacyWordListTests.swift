import Foundation
import Parameters
import TestSupport
import Testing

@Suite("Privacy: word lists")
struct PrivacyWordListTests {
    private static let names = ["medische-termen", "strafrechtelijke-termen", "registeruitdraaien"]
    private static let files: [String: [UInt8]] = {
        names.reduce(into: [:]) { files, name in
            files[name] = (try? Data(contentsOf: Repository.file("Sources/Parameters/WordLists/\(name).csv"))).map(
                Array.init)
        }
    }()
    private static let lists = files.mapValues { WordList(csv: $0) }

    private static func list(_ name: String) throws -> WordList { try #require(lists[name]) }

    private static func first(_ name: String, _ text: String) throws -> String? {
        try list(name).matches(in: text).first.map { match in
            String(decoding: Array(text.utf8)[match.start..<match.end], as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("Hij heeft autisme.", "autisme"), ("Een autistische deelnemer", "autistische"),
        ("Vanwege ADHD begeleid", "ADHD"),
        ("ADHD-coach ingezet", "ADHD"), ("gestopt door een depressie", "depressie"), ("was depressief", "depressief"),
        ("DEPRESSIES", "DEPRESSIES"), ("diagnose gesteld in mei", "diagnose"),
        ("zit thuis met een burn-out", "burn-out"),
        ("burnoutklachten", "burnoutklachten"), ("is langdurig ziek", "langdurig ziek"), ("was vaak ziek", "ziek"),
        ("ziekgemeld sinds maart", "ziekgemeld"),
        ("psychische klachten", "psychische"), ("gebruikt medicatie", "medicatie"), ("PTSS na uitzending", "PTSS"),
        ("verslaafd aan alcohol", "verslaafd"), ("kampt met een verslaving", "verslaving"), ("suïcidaal", "suïcidaal"),
        ("sui\u{308}cidaal", "sui\u{308}cidaal"), ("hernia-operatie", "hernia"),
        ("met rugklachten uitgevallen", "rugklachten"),
        ("stopte om medische redenen", "om medische"), ("diabetespatiënt", "diabetespatiënt"),
        ("epileptische aanval", "epileptische"),
        ("hartpatiënten", "hartpatiënten"), ("in verband met zwangerschapsverlof", "zwangerschapsverlof"),
        ("heeft een licht verstandelijke beperking", "verstandelijke beperking"), ("LVB", "LVB"),
        ("dyslexie", "dyslexie"),
        ("in behandeling bij de GGZ", "behandeling bij de GGZ"), ("PDD-NOS", "PDD-NOS"), ("borderline", "borderline"),
    ])
    func medical(_ text: String, word: String) throws {
        #expect(try Self.first("medische-termen", text) == word)
    }

    @Test(arguments: [
        ("Hij komt uit detentie.", "detentie"), ("tijdens zijn detentieperiode", "detentieperiode"),
        ("ex-gedetineerde", "gedetineerde"),
        ("exgedetineerden", "exgedetineerden"), ("onder toezicht van de reclassering", "reclassering"),
        ("heeft een strafblad", "strafblad"),
        ("Strafrechtelijk verleden", "Strafrechtelijk"), ("doet een taakstraf", "taakstraf"),
        ("enkelband", "enkelband"),
        ("is veroordeeld in 2020", "veroordeeld"), ("justitiële documentatie", "justitiële documentatie"),
        ("kwam in aanraking met justitie", "aanraking met justitie"), ("recidivist", "recidivist"),
        ("kreeg TBS", "TBS"),
        ("net uit de gevangenis", "uit de gevangenis"), ("ontslagen wegens diefstal", "wegens diefstal"),
        ("de VOG geweigerd", "VOG geweigerd"), ("crimineel verleden", "crimineel verleden"),
    ])
    func criminal(_ text: String, word: String) throws {
        #expect(try Self.first("strafrechtelijke-termen", text) == word)
    }

    @Test(arguments: [
        ("Uitdraai doelgroepregister bijgevoegd", "Uitdraai doelgroepregister"),
        ("doelgroepregister (screenshot)", "doelgroepregister (screenshot"),
        ("een print uit het UWV doelgroepregister", "print uit het UWV doelgroepregister"),
        ("registeruitdraai", "registeruitdraai"),
        ("kopie van het doelgroepregister", "kopie van het doelgroepregister"),
        ("Screenshots werkgeversportaal", "Screenshots werkgeversportaal"),
        ("uittreksel uit het register banenafspraak", "uittreksel uit het register banenafspraak"),
        ("uitdraai DGR", "uitdraai DGR"),
        ("Doelgroepregisteruitdraai in map", "Doelgroepregisteruitdraai"),
    ])
    func registerExtract(_ text: String, word: String) throws {
        #expect(try Self.first("registeruitdraaien", text) == word)
    }

    @Test(arguments: [
        "Schoonmaak van kantoren in Den Haag", "medewerker met een arbeidsbeperking",
        "arbeidsbeperkt volgens de banenafspraak",
        "jobcoach ingezet", "mensen met een handicap", "gehandicaptenzorg", "werkt in het ziekenhuis",
        "ziekenhuis Noord",
        "verslavingszorg is de werkgever", "medisch centrum als werkplek", "stage in de medische sector",
        "operationeel beheer",
        "operatie schoon dorp", "chronisch tekort aan personeel", "doofpot", "klachten over het rooster",
        "een klacht van de klant",
        "loonkostensubsidie toegekend", "WIA-uitkering", "Wajong", "beschut werk", "stress op de werkvloer",
        "rolstoelvervoer",
        "rolstoeltoegankelijk gebouw", "andere baan gevonden", "contract liep af", "verhuisd naar Leiden",
        "eigen initiatief",
        "beperkt inzetbaar in de avond", "traumahelikopter", "kantine", "asbest", "massage", "klasse", "adhdx",
        "nahouden",
        "aidsfonds", "hivernage", "goed gediend", "fysiek werk", "mentale weerbaarheid vergroten", "verzuim is laag",
        "opgenomen in het team", "in behandeling bij inkoop", "GGZ-instelling als werkgever",
        "VOG aangevraagd en ontvangen",
        "Detentieboulevard 1", "werk in het detentiecentrum", "Detentietoezichthouder",
        "penitentiaire inrichting Vught",
        "Dienst Justitiële Inrichtingen", "Ministerie van Justitie en Veiligheid", "gevangenis als werkplek",
        "catering in de gevangenis",
        "vooroordelen wegnemen", "vooroordeel", "beoordeling volgt", "oordeel", "strafpunten", "boete",
        "beveiliger opgeleid",
        "politie als opdrachtgever", "fraudepreventie", "criminaliteit voorkomen", "reclasseringswerker",
        "diefstalpreventie",
        "doelgroepregister gezien op 3 maart", "registercontrole door werkgever", "uittreksel KvK",
        "kopie arbeidsovereenkomst",
        "Kopie van de overeenkomst bewaard. Doelgroepregister gecontroleerd.",
        "geen uitdraai van het doelgroepregister",
        "zonder kopie van het doelgroepregister", "doelgroepregister gezien, geen kopie bewaard",
        "diagnose van het knelpunt", "een economische depressie", "burn-outpreventie", "tot mislukken veroordeeld",
        "print op papier", "UWV-verklaring gezien", "fotograaf",
        "register bijgewerkt",
        "kopie van factuur, pso-certificaat, statuten en drie andere stukken; doelgroepregister geraadpleegd", "",
        "   ", "é",
    ])
    func ordinaryWords(_ text: String) throws {
        for name in Self.names {
            #expect(try Self.first(name, text) == nil, "\(name): \(text)")
        }
    }

    @Test func rangesAndEntries() {
        let list = WordList(
            csv: Array(
                "woord;vorm;toelichting\nappel;begin;fruit\nappelboom;niet;\nappel van de boom;niet;\nrode peer;heel;\n;heel;\nx;raar;\n"
                    .utf8))
        #expect(list.words == ["appel", "rode peer"])
        #expect(list.explanations == ["fruit", ""])
        let matches = list.matches(
            in:
                "Appels, appelboomgaard en rode peer; rode. peer; rode peren; appel van de boomgaard; de appel van de. boom"
        )
        #expect(matches.map { [$0.start, $0.end, $0.entry] } == [[0, 6, 0], [26, 35, 1], [88, 93, 0]])
    }

    @Test(arguments: names)
    func everyLineIsAnEntryOnce(_ name: String) throws {
        let lines = String(decoding: try #require(Self.files[name]), as: UTF8.self)
            .split(separator: "\n").map { $0.split(separator: ";", omittingEmptySubsequences: false) }
        #expect(lines.first == ["woord", "vorm", "toelichting"])
        for line in lines.dropFirst() {
            #expect(line.count == 3 && ["heel", "begin", "niet"].contains(line[1]), "\(line)")
        }
        #expect(Set(lines.map { $0[0] }).count == lines.count)
        #expect(try Self.list(name).words.count == lines.dropFirst().filter { $0[1] != "niet" }.count)
    }
}
