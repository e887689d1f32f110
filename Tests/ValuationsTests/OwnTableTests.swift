import Intake
import Parameters
import SocialReturnModel
import Testing
import Valuations

@Suite struct OwnTableTests {
    static func tables(_ texts: [String]) throws -> ValuationTables {
        var example = Example(["tabel_id": "PROEF"])
        example.tables = texts.enumerated().map { ("tabel\($0).csv", $1) }
        return ValuationTables(register: try example.register)
    }

    static let block = ["blok_code": "PW", "doelgroep": "PW|WW", "waarde": "1234,50", "eenheid": "jaar"]

    @Test func aTableOfTheDepartmentIsRead() throws {
        let tables = try Self.tables([
            ownTable(
                "PROEF", ["naam": "Proef", "voltijd_uren": "37,5", "jaaruren": "1950", "geldig_vanaf": "01-02-2026"],
                [
                    Self.block,
                    ["bonus_code": "VAST", "bonus_waarde": "500", "stapelbaar": "nee", "naar_rato": "eenmalig"],
                ])
        ])
        #expect(tables.problems.isEmpty)
        let table = try #require(tables["proef"])
        #expect(!table.isBuiltIn && table.name == "Proef" && table.fullTimeHours == Quantity("37.5"))
        #expect(table.yearHours == Quantity(1950) && table.validFrom == Day(iso: "2026-02-01"))
        #expect(table.blocks[0].value == Cents(123_450))
        #expect(table.bonuses[0].spread == .once && table.bonuses[0].stacks == false)
        #expect(tables.all.count == 12)
    }

    @Test func aTableOfTheDepartmentReplacesABuiltInOneAndSaysSo() throws {
        let tables = try Self.tables([ownTable("Utrecht", [:], [Self.block])])
        #expect(tables["UTRECHT"]?.isBuiltIn == false)
        #expect(tables.problems.map(\.isUsable) == [true])
        #expect(tables.problems[0].reason.nl == "Deze tabel vervangt de ingebouwde tabel UTRECHT.")
    }

    @Test func twoTablesWithOneNameAreBothRefused() throws {
        let text = ownTable("PROEF", [:], [Self.block])
        let tables = try Self.tables([text, text, text])
        #expect(tables["PROEF"] == nil && tables.isRefused("proef"))
        #expect(tables.problems.map(\.file) == ["tabel1.csv"])
    }

