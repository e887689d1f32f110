import Rules
import Testing

@testable import Exchange

/// A finding in few words: `INZ-03 4 einddatum=x "message" fout`.
private func finding(
    _ rule: String, _ row: Int? = nil, _ value: String? = "x", message: String = "m", column: String? = "einddatum",
    file: String = "inzet.csv", severity: Severity = .error
) -> ReportedFinding {
    ReportedFinding(
        rule: rule, severity: severity, file: file, row: row, line: row, column: column, value: value, message: message)
}

private func document(
    _ findings: [ReportedFinding], _ name: String = "a", notEvaluated: [String] = []
) -> FindingsDocument {
    FindingsDocument(
        submission: name, rows: .init(read: 10, accepted: 9, setAside: 1), findings: findings,
        notEvaluated: notEvaluated.map { .init(rule: $0, reason: "because") })
}

@Suite struct FindingsComparisonTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let old: [ReportedFinding]
        let new: [ReportedFinding]
        var appeared: [ReportedFinding] = []
        var disappeared: [ReportedFinding] = []
        var unchanged = 0
        var reworded = 0
        var moved = 0
    }

    static let cases: [Case] = [
        Case(testDescription: "nothing on both sides", old: [], new: []),
        Case(testDescription: "the same finding", old: [finding("A", 2)], new: [finding("A", 2)], unchanged: 1),
        Case(
            testDescription: "a mended finding", old: [finding("A", 2), finding("B", 2)], new: [finding("B", 2)],
            disappeared: [finding("A", 2)], unchanged: 1),
        Case(
            testDescription: "a new finding", old: [], new: [finding("A", 2)], appeared: [finding("A", 2)]),
        Case(
            testDescription: "all rows moved down by one", old: [finding("A", 2, "x"), finding("A", 3, "y")],
            new: [finding("A", 3, "x"), finding("A", 4, "y")], moved: 2),
        Case(
            testDescription: "an exact match goes before a move, whatever the order",
            old: [finding("A", 2), finding("A", 5)], new: [finding("A", 5), finding("A", 9)], unchanged: 1, moved: 1),
        Case(
            testDescription: "the same row goes before another row",
            old: [finding("A", 2, message: "1"), finding("A", 5, message: "2")],
            new: [finding("A", 5, message: "3"), finding("A", 9, message: "4")], reworded: 1, moved: 1),
        Case(
            testDescription: "a double of which one was mended", old: [finding("A", 2), finding("A", 2)],
            new: [finding("A", 2)], disappeared: [finding("A", 2)], unchanged: 1),
        Case(
            testDescription: "one that became a double", old: [finding("A", 2)],
            new: [finding("A", 2), finding("A", 2), finding("A", 2)], appeared: [finding("A", 2), finding("A", 2)],
            unchanged: 1),
        Case(
            testDescription: "another value is another finding", old: [finding("A", 2, "x")],
            new: [finding("A", 2, "y")], appeared: [finding("A", 2, "y")], disappeared: [finding("A", 2, "x")]),
        Case(
            testDescription: "no value is not an empty value", old: [finding("A", 2, nil)], new: [finding("A", 2, "")],
            appeared: [finding("A", 2, "")], disappeared: [finding("A", 2, nil)]),
        Case(
            testDescription: "another column, file or rule is another finding",
            old: [finding("A", 2), finding("B", 2), finding("C", 2)],
            new: [finding("A", 2, column: "begindatum"), finding("B", 2, file: "uren.csv"), finding("D", 2)],
            appeared: [finding("A", 2, column: "begindatum"), finding("B", 2, file: "uren.csv"), finding("D", 2)],
            disappeared: [finding("A", 2), finding("B", 2), finding("C", 2)]),
        Case(
            testDescription: "the other language", old: [finding("A", 2, message: "De datum")],
            new: [finding("A", 2, message: "The date")], reworded: 1),
        Case(
            testDescription: "a finding about a whole file", old: [finding("A", nil, nil, message: "3 rijen")],
            new: [finding("A", nil, nil, message: "2 rijen")], reworded: 1),
        Case(
            testDescription: "what appeared and disappeared keeps its order",
            old: [finding("C", 1), finding("A", 1), finding("B", 1)], new: [finding("Z", 1), finding("Y", 1)],
            appeared: [finding("Z", 1), finding("Y", 1)],
            disappeared: [finding("C", 1), finding("A", 1), finding("B", 1)]),
    ]

    @Test(arguments: cases)
    func findingsAreMatched(_ given: Case) {
        let result = FindingsComparison(document(given.old), document(given.new))
        #expect(result.appeared == given.appeared)
        #expect(result.disappeared == given.disappeared)
        #expect(result.stayed.unchanged == given.unchanged)
        #expect(result.stayed.reworded == given.reworded)
        #expect(result.stayed.moved == given.moved)
        #expect(given.old.count == result.stayed.total + result.disappeared.count)
        #expect(given.new.count == result.stayed.total + result.appeared.count)
    }

    @Test(arguments: cases)
    func comparingTheOtherWayRoundSwapsTheSides(_ given: Case) {
        let result = FindingsComparison(document(given.new), document(given.old))
        #expect(result.appeared == given.disappeared)
        #expect(result.disappeared == given.appeared)
        #expect(result.stayed.total == given.unchanged + given.reworded + given.moved)
    }

    @Test func anotherSeverityIsAChangeOfTheRuleAndNoNewFinding() {
        let old = [
            finding("A", 2, severity: .warning), finding("A", 3, severity: .warning), finding("B", 2),
            finding("C", 2, severity: .signal),
        ]
        let new = [
            finding("A", 2), finding("A", 7), finding("B", 2, severity: .warning), finding("C", 2, severity: .signal),
        ]
        let result = FindingsComparison(document(old), document(new))
        #expect(result.appeared.isEmpty && result.disappeared.isEmpty)
        #expect(
            result.severityChanges == [
                .init(rule: "A", from: .warning, to: .error, count: 2),
                .init(rule: "B", from: .error, to: .warning, count: 1),
            ])
        #expect(result.newErrors == 2)
    }

    @Test func rulesThatWereTestedOnOneSideOnly() {
        let result = FindingsComparison(
            document([], notEvaluated: ["A", "B", "B"]), document([], notEvaluated: ["C", "A", "C"]))
        #expect(result.noLongerEvaluated.map(\.rule) == ["C"])
        #expect(result.newlyEvaluated.map(\.rule) == ["B"])
    }

    @Test func submissionsAreMatchedByName() {
        let old = FindingsResults(
            [document([finding("A", 1)], "een"), document([], "twee"), document([finding("B", 1)], "een")],
            isSingleResult: false)
        let new = FindingsResults(
            [
                document([finding("C", 1), finding("D", 1, severity: .signal)], "drie"),
                document([finding("A", 1)], "een"),
            ],
            isSingleResult: false)
        let result = FindingsComparison.all(old, new)
        #expect(result.map(\.submission) == ["drie", "een", "twee", "een"])
        #expect(result.map(\.presence) == [.onlyNew, .both, .onlyOld, .onlyOld])
        #expect(result.map(\.stayed.total) == [0, 1, 0, 0])
        #expect(result.map(\.newErrors) == [1, 0, 0, 0])
    }

    @Test func twoSingleResultsAreComparedWhateverTheirNames() {
        let (old, new) = (document([finding("A", 1)], "maart"), document([finding("A", 1)], "maart-hersteld"))
        let single = FindingsComparison.all(
            FindingsResults([old], isSingleResult: true), FindingsResults([new], isSingleResult: true))
        #expect(single.map(\.presence) == [.both])
        let folder = FindingsComparison.all(
            FindingsResults([old], isSingleResult: true), FindingsResults([new], isSingleResult: false))
        #expect(folder.map(\.presence) == [.onlyNew, .onlyOld])
    }

    @Test func causesHoldTheFirstRows() {
        let causes = FindingsCause.causes(
            of: [2, 2, 3, 4, 5].map { finding("A", $0) } + [finding("B"), finding("A", 9, column: nil)])
        #expect(causes.map(\.rule) == ["A", "B", "A"])
        #expect(causes.map(\.count) == [5, 1, 1])
        #expect(causes.map(\.rows) == [[2, 3, 4], [], [9]])
        #expect(causes.map(\.hasMoreRows) == [true, false, false])
    }

    /// A report, its correction, and the correction of that one: the row of the cover is 2, then 5 in the workbook that came back.
    private static func chain() -> [FindingsDocument] {
        var cover = [
            finding("RAP", 2, column: "periode", file: "voorblad.csv"),
            finding("RAP", 5, column: "periode", file: "f-2.xlsx"),
            finding("RAP", 5, column: "periode", file: "f-3.xlsx"),
        ]
        for (index, row) in [2, 5].enumerated() { cover[index + 1].earlier = .init(table: "voorblad", row: row) }
        for index in 1...2 { cover[index].cell = "Voorblad!E5" }
        // The supplier's own sheet names no table.
        var own = [
            finding("INZ", 3, file: "f.xlsx"), finding("INZ", 6, "y", file: "f-2.xlsx"),
            finding("INZ", 6, "y", file: "f-3.xlsx"),
        ]
        own[0].cell = "Medewerkers!E3"
        for (index, row) in [3, 6].enumerated() { own[index + 1].earlier = .init(table: "inzet", row: row) }
        var documents = zip(cover, own).map { document([$0, $1], "f") }
        for index in 1...2 {
            documents[index] = document(documents[index].findings, "f-\(index + 1)")
            documents[index].correctedSubmission = documents[index - 1].submission
        }
        return documents
    }

    @Test(arguments: [(0, 1), (1, 2)]) func aChainOfCorrectionsIsFollowed(old: Int, new: Int) {
        let comparison = FindingsComparison(Self.chain()[old], Self.chain()[new])
        #expect(comparison.appeared.isEmpty && comparison.disappeared.isEmpty)
        #expect(comparison.stayed.total == 2 && comparison.stayed.moved == 0)
    }

    @Test func theFirstIsComparedWithTheLastByValue() {
        let comparison = FindingsComparison(Self.chain()[0], Self.chain()[2])
        #expect(comparison.stayed.moved == 1)
        // Another value in another row: nobody can tell that it is the same.
        #expect(comparison.appeared.map(\.rule) == ["INZ"] && comparison.disappeared.map(\.rule) == ["INZ"])
    }
}
