import Intake
import SocialReturnModel
import Testing

@Suite("Privacy: birth dates, codes of persons and headings")
struct PrivacyPersonTests {
    @Test(arguments: [
        ("12-03-1985", true), ("1985-03-12", true), ("12/3/1985", true), ("12-03-85", true), ("1-3-85", true),
        ("1985", true),
        ("geboren 1985", true), ("12 maart 1985", true), ("19850312", true), ("12031985", true), ("31118", true),
        ("31118,00", true), ("1985-03-12 00:00:00", true), ("12.03.05", true), ("2012", true), ("1930", true),
        ("2013", false), ("1929", false), ("15-26", false), ("27-49", false), ("50-54", false), ("55", false),
        ("56+", false),
        ("", false), ("27 t/m 49", false), ("2026", false), ("01-03-2026", false), ("01-03-26", false), ("12345", true),
        ("10958", false), ("41275", false), ("99-99-85", false), ("49 jaar", false), ("P-31118", false),
        ("99991231", false),
    ])
    func birthDates(_ cell: String, holds: Bool) {
        #expect(Array(cell.utf8).withUnsafeBufferPointer(BirthDateCheck.holdsBirthDate) == holds)
    }

    @Test(arguments: [
        ("12031985", PseudonymCheck.Trace.date), ("19850312", .date), ("12-03-1985", .date), ("12-03-85", .date),
        ("D-1985-03-12", .date), ("D12.3.1985", .date), ("12_03_85", .date), ("20260301", .date),
        ("JJ1985", .initialsAndYear),
        ("jdv-1985", .initialsAndYear), ("J.J.1985", .initialsAndYear), ("j.d.v.-85", .initialsAndYear),
        ("x-JJ1985", .initialsAndYear), ("jj 1985", .initialsAndYear), ("123456782", .longNumber),
        ("D-12345678", .longNumber),
        ("D123456789", .longNumber), ("2026001400", nil), ("20260014", .longNumber), ("D-0007", nil),
        ("PW-2026-014", nil),
        ("K2026-12", nil), ("D-0001", nil), ("AB-55", nil), ("jdv-85", nil), ("PW1985", nil), ("D-1985", nil),
        ("P-001", nil),
        ("D-00000007", nil), ("DN-2001", nil), ("2026-01-14", nil), ("10-20-30", nil), ("", nil), ("A7F3-99Q", nil),
        ("550e8400-e29b-41d4-a716-446655440000", nil), ("JJ2026", nil), ("JJ19851", nil), ("deelnemer 7", nil),
        ("2026-01-0014", nil), ("kand-1999", nil), ("1985", nil), ("WSW-2010-3", nil), ("7", nil),
        ("jansen01", .name), ("Fatima", .name), ("jan-2026-03", nil), ("groen-04", nil), ("120385", .date),
        ("D-850312", .date), ("000123", nil), ("100045", nil), ("991399", nil), ("MvM-2011", nil),
    ])
    func pseudonyms(_ code: String, trace: PseudonymCheck.Trace?) {
        #expect(Array(code.utf8).withUnsafeBufferPointer(PseudonymCheck.trace) == trace)
    }

    @Test(arguments: [
        ("jan.jansen", PseudonymCheck.NameCertainty.full), ("JJansen", .full), ("Jansen, J.", .full),
        ("PetervdBerg", .full),
        ("A.deBoer", .full), ("mevr. Voorbeeld", .full), ("de Vries 2", .full), ("Yılmaz-E", .full),
        ("jansen01", .surname),
        ("JANSEN", .surname), ("fatima", .likely), ("Mohammed03", .likely), ("bakker-P", .likely),
        ("groen jansen 3", .likely),
        ("Kees Zwartkous", .full), ("Zwartkous, Kees", .full), ("Kees-Zwartkous", .full), ("kees_zwartkous", .full),
        ("KEES ZWARTKOUS", .full), ("ZwartkousKees", .full), ("k.zwartkous", .full), ("K. Zwartkous", .full),
        ("K Zwartkous", .full), ("Zwartkous, K", .full), ("Zwartkous K.", .full), ("M. Bakker", .full),
        ("P. Smit", .full),
        ("p.smit", .full), ("Groen, J.", .full), ("K.P. Zwartkous", .full),
        ("d.kandidaat", nil), ("A. Planning", nil), ("kandidaat-7", nil), ("traject-noord", nil), ("pilot B", nil),
        ("bijstandsgroep B", nil), ("B-regulier", nil), ("PW-noordoost-3", nil), ("D.0001", nil), ("inzet 4 K", nil),
        ("groep K.", nil),
        ("groen-04", nil), ("bakker 3", nil), ("D-0001", nil), ("jan-2026", nil), ("kandidaat", nil), ("", nil),
        ("X7K-QP2", nil),
    ])
    func namesInCodes(_ code: String, certainty: PseudonymCheck.NameCertainty?) {
        #expect(Array(code.utf8).withUnsafeBufferPointer(PseudonymCheck.name) == certainty, "\(code)")
    }

