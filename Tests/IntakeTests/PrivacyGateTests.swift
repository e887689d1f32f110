import DelimitedText
@testable import Intake
import SocialReturnModel
import Testing

@Suite("Privacy: the gate over all cells of a file")
struct PrivacyGateTests {
    private static let bsn = "123456782"
    private static let secrets = [bsn, "NL91ABNA0417164300", "06-12345678", "mevr. Voorbeeld"]

    private func cells(_ lines: [String]) throws -> DelimitedTable {
        try DelimitedTable(parsing: Array(lines.joined(separator: "\r\n").utf8), separator: UInt8(ascii: ";"))
    }

    private func text(_ cells: DelimitedTable) -> String {
        (0..<cells.recordCount).map { record in
            (0..<cells.fieldCount(of: record)).map { cells.text(record, $0) }.joined(separator: ";")
        }.joined(separator: "\n")
    }

    private func fields(_ facts: TableFacts, _ names: [String]) -> [PrivacyGate.Field] {
        names.enumerated().compactMap { index, name in
            facts.index(of: name).map { .known($0, of: facts, at: index) }
        }
    }

    /// In a file that is a submission by itself the columns of the cover are searched as well, and placed in the cover.
    @Test func coverColumnsBesidePlacements() throws {
        let cover = ["leverancier_kvk", "leverancier_naam", "periode", "contact", "toelichting"]
        let placement = ["inzet_id", "deelnemercode"]
        for (column, name) in cover.enumerated() {
            for secret in Self.secrets where name == "contact" || name == "toelichting" || secret == Self.bsn {
                var row = ["90000005", "Voorbeeld B.V.", "2026-Q2", "", "", "P-1", "D-1"]
                row[column] = secret
                var table = try cells([(cover + placement).joined(separator: ";"), row.joined(separator: ";")])
                let placements = placement.enumerated().compactMap { index, name in
                    Placement.table.facts.index(of: name).map {
                        PrivacyGate.Field.known($0, of: Placement.table.facts, at: cover.count + index)
                    }
                }
                let region = PrivacyGate.Region(records: 1..<2, fields: fields(Cover.table.facts, cover) + placements)
                let seen = PrivacyGate.mask(
                    &table, [region], table: .placements, holdsParticipants: true, KnownOrganisations())
                #expect(!text(table).contains(secret), "\(name): \(text(table))")
                #expect(seen.map(\.place.table) == [.cover] && seen.map(\.place.record) == [1], "\(name): \(seen)")
            }
        }
    }

    /// A large table is searched in parts at the same time: the same is masked and told, in the same order, and a column of references is
    /// weighed as a whole.
    @Test func largeTableInParts() throws {
        let facts = Placement.table.facts
        let fields = fields(facts, ["inzet_id", "deelnemercode", "toelichting"])
        var lines = ["inzet_id;deelnemercode;toelichting"]
        for row in 1...40_000 { lines.append("P-\(row);D-\(row);") }
        // Three numbers that can be a BSN are a pattern only together, and lie in three parts.
        for (row, number) in [(5, "123456782"), (17_000, "111222333"), (39_999, "999990019")] {
            lines[row] = "P-\(row);\(number);belt 06-12345678"
        }
        var table = try cells(lines)
        let seen = PrivacyGate.mask(
            &table, [PrivacyGate.Region(records: 1..<table.recordCount, fields: fields)], table: .placements,
            holdsParticipants: true, KnownOrganisations())
        for row in [5, 17_000, 39_999] {
            #expect(table.text(row, 1).allSatisfy { $0 == "*" } && table.text(row, 0) == "P-\(row)", "\(row)")
            #expect(!table.text(row, 2).contains("12345678"))
        }
        #expect(table.text(16_999, 1) == "D-16999")
        #expect(seen.filter { $0.kind == .citizenNumber }.map(\.place.record) == [5, 17_000, 39_999])
        #expect(seen.filter { $0.kind == .contactDetail }.map(\.place.record) == [5, 17_000, 39_999])
    }

