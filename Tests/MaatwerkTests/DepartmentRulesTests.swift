import Foundation
import Maatwerk
import TestSubmissions
import TestSupport
import Testing

/// Two rules of a department: one about rows, with a limit of its own, and one about the whole submission.
private enum HoursKept: RowRule {
    static let most = Limit(
        "uren_afdeling", .hoursPerWeek, .since(.v2026_1, 30), within: 1...60,
        name: Text(nl: "Meeste uren", en: "Most hours"))
    static let facts = rule("OCW-01", .error, column: .of(\Placement.hoursPerWeek), limits: [most])

    static func check(_ row: Placement, _ context: borrowing RowContext<Placement>) -> Verdict {
        guard let hours = row.hoursPerWeek, hours > context.all.limit(most, for: row.contract) else { return .pass }
        return .fail(.number(hours))
    }
}

private enum PlacementsReported: SubmissionRule {
    static let facts = rule("OCW-02", .signal)

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table: TableData<Placement> = context.table() else { return }
        report.found(at: Place(.placements), .count(table.acceptedIndices.reduce(0) { count, _ in count + 1 }))
    }
}

private func rule(
    _ id: String, _ severity: Severity, column: TableColumn? = nil, limits: [Limit] = []
) -> RuleMetadata {
    RuleMetadata(
        id, since: .v2026_1, severity, level: .row, basis: .own, column: column, needs: [.table(.placements)],
        limits: limits, name: Text(nl: "Naam van \(id)", en: "Name of \(id)"),
        message: Text(nl: "Gezien: {value}, {detail}.", en: "Seen: {value}, {detail}."),
        remedy: Text(nl: "Kijk ernaar.", en: "Look at it."), why: Text(nl: "Daarom.", en: "Because."), examples: [])
}

private enum OfAFamily: SubmissionRule {
    static let facts = rule("INZ-90", .signal)
    static func check(_ context: RuleContext, _ report: inout FindingCollector) {}
}
private enum Unclear: SubmissionRule {
    static let facts = rule("ocw 1", .signal)
    static func check(_ context: RuleContext, _ report: inout FindingCollector) {}
}
private enum SameId: SubmissionRule {
    static let facts = rule("OCW-01", .signal)
    static func check(_ context: RuleContext, _ report: inout FindingCollector) {}
}
private enum SameKey: SubmissionRule {
    static let limit = Limit(
        "Uren afdeling", .days, .since(.v2026_1, 1), within: 1...2, name: Text(nl: "Anders", en: "Other"))
    static let facts = rule("OCW-03", .signal, limits: [limit])
    static func check(_ context: RuleContext, _ report: inout FindingCollector) {}
}
private enum OfReading: RowRule {
    static let facts = rule("OCW-04", .signal)
    static let observationTriggers = [ObservationTrigger(.valueMissing)]
    static func check(_ row: Placement, _ context: borrowing RowContext<Placement>) -> Verdict { .pass }
}

/// Rules that a department wrote itself judge along with the catalogue, in the toolkit that has them and in no other.
@Suite struct DepartmentRulesTests {
    /// A submission of placements with these hours a week, under a contract of a register with these settings.
    private static func submission(_ hours: [String], settings: String = "") -> TestSubmission {
        let lines = hours.enumerated().map {
            TestSubmission.placement("P-\($0)", "BZK-1", person: "D-\($0)", hours: $1)
        }
        return TestSubmission(
            tables: [
                ("voorblad.csv", TestSubmission.cover),
                ("inzet.csv", ([TestSubmission.placementHeadings] + lines).joined(separator: "\n")),
            ],
            register: TestSubmission.register(contracts: [TestSubmission.contract("BZK-1", start: "01-03-2026")])
                + [("instellingen.csv", "sleutel;contractnummer;waarde\n" + settings)])
    }

    private static func own() throws -> DepartmentRules {
        try DepartmentRules(CatalogueEntry(HoursKept.self), CatalogueEntry(PlacementsReported.self))
    }

