import Intake
import SocialReturnModel
import Testing

@Suite("Privacy: persons in free text")
struct PrivacyTextTests {
    /// What was found, as the parts of the text with their kinds.
    private func found(_ text: String, participants: Bool = true) -> [String] {
        let bytes = Array(text.utf8)
        return PrivacyScanner(searchesContacts: participants, searchesPersons: true).hits(in: text, column: .freeText)
            .map { "\($0.kind):\(String(decoding: bytes[$0.range], as: UTF8.self))" }
    }

    @Test(arguments: [
        ("Mevrouw Tijd is begonnen", "Mevrouw Tijd"), ("mevr. Werk heeft een plek", "mevr. Werk"),
        ("de heer Week bleef", "de heer Week"),
        ("met Dhr Contract", "Dhr Contract"), ("mw. Dag-Plek werkt", "mw. Dag-Plek"), ("meneer Loon", "meneer Loon"),
        ("mevr. Voorbeeld begeleidt", "mevr. Voorbeeld"), ("met dhr. J. de Voorbeeld", "dhr. J. de Voorbeeld"),
        ("MEVR. VOORBEELD IS ER", "MEVR. VOORBEELD"), ("de heer El Voorbeeld", "de heer El Voorbeeld"),
        ("mw. van den Voorbeeld kwam", "mw. van den Voorbeeld"), ("mevr jansen was er", "mevr jansen"),
        ("mevrouw Fatima El Voorbeeld", "mevrouw Fatima El Voorbeeld"),
        ("J.P. Voorbeeld-Test stopt", "J.P. Voorbeeld-Test"),
        ("gevraagd door A. Voorbeeld", "A. Voorbeeld"), ("Voorbeeld, J.P. de", "Voorbeeld, J.P. de"),
        ("Jansen, Piet", "Jansen, Piet"), ("Jan-Willem van 't Voorbeeld is er", "Jan-Willem van 't Voorbeeld"),
        ("Fátima heeft werk", "Fátima"), ("(Yusuf) werkt", "Yusuf"), ("Şeyma Yılmaz volgt een cursus", "Şeyma Yılmaz"),
        ("Iris heeft nu werk", "Iris"), ("kandidaat Xanthippe Voorbeeld start", "Xanthippe Voorbeeld"),
        ("naam: Xanthippe Voorbeeld", "Xanthippe Voorbeeld"), ("Fatima's rooster", "Fatima"),
        // Two surnames with a particle between them.
        ("mevrouw Voorbeeld-de Test is ziek", "mevrouw Voorbeeld-de Test"),
        ("Fatima Voorbeeld-van den Test kwam", "Fatima Voorbeeld-van den Test"),
        ("mevrouw Voorbeeld - de planner - belde", "mevrouw Voorbeeld"),
        // Blanks of a word processor, at which a line does not break.
        ("met dhr.\u{A0}Voorbeeld", "dhr.\u{A0}Voorbeeld"), ("mevr.\u{202F}Voorbeeld kwam", "mevr.\u{202F}Voorbeeld"),
        ("J.\u{A0}P.\u{A0}Voorbeeld stopt", "J.\u{A0}P.\u{A0}Voorbeeld"),
        ("Kees\u{A0}Voorbeeld belde", "Kees\u{A0}Voorbeeld"),
        ("de\u{A0}heer\u{A0}El\u{2009}Voorbeeld", "de\u{A0}heer\u{A0}El\u{2009}Voorbeeld"),
        ("mevrouw\tVoorbeeld", "mevrouw\tVoorbeeld"),
        ("kandidaat\u{A0}Xanthippe\u{A0}Voorbeeld start", "Xanthippe\u{A0}Voorbeeld"),
        ("Voorbeeld,\u{A0}J.P. de", "Voorbeeld,\u{A0}J.P. de"), ("Stichting\u{A0}Jan\u{A0}Voorbeeld", nil),
        ("Jan\u{A0}Voorbeeld\u{A0}Vervoer", nil), ("Jan\u{A0}2026", nil),
        // Signs without width in a word or between two, and letters of full width.
        ("Jan Voor\u{AD}beeld kwam", "Jan Voor\u{AD}beeld"),
        ("Jan\u{200B} Voor\u{200B}beeld", "Jan\u{200B} Voor\u{200B}beeld"),
        ("Kees\u{200B}Voorbeeld belde", "Kees\u{200B}Voorbeeld"), ("\u{200B}Fatima kwam", "Fatima"),
        ("\u{FF2A}\u{FF41}\u{FF4E} Voorbeeld kwam", "\u{FF2A}\u{FF41}\u{FF4E} Voorbeeld"),
        // No person, or a name of something else.
        ("methode Harrie Helpt", nil), ("pau\u{AD}ze in over\u{AD}leg", nil), ("Voorbeeld-de Test Transport B.V.", nil),
        ("Jan Voorbeeld Vervoer", nil), ("J. de Voorbeeld Stukadoors", nil), ("Kees Jansen Glasbewassing B.V.", nil),
        ("Fatima's Kantoorkeukens", nil), ("Jan’s Recycling", nil), ("Manege Jan Voorbeeld", nil),
        ("Anna Bakker U.A.", nil),
        ("Lunchroom Fatima", nil), ("P. Voorbeeld Archiefbeheer", nil),
        // What somebody is or does, or a trade that somebody is called after, makes no firm.
        ("kapper Kees Voorbeeld knipt", "Kees Voorbeeld"), ("Hovenier Fatima Voorbeeld kwam", "Fatima Voorbeeld"),
        ("mevrouw Keukens belde", "mevrouw Keukens"), ("Jan Voorbeeld regelt vervoer", "Jan Voorbeeld"),
        ("Fatima's vervoer is geregeld", "Fatima"), ("de manege Kees Voorbeeld", "Kees Voorbeeld"),
        ("Ton Bakker is er", "Ton Bakker"), ("een ton zand", nil),
        ("Jan Voorbeeld Hoveniers", nil), ("bakkerij Jan Voorbeeld", nil), ("J. de Voorbeeld Transport B.V.", nil),
        ("W. Voorbeeld en Zn.", nil), ("stage bij Albert Heijn", nil), ("Sint Jan", nil),
        ("Johan Voorbeeldschool", nil),
        ("Willem-Alexanderplein 4", nil), ("gebouw B. Verdieping 3", nil), ("Stichting Voorbeeld B.V. Den Haag", nil),
        ("12 mw. Werk in de tuin", nil), ("dank aan mevrouw. Tijd is kort", nil), ("MEVROUW WERKT HIER", nil),
        ("contract voor bep. tijd", nil), ("Geachte heer, Mevrouw", nil), ("mw Werk", nil), ("dhr. 12 Dagen", nil),
        ("mw in de keuken", nil), ("drie heren", nil), ("de heer des huizes", nil), ("mevrouw heeft verlof", nil),
        ("Roos en tulp", nil), ("Jan 2026", nil), ("Jan", nil), ("jan-feb", nil), ("Mei is druk", nil),
        ("Max. 24 uur", nil),
        ("afronden.N.Veelvoud", nil), ("", nil), ("é", nil), ("fatima heeft werk", nil),
    ])
    func names(_ text: String, expected: String?) {
        #expect(found(text) == (expected.map { ["name:\($0)"] } ?? []), "\(text)")
    }

