import SocialReturnModel
import Testing

@testable import Intake

@Suite("What a correction is to its column")
struct CorrectionReadingTests {
    /// A column of a kind: its table, its name and what stood there.
    struct Column: Sendable, CustomTestStringConvertible {
        let table: TableID
        let name: String
        let old: String

        var facts: ColumnDescriptor? { AllTables.facts(table).columns.first { $0.name == name } }
        var testDescription: String { name }
    }

    private static let number = Column(table: .placements, name: "uren_per_week", old: "24,0")
    private static let money = Column(table: .purchases, name: "bedrag_excl_btw", old: "4250,00")
    private static let day = Column(table: .placements, name: "begindatum", old: "01-04-2026")
    private static let optionalDay = Column(table: .placements, name: "einddatum", old: "")
    private static let period = Column(table: .cover, name: "periode", old: "2026-Q2")
    private static let code = Column(table: .placements, name: "doelgroep", old: "PW")
    private static let yesNo = Column(table: .activities, name: "goedgekeurd_door_opdrachtgever", old: "nee")
    private static let codes = Column(table: .suppliers, name: "erkenning", old: "")
    private static let kvk = Column(table: .placements, name: "werkgever_kvk", old: "12345678")
    private static let identifier = Column(table: .placements, name: "deelnemercode", old: "D-0001")
    private static let text = Column(table: .placements, name: "toelichting", old: "zie plan")

    @Test("Every kind of column has a column here")
    func everyKind() throws {
        let all = [
            Self.number, Self.money, Self.day, Self.optionalDay, Self.period, Self.code, Self.yesNo, Self.codes,
            Self.kvk, Self.identifier, Self.text,
        ]
        let kinds = try all.map { try #require($0.facts, "\($0.name)").kind }
        #expect(Set(kinds) == Set(ColumnKind.allCases))
    }

    @Test("Set words and sentences are answers in every kind of column, sentences not where text is asked")
    func answers() {
        let columns = [
            Self.number, Self.money, Self.day, Self.period, Self.code, Self.codes, Self.kvk, Self.identifier,
        ]
        for word in ["klopt", "Klopt!", "akkoord", "ja, klopt", "Zie toelichting", "OK.", "is goed", "correct", "oké"] {
            for column in columns + [Self.text] {
                #expect(read(word, column) == .answer, "\(word) in \(column.name)")
            }
        }
        for sentence in ["dat is zo afgesproken", "Mevrouw werkt sinds kort minder", "this was agreed before"] {
            for column in columns { #expect(read(sentence, column) == .answer, "\(sentence) in \(column.name)") }
            #expect(read(sentence, Self.text) == .value)
        }
    }

    @Test(
        "What can be a value is one",
        arguments: [
            (number, ["32", "32,5", "1.5"]), (money, ["€ 1.000,50", "1000"]),
            (day, ["31-12-2026", "1 april 2026", "2026-04-01"]), (optionalDay, ["heden", "n.v.t.", "31-12-9999"]),
            (period, ["2026-Q1", "Q1 2026", "2026-04"]), (code, ["PW", "Participatiewet", "wia"]),
            (yesNo, ["ja", "nee"]), (kvk, ["90000004", "9000 0004"]), (codes, ["pso_trede", "pso30 en pso_trede"]),
            (identifier, ["D-0099", "190007", "BZK 2026 0147 A", "nieuw"]), (text, ["anders", "twee woorden"]),
        ])
    func values(column: Column, texts: [String]) {
        for text in texts { #expect(read(text, column) == .value, "\(text) in \(column.name)") }
    }

    @Test(
        "What fits nowhere is refused",
        arguments: [
            (number, ["veel", "24 uur?", "1000000", "#N/B", "n.v.t. denk"]), (money, ["duur", "x", "10 15"]),
            (day, ["bijna", "31-02-2026", "n.v.t.", "later"]), (period, ["zomer", "kwartaal", "2026-Q5"]),
            (code, ["Wajongerx", "onzin", "?"]), (yesNo, ["misschien", "soms"]),
            (kvk, ["abc", "1234567", "KvK onbekend"]), (codes, ["ZZZ", "pso dertig"]),
            (identifier, ["zie mail", "weet niet", "onbekend"]),
        ])
    func refused(column: Column, texts: [String]) {
        for text in texts {
            #expect(read(text, column) != .value, "\(text) in \(column.name)")
            if !AnswerWords.contain(text) { #expect(read(text, column) == .refused, "\(text) in \(column.name)") }
        }
    }

    @Test("Nothing empties the cells that may be empty, and no others")
    func nothing() {
        for column in [Self.number, Self.money, Self.day, Self.period, Self.code, Self.kvk, Self.identifier] {
            #expect(column.facts?.isRequired == true)
            #expect(read("", column) == .refused, "\(column.name)")
        }
        for column in [Self.optionalDay, Self.yesNo, Self.codes, Self.text] {
            #expect(column.facts?.isRequired == false)
            #expect(read("", column) == .value, "\(column.name)")
        }
    }

    @Test("Identifiers of words stay possible where they are words already")
    func identifiersOfWords() {
        #expect(CorrectionReading("Perceel Noord", in: Self.identifier.facts, replacing: "Perceel Zuid") == .value)
        #expect(CorrectionReading("Perceel Noord", in: Self.identifier.facts, replacing: "P-1") == .refused)
    }

    @Test("The words of the list are folded, once, and no code of a list")
    func words() {
        let words = OwnWordLines.answers.lines.map { $0.joined(separator: ";") }
        #expect(words.count > 80)
        #expect(Set(words).count == words.count)
        for word in words {
            #expect(FoldedName.fold(word).filter { $0.isLetter || $0.isNumber } == word)
        }
    }

    private func read(_ text: String, _ column: Column) -> CorrectionReading {
        CorrectionReading(text, in: column.facts, replacing: column.old)
    }
}