    /// The settings of the register, and what the rules of the department find in placements of 24, 36 and 40 hours.
    @Test(
        arguments: [
            ("", ["OCW-02 nil Gezien: , 1.", "OCW-01 3 Gezien: 36, 36.", "OCW-01 4 Gezien: 40, 40."]),
            ("uren_afdeling;;38\n", ["OCW-02 nil Gezien: , 2.", "OCW-01 4 Gezien: 40, 40."]),
            ("uren_afdeling;;20\nuren_afdeling;BZK-1;50\n", ["OCW-02 nil Gezien: , 3."]),
        ] as [(String, [String])])
    func theyJudgeByTheirLimits(_ settings: String, _ expected: [String]) throws {
        let submission = Self.submission(["24", "36", "40"], settings: settings)
        let toolkit = try Toolkit(register: submission.readRegister(), rules: Self.own())
        let assessment = try toolkit.check(submission.submissionFiles)
        let found = assessment.findings(in: .dutch).filter { $0.rule.id.hasPrefix("OCW") || $0.rule.id == "CTR-15" }
        #expect(found.map { "\($0.rule.id) \($0.row.map(String.init) ?? "nil") \($0.message)" } == expected)
        let rejected = expected.count { $0.hasPrefix("OCW-01") }
        #expect(assessment.rejectedRows(of: Placement.self).count == rejected)
        #expect(
            assessment.acceptedRows(of: Placement.self).map(\.contract)
                == Array(repeating: "BZK-1", count: 3 - rejected))
    }

    @Test func theyJudgeInNoOtherToolkit() throws {
        let files = Self.submission(["40"]).submissionFiles
        let (without, with) = (
            try Toolkit().check(files), try Toolkit(register: nil, rules: Self.own()).check(files)
        )
        let own = { (assessment: Assessment) in
            assessment.findings(in: .dutch).map(\.rule.id).filter { $0.hasPrefix("OCW") }
        }
        #expect(own(without).isEmpty && own(with) == ["OCW-02", "OCW-01"])
        #expect(with.context.judgingRules.count == without.context.judgingRules.count + 2)
    }

    @Test func theyStandInEveryOutput() throws {
        let folder = try Folder()
        let toolkit = try Toolkit(register: nil, rules: Self.own())
        let result = try toolkit.write(
            try toolkit.check(Self.submission(["24", "40"]).submissionFiles), to: folder.path)
        let json = try String(contentsOfFile: result + "/bevindingen.json", encoding: .utf8)
        let rejected = try String(contentsOfFile: result + "/gegevens/afgekeurd.csv", encoding: .utf8)
        let letter = try String(contentsOfFile: result + "/retourbericht.txt", encoding: .utf8)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(json.contains("\"rule\":\"OCW-01\"") && json.contains("\"rule\":\"OCW-02\""))
        #expect(rejected.contains("OCW-01") && letter.contains("Gezien: 40, 40."))
        #expect(toolkit.explain("ocw-01").map(\.title) == ["OCW-01  Naam van OCW-01"])
        #expect(try Toolkit().explain("ocw-01").isEmpty && toolkit.explain("uren_afdeling").count == 1)
    }

    @Test(
        arguments: [
            ([CatalogueEntry(OfAFamily.self)], .familyTaken("INZ-90")),
            ([CatalogueEntry(Unclear.self)], .idUnclear("ocw 1")),
            ([CatalogueEntry(HoursKept.self), CatalogueEntry(SameId.self)], .idTaken("OCW-01")),
            ([CatalogueEntry(HoursKept.self), CatalogueEntry(SameKey.self)], .keyTaken("Uren afdeling")),
            ([CatalogueEntry(OfReading.self)], .judgesReading("OCW-04")),
        ] as [([CatalogueEntry], DepartmentRuleProblem)])
    func whatCannotStandBesideTheCatalogueIsRefused(_ rules: [CatalogueEntry], _ problem: DepartmentRuleProblem) {
        #expect(throws: problem) { try DepartmentRules(rules) }
    }

    @Test func metTwiceTheyKeepTheirPlaces() throws {
        let files = Self.submission(["40"]).submissionFiles
        let found = try (0..<3).map { _ in
            try Toolkit(register: nil, rules: Self.own()).check(files).findings.all.map(\.rule)
        }
        #expect(found[0] == found[1] && found[1] == found[2])
    }
}