    @Test(arguments: [
        ("geboren\u{A0}12-03-1988", "12-03-1988"), ("geb.\u{A0}12\u{A0}maart\u{A0}1988", "12\u{A0}maart\u{A0}1988"),
        ("geboren 12-03-1988", "12-03-1988"), ("geb. 12 maart 1988 in X", "12 maart 1988"),
        ("geb.dat. 1/2/85", "1/2/85"),
        ("geboortejaar: 1966", "1966"), ("GEB 14051990", "14051990"),
        ("geboren te Voorbeeldstad, 4-4-1980", "4-4-1980"),
        ("in 1971 geboren", "1971"), ("deelnemer is van 1988", "1988"), ("Geboortedatum 1990-05-14", "1990-05-14"),
        ("geboren in 2024", nil), ("machine is van 1988", nil), ("geb. 12, verdieping 3", nil),
        ("Geb. B, kamer 1980", nil),
        ("gestart 12-03-1988", nil), ("geboren in Voorbeeldstad", nil), ("geboren! 1980 keer", nil),
    ])
    func birthDates(_ text: String, expected: String?) {
        #expect(found(text) == (expected.map { ["birthDate:\($0)"] } ?? []), "\(text)")
    }

    @Test(arguments: [
        ("Voorbeeldstraat 12, 1234 AB Delft", "Voorbeeldstraat 12, 1234 AB", nil),
        ("woont\u{A0}aan\u{A0}de\u{A0}Voorbeeldweg\u{A0}4", "Voorbeeldweg\u{A0}4", "Voorbeeldweg\u{A0}4"),
        ("Voorbeeldstraat\u{A0}12, 1234\u{A0}AB Delft", "Voorbeeldstraat\u{A0}12, 1234\u{A0}AB", nil),
        ("woont aan de Voorbeeldweg 4", "Voorbeeldweg 4", "Voorbeeldweg 4"), ("1234AB 12", "1234AB 12", nil),
        ("huisadres is Voorbeeldhof 3 te X", "Voorbeeldhof 3", "Voorbeeldhof 3"),
        ("woont Van Voorbeeldkade 22-b", "Van Voorbeeldkade 22-b", "Van Voorbeeldkade 22-b"),
        ("vestiging Voorbeeldstraat 12, 1234 AB Delft", nil, nil), ("Voorbeeldstraat 12", nil, nil),
        ("woont 12 dagen in X", nil, nil), ("woont in de regio", nil, nil), ("2511", nil, nil),
        ("1234 KG 5", "1234 KG 5", nil),
    ])
    func homeAddresses(_ text: String, amongParticipants: String?, elsewhere: String?) {
        #expect(found(text) == (amongParticipants.map { ["homeAddress:\($0)"] } ?? []), "\(text)")
        #expect(found(text, participants: false) == (elsewhere.map { ["homeAddress:\($0)"] } ?? []), "\(text)")
    }

