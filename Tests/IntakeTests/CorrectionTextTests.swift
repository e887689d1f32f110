import Testing

@testable import Intake

@Suite("What is written in the column Correctie")
struct CorrectionTextTests {
    private static let columns: Set<String> = [
        "einddatum", "doelgroep", "bonussen", "uren per week", "toelichting", "uren excl. doelgroep",
    ]

    @Test(
        "It is read as the supplier meant it",
        arguments: [
            ("verwijderen", .remove),
            (" Rij verwijderen ", .remove),
            ("31-12-2026", .value("31-12-2026")),
            ("leeg", .value("")),
            ("  24,5 ", .value("24,5")),
            ("einddatum: 31-12-2026", .assignments([.init(column: "einddatum", value: "31-12-2026")])),
            ("Einddatum = 31-12-2026", .assignments([.init(column: "Einddatum", value: "31-12-2026")])),
            (
                "einddatum: 31-12-2026; doelgroep: PW",
                .assignments([.init(column: "einddatum", value: "31-12-2026"), .init(column: "doelgroep", value: "PW")])
            ),
            (
                "uren per week: 24\ndoelgroep: leeg",
                .assignments([.init(column: "uren per week", value: "24"), .init(column: "doelgroep", value: "")])
            ),
            // A semicolon within a value, and a colon within one.
            ("bonussen: OUD; JONG", .assignments([.init(column: "bonussen", value: "OUD;JONG")])),
            // A comma and the like come before the name of a next column, and not within a text.
            (
                "einddatum: 31-12-2026, doelgroep: PW",
                .assignments([.init(column: "einddatum", value: "31-12-2026"), .init(column: "doelgroep", value: "PW")])
            ),
            (
                "einddatum: 31-12-2026 en uren per week = 24,5",
                .assignments([
                    .init(column: "einddatum", value: "31-12-2026"), .init(column: "uren per week", value: "24,5"),
                ])
            ),
            (
                "uren per week: 24,5 | einddatum → 31-12-2026",
                .assignments([
                    .init(column: "uren per week", value: "24,5"), .init(column: "einddatum", value: "31-12-2026"),
                ])
            ),
            (
                "toelichting: let op, einddatum: nog open",
                .assignments([
                    .init(column: "toelichting", value: "let op, einddatum: nog open")
                ])
            ),
            // A separator within the first name is none.
            (
                "uren excl. doelgroep: 24, einddatum: 31-12-2026",
                .assignments([
                    .init(column: "uren excl. doelgroep", value: "24"), .init(column: "einddatum", value: "31-12-2026"),
                ])
            ),
            ("Werk bij: de bakker", .value("Werk bij: de bakker")),
            ("12:30", .value("12:30")),
            // What stands before the first name is for no column.
            (
                "klopt\neinddatum: 31-12-2026",
                .assignments([.init(column: "", value: "klopt"), .init(column: "einddatum", value: "31-12-2026")])
            ),
        ] as [(String, CorrectionText)])
    func reads(text: String, expected: CorrectionText) {
        let read = CorrectionText(
            text, isColumn: { Self.columns.contains($0.lowercased()) }, isText: { $0 == "toelichting" })
        #expect(read == expected)
    }

    /// A cell of nothing but separators and signs was read again from each of them: a text of 32,767 characters took minutes.
    @Test(
        "A long list takes no longer than its length", .timeLimit(.minutes(1)),
        arguments: [",", ",:", " en x:", ".=", "-> ,"])
    func longLists(part: String) {
        let text = "einddatum: 1" + String(repeating: part, count: 30_000)
        guard case .assignments(let read) = CorrectionText(text, isColumn: { Self.columns.contains($0) }) else {
            Issue.record("no list")
            return
        }
        #expect(read == [.init(column: "einddatum", value: "1" + String(repeating: part, count: 30_000))])
    }
}