    /// No code of a list, nor its name in plain words, is taken for a person.
    @Test func noCodeOfAListIsAName() {
        var count = 0
        for list in AllTables.facts.flatMap(\.columns).compactMap(\.codes) {
            for entry in list.entries {
                for word in [entry.code, entry.name.nl, entry.name.en] + entry.aliases {
                    let certainty = Array(word.utf8).withUnsafeBufferPointer(PseudonymCheck.name)
                    #expect(certainty != .full, "\(word)")
                    count += 1
                }
            }
        }
        #expect(count > 100)
    }

    @Test(arguments: [
        ("BSN", RefusedHeading.bsn), ("bsn-nummer", .bsn), ("B.S.N.", .bsn), ("Burgerservicenummer", .bsn),
        ("sofi", .bsn),
        ("Sofi-nummer", .bsn), ("deelnemer_bsn", .bsn), ("BSN (9 cijfers)", .bsn), ("nr. BSN medewerker", .bsn),
        ("sociaal-fiscaal nummer", .bsn), ("\u{feff}BSN", .bsn),
        ("Naam", .participantName), ("voornaam", .participantName), ("Achternaam", .participantName),
        ("roepnaam", .participantName), ("Voorletter(s)", .participantName), ("voorletters", .participantName),
        ("tussenvoegsel", .participantName), ("Naam deelnemer", .participantName), ("deelnemer_naam", .participantName),
        ("naam van de kandidaat", .participantName), ("Naam medewerker", .participantName),
        ("geboortedatum", .birthDate), ("Geb.dat", .birthDate), ("geboortejaar", .birthDate), ("gebdatum", .birthDate),
        ("geboortedatum deelnemer", .birthDate), ("E-mail", .contactDetail), ("telefoonnummer", .contactDetail),
        ("mobiel", .contactDetail), ("Adres", .contactDetail), ("straat", .contactDetail),
        ("huisnummer", .contactDetail),
        ("woonplaats", .contactDetail), ("woonpostcode", .contactDetail), ("telefoon kandidaat", .contactDetail),
        ("06", .contactDetail), ("06-nummer", .contactDetail), ("06 deelnemer", .contactDetail),
        // A day or a month is no telephone.
        ("Stand op 06-07-2026", nil), ("uren 2026-06", nil), ("Maand 06", nil), ("LIJST 06-07-2026 Blad 1", nil),
        ("IBAN", .account), ("rekeningnummer", .account), ("Bankrekening", .account),
        ("naam werkgever", nil), ("partner_naam", nil), ("leverancier_naam", nil), ("bedrijfsnaam", nil),
        ("jobsnaam", nil),
        ("websnelheid", nil), ("werkadres", nil), ("contact", nil), ("e-mail werkgever", nil), ("deelnemercode", nil),
        ("deelnemer", nil), ("werkpostcode", nil), ("postcode", nil), ("toelichting", nil), ("", nil),
        ("deelnemers", nil),
        ("sofiemodel", nil), ("medewerker", nil),
    ])
    func headings(_ heading: String, refused: RefusedHeading?) {
        #expect(RefusedHeading(heading: heading, in: .placements) == refused)
    }

    @Test func theTableCounts() {
        #expect(RefusedHeading(heading: "naam", in: .purchases) == nil)
        #expect(RefusedHeading(heading: "naam", in: .evidence) == .participantName)
        #expect(RefusedHeading(heading: "naam", in: .suppliers) == nil)
        #expect(RefusedHeading(heading: "iban", in: .suppliers) == nil)
        #expect(RefusedHeading(heading: "bsn", in: .suppliers) == .bsn)
        #expect(RefusedHeading(heading: "telefoon", in: .cover) == nil)
        #expect(RefusedHeading(heading: "naam kandidaat", in: .examples) == .participantName)
        #expect(RefusedHeading(heading: "geboortedatum", in: .activities) == .birthDate)
        #expect(RefusedHeading(heading: "naam", in: nil) == .participantName)
        #expect(RefusedHeading(heading: "ziekte", in: .placements) == .health)
        #expect(RefusedHeading(heading: "ziekte", in: .activities) == nil)
    }

    @Test func noColumnOfOursIsRefused() {
        for facts in AllTables.facts {
            for column in facts.columns {
                for heading in [column.name] + column.aliases {
                    #expect(RefusedHeading(heading: heading, in: facts.id) == nil, "\(facts.fileName): \(heading)")
                }
            }
        }
    }
}