    @Test(arguments: [
        ("mail jan (at) voorbeeld.nl", "jan (at) voorbeeld.nl"), ("a.b[at]voorbeeld[dot]nl", "a.b[at]voorbeeld[dot]nl"),
        ("a.b AT voorbeeld.com", "a.b AT voorbeeld.com"), ("x(apestaartje)voorbeeld.nl", "x(apestaartje)voorbeeld.nl"),
        ("2 at work", nil), ("at voorbeeld.nl", nil), ("start at 8.30", nil),
    ])
    func spelledAddresses(_ text: String, expected: String?) {
        #expect(found(text) == (expected.map { ["email:\($0)"] } ?? []), "\(text)")
    }

    @Test func whatIsFoundComesInOrderAndOnce() {
        #expect(
            found("Fatima, geb. 1-2-1988, bsn 123456782, mailt jan.jansen@voorbeeld.nl en dhr. Voorbeeld") == [
                "name:Fatima", "birthDate:1-2-1988", "bsn:123456782", "email:jan.jansen@voorbeeld.nl",
                "name:dhr. Voorbeeld",
            ])
    }

    /// Whatever stands in a text, also bytes that are no text: the search ends, its hits are in order and apart, and once they are masked there
    /// is nothing more to find.
    @Test func nothingIsLeftOfAnyText() {
        let pieces = [
            "mevr.", "dhr", "de heer", "Fatima", "Jan", "van", "de", "El", "Voorbeeld", "jansen", "J.", "P.", "B.V.",
            "Hoveniers", "geb.",
            "geboren", "12-03-1988", "1971", "woont", "Voorbeeldstraat", "12", "1234", "AB", "(at)", "voorbeeld.nl",
            "at", ".", ",", " ", "-",
            "\n", "é", "\u{301}", "naam:", "is van", "deelnemer", "'t", "en", "Zn", "@", "06-12345678",
        ]
        var state: UInt64 = 7
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let scanner = PrivacyScanner(searchesContacts: true, searchesPersons: true)
        var total = 0
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0...next(9) { text += pieces[next(pieces.count)] + (next(3) == 0 ? "" : " ") }
            let hits = scanner.hits(in: text, column: .freeText)
            total += hits.count
            #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.end <= $1.start }, "\(text)")
            let masked = Masking.masked(text, hits, in: .freeText)
            #expect(masked.utf8.count == text.utf8.count)
            #expect(scanner.hits(in: masked, column: .freeText).isEmpty, "\(text) | \(masked)")
        }
        #expect(total > 5_000)
        let bytes: [UInt8] = [0x4A, 0x2E, 0xFF, 0xC3, 0x20, 0x80, 0xE1, 0x66, 0xCC]
        for start in bytes.indices {
            var hits: [PrivacyHit] = []
            Array(bytes[start...] + bytes[..<start]).withUnsafeBufferPointer {
                scanner.scan($0, in: .freeText, into: &hits)
            }
        }
    }

    /// A text of any length is searched in parts: nothing grows with it but the number of hits.
    @Test(arguments: ["Jan ", "Fatima Jansen ", "J.", "van ", "mevr. ", "Jan-", "a(at)b.nl ", "geb ", "1-", "A"])
    func longTexts(_ part: String) {
        let text = String(repeating: part, count: 20_000)
        let hits = PrivacyScanner(searchesContacts: true, searchesPersons: true).hits(in: text, column: .freeText)
        #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.end <= $1.start })
        #expect(Masking.safeName(text).utf8.count == text.utf8.count)
    }

    /// The parts do not cut a word, and what stands in the last one is found as well.
    @Test func partsOfALongText() {
        for shift in 0..<40 {
            let text =
                String(repeating: "x", count: shift) + String(repeating: " rustige tekst.", count: 400)
                + " mevr. Voorbeeld"
            #expect(found(text) == ["name:mevr. Voorbeeld"])
        }
    }
}