    /// What stands outside of the regions is searched as free text: titles, headings, further fields, a second table, a file of another kind.
    @Test func everyCellPasses() throws {
        let lines = [
            "Titel", "inzet_id;toelichting", "P-1;a", "P-2;b;c", "", "Tweede;tabel", "Fatima;y", "Jan;Feb",
        ]
        let facts = Placement.table.facts
        let region = PrivacyGate.Region(records: 2..<4, fields: fields(facts, ["inzet_id", "toelichting"]))
        for regions in [[region], []] {
            for line in lines.indices where !lines[line].isEmpty {
                for secret in Self.secrets {
                    var lines = lines
                    lines[line] += " " + secret
                    var table = try cells(lines)
                    let seen = PrivacyGate.mask(
                        &table, regions, table: .placements, holdsParticipants: true, KnownOrganisations())
                    #expect(!text(table).contains(secret), "\(line): \(text(table))")
                    // Fatima, and what was planted.
                    #expect(seen.count == 2, "\(line) \(secret): \(seen)")
                    #expect(
                        PrivacyGate.mask(
                            &table, regions, table: .placements, holdsParticipants: true, KnownOrganisations()
                        )
                        .isEmpty)
                }
            }
        }
        var table = try cells(lines)
        _ = PrivacyGate.mask(&table, [region], table: .placements, holdsParticipants: true, KnownOrganisations())
        #expect(text(table).hasSuffix("******;y\nJan;Feb"))
    }

    /// A file that is no table of ours: columns are refused by their headings.
    @Test func unknownTable() throws {
        var table = try cells([
            "Naam;Adres;Bedrijf;Opmerking", "Geheim;Geheimstraat;Jan Jansen Hoveniers;bel \(Self.bsn)",
        ])
        let (region, refused) = PrivacyGate.Region.unknown(1..<2, below: 0, in: table, table: .cover)
        #expect(refused.map(\.heading) == [.participantName, .contactDetail] && refused.map(\.field) == [0, 1])
        let seen = PrivacyGate.mask(&table, [region], table: .cover, holdsParticipants: true, KnownOrganisations())
        #expect(text(table) == "Naam;Adres;Bedrijf;Opmerking\n******;************;Jan Jansen Hoveniers;bel *********")
        #expect(seen.map(\.kind) == [.citizenNumber])
    }

    /// Codes that are a name are masked, and a row's own code only when it is one for sure.
    @Test(arguments: [
        ("deelnemercode", "jan.jansen", true), ("deelnemercode", "jansen01", true), ("deelnemercode", "fatima", false),
        ("deelnemercode", "D-0001", false), ("inzet_id", "jan.jansen", true), ("inzet_id", "jansen01", true),
        ("inzet_id", "P-001", false), ("inzet_id", "Kees Zwartkous", true), ("inzet_id", "k.zwartkous", true),
        ("inzet_id", "zwartkous", false), ("deelnemercode", "Zwartkous, Kees", true),
        ("deelnemercode", "M. Bakker", true),
        ("deelnemercode", "PW-2026-014", false), ("deelnemercode", "bakker 3", false),
    ])
    func codes(_ column: String, _ code: String, isMasked: Bool) throws {
        let facts = Placement.table.facts
        var table = try cells([column, code])
        let region = PrivacyGate.Region(records: 1..<2, fields: fields(facts, [column]))
        let seen = PrivacyGate.mask(&table, [region], table: .placements, holdsParticipants: true, KnownOrganisations())
        #expect(table.text(1, 0) == (isMasked ? String(repeating: "*", count: code.utf8.count) : code))
        #expect(seen.map(\.kind) == (isMasked ? [.personName] : []))
    }

    /// A name in a column that asks for a number, a day or a code is masked, whatever the table is; what the column asks for stays.
    @Test func namesWhereNoneIsAskedFor() throws {
        let names = [
            "Kees Zwartkous", "Zwartkous, Kees", "k.zwartkous", "M. Bakker", "mevr. Zwartkous", "kandidaat Xyz Abc",
            "Kandidaat: Zwartkous",
            "deelnemer Zwartkous is gestopt", "cliënt van Zwartkous", "medewerker Xyz Zwartkous", "de heer Zwartkous",
            "mw Zwartkous", "naam: Zwartkous", "kandidaat Sjoerd",
        ]
        let places: [(TableFacts, String, String)] = [
            (Placement.table.facts, "contractnummer", "BZK-2026-0147"),
            (Placement.table.facts, "begindatum", "01-04-2026"),
            (Placement.table.facts, "doelgroep", "Participatiewet"),
            (Placement.table.facts, "werkgever_kvk", "90000005"),
            (Placement.table.facts, "uren_per_week", "24,5"), (Placement.table.facts, "werkpostcode", "2511 AB"),
            (Placement.table.facts, "soort_inzet", "dienstverband"), (Placement.table.facts, "bonussen", "VAST"),
            // `Bep` is a first name too.
            (Placement.table.facts, "contractvorm", "bep. tijd"),
            (Cover.table.facts, "periode", "2026-Q2"), (Cover.table.facts, "sjabloonversie", "versie 1"),
            (Cover.table.facts, "opgesteld_op", "1 juli 2026"), (Evidence.table.facts, "bewijs_id", "B-001"),
            (Commitment.table.facts, "afspraak_id", "A-01"), (Commitment.table.facts, "eigenaar", "samen"),
            (SocialPurchase.table.facts, "bedrag_excl_btw", "1.200,00"),
            (Activity.table.facts, "contractnummer", "Jansen-2026-01"),
        ]
        for (facts, column, sound) in places {
            for value in names + [sound] {
                var table = try cells([column, "\"\(value)\""])
                let region = PrivacyGate.Region(records: 1..<2, fields: fields(facts, [column]))
                let seen = PrivacyGate.mask(
                    &table, [region], table: facts.id, holdsParticipants: true, KnownOrganisations())
                let masked = String(repeating: "*", count: value.utf8.count)
                #expect(table.text(1, 0) == (value == sound ? value : masked), "\(column)")
                #expect(seen.map(\.kind) == (value == sound ? [] : [.personNameAstray]), "\(column): \(value)")
            }
        }
    }

    /// What stands behind a word for a person is a name only when it can be nothing else: no code, no word of every day, no function.
    @Test(arguments: [
        "Medewerker Bediening", "kandidaat 3", "Kandidaat onbekend", "Kandidaat Onbekend", "Werknemer Participatiewet",
        "Leerling BBL", "kandidaat Wajong", "Deelnemer Doelgroepregister", "medewerker gestopt", "deelnemer april",
        "Kandidaat WAO-er", "cliënt GGZ", "Kandidaat", "naam Zwartkous", "hij Zwartkous", "Medewerker Schoonmaak",
        "deelnemer: Oekraïense vluchteling", "Stagiair MBO", "Leerling Timmerman", "Kandidaat In Overleg",
    ])
    func wordsBehindAWordForAPerson(_ value: String) throws {
        for (facts, column) in [
            (Placement.table.facts, "begindatum"), (Placement.table.facts, "doelgroep"),
            (Placement.table.facts, "uren_per_week"), (Placement.table.facts, "leeftijdsklasse"),
            (Placement.table.facts, "deelnemercode"),
        ] {
            var table = try cells([column, value])
            let region = PrivacyGate.Region(records: 1..<2, fields: fields(facts, [column]))
            let seen = PrivacyGate.mask(
                &table, [region], table: facts.id, holdsParticipants: true, KnownOrganisations())
            #expect(table.text(1, 0) == value && seen.isEmpty, "\(column)")
        }
    }

    /// Codes may be called after letters; two names in a row are none.
    @Test(arguments: [
        ("deelnemercode", "Kandidaat Alfa", false), ("deelnemercode", "Kandidaat Noordzee", false),
        ("deelnemercode", "Kandidaat Xyz Abc", true), ("inzet_id", "deelnemer Xyz Abc", true),
    ])
    func codesBehindAWordForAPerson(_ column: String, _ value: String, _ isMasked: Bool) throws {
        var table = try cells([column, value])
        let region = PrivacyGate.Region(records: 1..<2, fields: fields(Placement.table.facts, [column]))
        _ = PrivacyGate.mask(&table, [region], table: .placements, holdsParticipants: true, KnownOrganisations())
        #expect(table.text(1, 0) == (isMasked ? String(repeating: "*", count: value.utf8.count) : value))
    }

    /// The number of an invoice, and what a cover corrects, may have the name of a firm in it, but no title.
    @Test(arguments: [
        ("mevr. Zwartkous", true), ("dhr. J. Zwartkous 2026-01", true), ("kandidaat Xyz Abc", true),
        ("J. Bakker 2026-014", false), ("Kees Zwartkous 12", false), ("Zwartkous-2026-Q1", false), ("2026-0147", false),
        ("Mevrouw Jansen Catering 12", false), ("mevr. 2026", false),
    ])
    func titlesInTheNumberOfAnInvoice(_ value: String, _ isMasked: Bool) throws {
        for (facts, column) in [(Cover.table.facts, "correctie_op"), (SocialPurchase.table.facts, "factuurnummer")] {
            var table = try cells([column, value])
            let region = PrivacyGate.Region(records: 1..<2, fields: fields(facts, [column]))
            let seen = PrivacyGate.mask(
                &table, [region], table: facts.id, holdsParticipants: true, KnownOrganisations())
            #expect(
                table.text(1, 0) == (isMasked ? String(repeating: "*", count: value.utf8.count) : value), "\(column)")
            #expect(seen.map(\.kind) == (isMasked ? [.personNameAstray] : []), "\(column)")
        }
    }

    /// In every column of every table, those of the register too, that asks for a number, a day or a code: what tells how somebody is reached,
    /// where somebody lives or when somebody was born is masked, whatever the table is, and what the column asks for stays.
    @Test func whatTellsOfAPersonWhereANumberIsAskedFor() throws {
        let strays: [(String, PersonalDatum)] = [
            ("naam.voorbeeld@mail.example", .contact), ("06-12345678", .contact), ("+31 6 12345678", .contact),
            ("naam (at) voorbeeld.nl", .contact), ("geboren 12-03-1988", .birthDate),
            ("geb. 12 maart 1988", .birthDate),
            ("woont Voorbeeldstraat 12", .homeAddress),
        ]
        var columns = 0
        for facts in AllTables.facts {
            for (index, column) in facts.columns.enumerated() {
                let field = PrivacyGate.Field.known(index, of: facts, at: 0)
                guard field.content.isBare else { continue }
                columns += 1
                for (value, datum) in strays + [(column.example, .other)] {
                    var table = try cells([column.name, "\"\(value)\""])
                    let seen = PrivacyGate.mask(
                        &table, [PrivacyGate.Region(records: 1..<2, fields: [field])], table: facts.id,
                        holdsParticipants: false, KnownOrganisations())
                    let isSound = value == column.example
                    #expect((table.text(1, 0) == value) == isSound, "\(facts.fileName) \(column.name): \(value)")
                    #expect(
                        seen.compactMap(\.kind.personalDatum) == (isSound ? [] : [datum]),
                        "\(facts.fileName) \(column.name): \(value)")
                }
            }
        }
        #expect(columns > 100)
    }

    /// An age class is no place for a name, a reference or the name of an organisation none for a date of birth; an invoice may have a number like
    /// that of a telephone, and a postcode of work one like that of a home.
    @Test(arguments: [
        ("inzet.csv", "leeftijdsklasse", "Kees Voorbeeld", true), ("inzet.csv", "leeftijdsklasse", "27-49", false),
        ("bewijs.csv", "verwijzing", "dossier geb. 12-03-1988", true),
        ("bewijs.csv", "verwijzing", "map 12-03-2026", false),
        ("sociale_inkoop.csv", "partner_naam", "Voorbeeld, geboren 12-03-1988", true),
        ("sociale_inkoop.csv", "partner_naam", "Voorbeeld, Voorbeeldstraat 12", false),
        ("sociale_inkoop.csv", "factuurnummer", "naam@mail.example", true),
        ("sociale_inkoop.csv", "factuurnummer", "020-1234567", false),
        ("inzet.csv", "werkpostcode", "Voorbeeldstraat 12, 2511 AB", false),
        ("inzet.csv", "werkpostcode", "woont Voorbeeldstraat 12", true),
        ("voorblad.csv", "periode", "06-04-26 - 30-06-26", false),
        ("voorblad.csv", "periode", "06-04-26/30-06-26", false),
        ("uren.csv", "periode", "06-12 34 56 78", true), ("inzet.csv", "begindatum", "06-12-26 12:30:45", false),
    ])
    func edgesOfWhatIsAskedFor(_ file: String, _ name: String, _ value: String, isMasked: Bool) throws {
        let facts = try #require(AllTables.facts.first { $0.fileName == file })
        var table = try cells([name, "\"\(value)\""])
        let region = PrivacyGate.Region(records: 1..<2, fields: fields(facts, [name]))
        let seen = PrivacyGate.mask(&table, [region], table: facts.id, holdsParticipants: false, KnownOrganisations())
        #expect((table.text(1, 0) != value) == isMasked, "\(table.text(1, 0))")
        #expect(seen.isEmpty != isMasked && seen.allSatisfy { $0.kind.personalDatum != nil })
    }

    /// Under a heading that is no more than a word for a person stand names, or codes.
    @Test(arguments: [
        ("Medewerker", ["Zwartkous", "Bakker"], true), ("Kandidaat:", ["D-0001", "Zwartkous"], true),
        ("Cliënt", ["Kees"], true), ("Leerling (verplicht)", ["P1", "mevr. Zwartkous"], true),
        ("Persoon", ["jansen01"], true), ("Werknemer/kandidaat", ["zwartkous"], true),
        ("Medewerker", ["Zwartkous01"], true), ("Medewerker", ["D-0001", "D-0002"], false),
        ("Kandidaat", ["kandidaat 3", "groen-4", "PW-12"], false), ("Client", ["ja", "nee", ""], false),
        ("Kandidaat", ["17", "18"], false),
        ("Werknemer", ["", ""], false), ("Persoon", ["A", "B"], false), ("Aantal medewerkers", ["drie"], false),
        ("Intern", ["Zwartkous"], false), ("Functie medewerker", ["hovenier"], false),
    ])
    func columnsOfPersons(_ heading: String, _ values: [String], isRefused: Bool) throws {
        let facts = Placement.table.facts
        let lines = ["inzet_id;deelnemercode;" + heading] + values.map { "P-001;D-0001;" + $0 }
        let cells = try cells(lines)
        let region = TableRegion.only(.placements, in: cells)
        let headings = HeadingMap(cells, facts, region, .shared, sharesCover: false)
        var source = SourceTable(cells, facts, region, headings, of: SourceFile(name: "x.csv", bytes: []), on: nil)
        let seen = PrivacyMasking.mask(&source, KnownOrganisations())
        #expect(source.extraColumns.map(\.isRefused) == [isRefused])
        #expect(seen.map(\.kind) == (isRefused ? [.nameColumn] : []))
        for (index, value) in values.enumerated() {
            #expect(
                source.cells.text(index + 1, 2) == (isRefused ? String(repeating: "*", count: value.utf8.count) : value)
            )
        }
    }

    /// `Deelnemer` is read as the code of a participant; what is no code there is a name.
    @Test(arguments: [
        ("Deelnemer", "Zwartkous", true), ("Deelnemer", "D-0001", false), ("deelnemercode", "Zwartkous", false),
    ])
    func codesUnderAWordForAPerson(_ heading: String, _ value: String, isMasked: Bool) throws {
        let facts = Placement.table.facts
        let cells = try cells(["inzet_id;contractnummer;" + heading, "P-001;BZK-2026-0147;" + value])
        let region = TableRegion.only(.placements, in: cells)
        let headings = HeadingMap(cells, facts, region, .shared, sharesCover: false)
        var source = SourceTable(cells, facts, region, headings, of: SourceFile(name: "x.csv", bytes: []), on: nil)
        let seen = PrivacyMasking.mask(&source, KnownOrganisations())
        #expect((source.cells.text(1, 2) != value) == isMasked)
        #expect(seen.map(\.kind) == (isMasked ? [.personName] : []))
    }

    /// Ten digits with a zero in front are refused by themselves, and left alone in a series of them; where a telephone number is asked for
    /// one stays.
    @Test func numbersFilledUpWithAZero() throws {
        func masked(_ facts: TableFacts, _ column: String, _ values: [String]) throws -> [Bool] {
            var table = try cells([column] + values)
            let region = PrivacyGate.Region(records: 1..<values.count + 1, fields: fields(facts, [column]))
            let seen = PrivacyGate.mask(
                &table, [region], table: facts.id, holdsParticipants: false, KnownOrganisations())
            let masked = values.indices.map { table.text($0 + 1, 0) != values[$0] }
            #expect(seen.count == masked.count { $0 })
            return masked
        }
        let purchases = SocialPurchase.table.facts
        #expect(try masked(purchases, "factuurnummer", ["0123456782"]) == [true])
        #expect(
            try masked(purchases, "factuurnummer", ["0123456782", "0111222333", "0111111110"]) == [true, true, true])
        #expect(
            try masked(purchases, "factuurnummer", ["0123456780", "0123456781", "0123456782", "0123456783"])
                == [false, false, false, false])
        #expect(try masked(Evidence.table.facts, "verwijzing", ["0123456782"]) == [true])
        #expect(try masked(Cover.table.facts, "contact", ["0123456782", "0111222333"]) == [true, false])
        #expect(try masked(Obstacle.table.facts, "omschrijving", ["bel 0123456782"]) == [true])
    }

    /// A number in a column for KvK numbers, RSIN or VAT numbers: the last two have numbers of the same form.
    @Test(arguments: [
        ("werkgever_kvk", "", true), ("eigen_kvk", "", true), ("vestigingsnummer", "", true), ("rsin", "", false),
        ("rsin", "eenmanszaak", true), ("rsin", "bv", false), ("btw-id", "", false), ("btw-id", "eenmanszaak", true),
    ])
    func organisations(_ heading: String, legalForm: String, isMasked: Bool) throws {
        var table = try cells([heading + ";rechtsvorm", Self.bsn + ";" + legalForm])
        let facts = Placement.table.facts
        let field =
            facts.index(of: heading).map { PrivacyGate.Field.known($0, of: facts, at: 0) }
            ?? .extra(
                0, heading: heading, identifier: OrganisationIdentifier(heading: heading), isRefused: false,
                table: .placements, at: 0)
        let form = PrivacyGate.Field.extra(
            1, heading: "rechtsvorm", identifier: nil, isRefused: false, table: .placements, at: 1)
        let region = PrivacyGate.Region(records: 1..<2, fields: [field, form])
        let seen = PrivacyGate.mask(&table, [region], table: .placements, holdsParticipants: true, KnownOrganisations())
        #expect((table.text(1, 0) != Self.bsn) == isMasked)
        #expect(seen.map(\.kind) == (isMasked ? [.citizenNumber] : []))
    }

    /// One passing contract number in eleven is no reason to lose a contract; a column of them is.
    @Test func contractNumbersOfARegister() throws {
        let facts = Contract.table.facts
        let numbers = ["123456782", "111222333", "111111110", "100000009"]
        for count in 1...4 {
            var table = try cells(["contractnummer"] + numbers.prefix(count) + ["200000001", "200000002"])
            let region = PrivacyGate.Region(records: 1..<count + 3, fields: fields(facts, ["contractnummer"]))
            let seen = PrivacyGate.mask(
                &table, [region], table: .contracts, holdsParticipants: false, KnownOrganisations())
            let isRefused = count > 2
            #expect((table.text(1, 0) != numbers[0]) == isRefused, "\(count)")
            #expect(seen.map(\.kind) == (isRefused ? Array(repeating: .citizenNumber, count: count) : []))
        }
    }
}