    @Test(arguments: [
        ("waarde", "veel", "waarde"), ("waarde", "", "waarde"), ("waarde", "-5", "waarde"),
        ("eenheid", "lichtjaar", "eenheid"), ("eenheid", "", "eenheid"), ("eenheid", "factuur", "waarde"),
        ("doelgroep", "PW|XYZ", "doelgroep"), ("doelgroep", "", "doelgroep"), ("duurklasse", "<3j", "duurklasse"),
        ("niveau", "5", "niveau"), ("voorwaarde", "weer=mooi", "voorwaarde"),
        ("voorwaarde", "contractvorm=vaag", "voorwaarde"),
        ("voorwaarde", "contractvorm", "voorwaarde"), ("meetelduur", "1,5", "meetelduur"),
        ("min_uren", "200", "min_uren"),
        ("max_per_periode", "veel", "max_per_periode"), ("blok_code", "", "blok_code"),
        ("invoertabel", "voorblad", "invoertabel"), ("soort_regel", "rij", "soort_regel"),
    ])
    func aLineThatCannotBeTrustedRefusesTheTable(column: String, value: String, reported: String) throws {
        let tables = try Self.tables([
            ownTable("HARLINGEN", [:], [Self.block, Self.block.merging([column: value]) { $1 }])
        ])
        let problem = try #require(tables.problems.first)
        #expect(tables["HARLINGEN"] == nil && tables.isRefused("HARLINGEN"))
        #expect(problem.file == "tabel0.csv" && problem.row == 4 && problem.column == reported && !problem.isUsable)
        #expect(!problem.reason.nl.isEmpty && !problem.reason.en.isEmpty)
        #expect(problem.tableID == "HARLINGEN" && tables.refusals(of: "harlingen").contains(problem))
        #expect(problem.text.nl.hasPrefix("tabel0.csv, rij 4, kolom \(reported): "))
        #expect(problem.text.en.hasPrefix("tabel0.csv, row 4, column \(reported): "))
        #expect(
            problem.text.nl.hasSuffix(problem.remedy.nl) && !problem.remedy.nl.isEmpty && !problem.remedy.en.isEmpty)
    }

    /// A comma that went astray and hours of a month are no full-time week, in a table as little as in the register.
    @Test(arguments: ["3,6", "156", "0", "-36", "19,9", "60,1"])
    func aFullWeekThatIsNoneRefusesTheTable(hours: String) throws {
        let tables = try Self.tables([ownTable("HARLINGEN", ["voltijd_uren": hours], [Self.block])])
        let problem = try #require(tables.problems.first)
        #expect(tables["HARLINGEN"] == nil && problem.column == "voltijd_uren" && problem.row == 2)
        for sound in ["20", "36", "60"] {
            #expect(try Self.tables([ownTable("P", ["voltijd_uren": sound], [Self.block])]).problems.isEmpty)
        }
    }

    /// A filled column that nobody knows can hold a condition. One that is empty holds nothing.
    @Test(
        arguments: [
            ("voorwaarden", "niveau=1", "Bedoelt u 'voorwaarde'? Verbeter dan de kop."),
            ("voorwaarde (gepland)", "niveau=1", "Bedoelt u 'voorwaarde'? Verbeter dan de kop."),
            ("vorwaarde", "niveau=1", "Bedoelt u 'voorwaarde'? Verbeter dan de kop."),
            ("duurklase", "<2j", "Bedoelt u 'duurklasse'? Verbeter dan de kop."),
            ("alleen voor", "niveau=1", "Verwijder de kolom, of zet een toelichting in 'opmerking'."),
            ("waarde", "900", "Verwijder de kolom, of zet een toelichting in 'opmerking'."),
            ("alleen voor", "", nil),
        ] as [(String, String, String?)])
    func aColumnThatNobodyKnowsIsNamed(heading: String, value: String, remedy: String?) throws {
        let text =
            "soort_regel;tabel_id;blok_code;invoertabel;doelgroep;waarde;eenheid;\(heading)\n"
            + "tabel;PROEF;;;;;;\nblok;PROEF;PW;inzet;PW;100;jaar;\(value)\n"
        let tables = try Self.tables([text])
        #expect((tables["PROEF"] == nil) == (remedy != nil))
        #expect(tables.problems.map(\.remedy.nl) == [remedy].compactMap { $0 })
        guard let problem = tables.problems.first else { return }
        #expect(problem.place.nl == "tabel0.csv, rij 1, kolom \(heading)" && !problem.isUsable)
    }

    /// A file in the folder that is no CSV is not passed over.
    @Test func aFileThatIsNoTableIsNamed() throws {
        let files = [
            SourceFile(name: "tabel 2026.xlsx", text: "PK"), SourceFile(name: "lees mij.docx", text: "PK"),
            SourceFile(name: "PROEF.CSV", text: ownTable("PROEF", [:], [Self.block])),
        ]
        let register = try ContractRegister.read(
            [SourceFile(name: "contracten.csv", text: "contractnummer\nC-1\n")], valuationTables: files)
        let tables = ValuationTables(register: register)
        #expect(tables["PROEF"] != nil && tables.problems.map(\.file) == ["tabel 2026.xlsx", "lees mij.docx"])
        #expect(tables.problems.allSatisfy { !$0.isUsable && $0.remedy.nl.contains("CSV") })
    }

    /// A name that a table had before and its present name are the same table.
    @Test(arguments: [
        ("OOST-NEDERLAND", "OOST-NEDERLAND-2023-04", true), ("utrecht", "UTRECHT", true),
        ("UTRECHT", "HARLINGEN", false),
    ])
    func twoNamesOfOneTableAreOne(first: String, second: String, isOne: Bool) throws {
        var example = Example(["tabel_id": first])
        example.obligations.append(["tabel_id": second])
        let standing = try example.terms.table
        if case .several = standing { #expect(!isOne) } else { #expect(isOne) }
    }

    /// Place, what is wrong and what to do, as whoever keeps the table reads it.
    @Test(arguments: [
        (
            ["waarde": "veel"],
            "tabel0.csv, rij 3, kolom waarde: 'veel' is niet te lezen. Schrijf bijvoorbeeld '40000'."
        ),
        (
            ["waarde": ""],
            "tabel0.csv, rij 3, kolom waarde: Een blok heeft een waarde, behalve bij eenheid factuur. Vul een bedrag in, zoals 40000, of laat het leeg en kies eenheid factuur."
        ),
        (
            ["eenheid": "eeuw"],
            "tabel0.csv, rij 3, kolom eenheid: 'eeuw' is niet te lezen. Kies uit: jaar, maand, uur, dagdeel, dag, eenmalig, factuur."
        ),
        (
            ["zekerheid": "C"], "tabel0.csv, rij 3, kolom zekerheid: 'C' is niet te lezen. Kies uit: A, B."
        ),
        (
            ["voorwaarde": "soort=gasles"],
            "tabel0.csv, rij 3, kolom voorwaarde: De voorwaarde 'soort=gasles' is niet bekend. Schrijf kolom=waarde, met ' & ' tussen twee voorwaarden. Kolommen: contractvorm, leeftijdsklasse, eerder_in_dienst, doelgroep, soort_inzet, soort, erkenning, keten, verklaring, bedrag."
        ),
        (
            ["max_per_periode": "10 uur"],
            "tabel0.csv, rij 3, kolom max_per_periode: Het maximum '10 uur' is niet te lezen. Schrijf een heel bedrag per dag, week, maand of jaar, zoals '1000 per dag'; bij activiteiten ook per keer."
        ),
        (
            ["max_per_periode": "10 per keer"],
            "tabel0.csv, rij 3, kolom max_per_periode: Een maximum per keer kan alleen bij activiteiten. Schrijf een heel bedrag per dag, week, maand of jaar, zoals '1000 per dag'; bij activiteiten ook per keer."
        ),
        (
            ["doelgroep": ""],
            "tabel0.csv, rij 3, kolom doelgroep: Een blok voor inzet noemt een doelgroep; een ander blok niet. Vul bij invoertabel inzet een doelgroep in; laat haar bij een andere invoertabel leeg."
        ),
    ])
    func aProblemSaysWhereWhatAndHow(_ change: [String: String], _ words: String) throws {
        let tables = try Self.tables([ownTable("PROEF", [:], [Self.block.merging(change) { $1 }])])
        #expect(tables.refusals(of: "PROEF").first?.text.nl == words)
        #expect(tables.refusals(of: "ANDERS").isEmpty)
    }

    @Test(arguments: [("A", TableCertainty.atTheSource), ("B", .secondHand), ("", nil)] as [(String, TableCertainty?)])
    func anOwnTableSaysItsCertaintyOrDoesNot(_ written: String, _ certainty: TableCertainty?) throws {
        let table = try #require(
            try Self.tables([ownTable("PROEF", ["zekerheid": written], [Self.block])])["PROEF"])
        #expect(table.certainty == certainty && table.isSecondHand == (written == "B"))
        #expect(table.shownID.nl == (written == "B" ? "PROEF (uit tweede hand)" : "PROEF"))
    }

    @Test(arguments: [
        "", "soort_regel;tabel_id\n", "\u{0}\u{1}\u{2}", "soort_regel;tabel_id\nblok;PROEF\n", "a;b\n1;2\n",
        "soort_regel;tabel_id;naam\ntabel;PROEF;\"open\nblok;PROEF;x\n",
    ])
    func aFileThatIsNoTableIsReported(text: String) throws {
        let tables = try Self.tables([text])
        #expect(tables["PROEF"] == nil)
        #expect(!tables.problems.isEmpty && tables.problems.allSatisfy { !$0.isUsable })
        #expect(tables.all.count == 11)
    }

    @Test func linesOfAnotherTableAreReported() throws {
        let text = ownTable("PROEF", [:], [Self.block]).replacing("blok;PROEF", with: "blok;ANDERS")
        let tables = try Self.tables([text])
        #expect(tables.problems.map(\.column) == ["tabel_id"])
    }
}
