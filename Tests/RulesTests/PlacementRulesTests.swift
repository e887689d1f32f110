import Assessments
@testable import Rules
import SocialReturnModel
import Testing

/// What rules about placements say, and how much it matters: examples only show that they say something.
@Suite struct PlacementRulesTests {
    /// A second contract without obligations.
    private static let secondContract = ["contracten:", "contracten: contractnummer=BZK-2026-0233"]

    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let lines: [String]
        var previous: [[String]] = []
        /// Severity, row, column and the Dutch message of each finding.
        let said: [String]

        var testDescription: String { "\(rule): \(lines.joined(separator: " ⏎ "))" }
    }

    static let cases = [
        Case(
            rule: "INZ-02", lines: ["inzet: doelgroep=TOP"],
            said: [
                "waarschuwing 2 doelgroep: Doelgroep TOP staat niet in de tabel van dit contract, HAAGLANDEN-2023-07."
            ]),
        Case(
            rule: "INZ-02", lines: ["inzet: doelgroep=BOL", "verplichtingen: tabel_id=OOST-NEDERLAND"],
            said: [
                "signaal 2 doelgroep: Doelgroep BOL staat niet in tabel OOST-NEDERLAND-2023-04. Die tabel is onvolledig, dus "
                    + "misschien telt de groep wel."
            ]),
        Case(
            rule: "INZ-05", lines: ["uren: periode=2026-03", "uren: periode=2026"],
            said: [
                "waarschuwing 2 periode: Deze uren zijn van 2026-03. Dit rapport gaat over 2026-Q2, dus wij tellen ze "
                    + "hier niet mee.",
                "waarschuwing 5 periode: Deze uren zijn van 2026. Dat is deels buiten de periode van dit rapport, "
                    + "2026-Q2. Wij kunnen ze niet verdelen en tellen ze hier niet mee.",
            ]),
        Case(
            rule: "INZ-07", lines: ["verplichtingen: min_uren=; tabel_id=HARLINGEN", "inzet: uren_per_week=11,5"],
            said: [
                "waarschuwing 2 uren_per_week: Er staat 11,5 uur per week. Bij dit contract telt inzet vanaf 12 uur per "
                    + "week."
            ]),
        Case(
            rule: "INZ-09", lines: ["inzet: begindatum=01-06-2026; gewerkte_uren=114"],
            // 24 hours x 30/7 weeks x 1.1 = 113.14.
            said: [
                "waarschuwing 2 gewerkte_uren: Er staan 114 gewerkte uren. Bij de uren per week passen er in deze "
                    + "periode ten hoogste 113,1, met de speling meegerekend."
            ]),
        Case(
            rule: "INZ-15",
            lines: secondContract + [
                "inzet:", "inzet: inzet_id=P-002; contractnummer=BZK-2026-0233",
                "inzet: inzet_id=P-003; contractnummer=BZK-2026-0233; deelnemercode=D-0002",
            ],
            said: [
                "waarschuwing 3 deelnemercode: Deze deelnemer staat ook bij contract BZK-2026-0147, op dezelfde dagen en "
                    + "met hetzelfde aantal uren per week."
            ]),
        // In both files: said once, of the row in this one.
        Case(
            rule: "INZ-15",
            lines: secondContract + ["inzet:", "inzet: inzet_id=P-002; contractnummer=BZK-2026-0233"],
            previous: [["voorblad: periode=2026-Q1"]],
            said: [
                "waarschuwing 3 deelnemercode: Deze deelnemer staat ook bij contract BZK-2026-0147, op dezelfde dagen en "
                    + "met hetzelfde aantal uren per week."
            ]),
        Case(
            rule: "INZ-19", lines: ["verplichtingen: tabel_id=OOST-NEDERLAND", "inzet: doelgroep=WW"],
            said: [
                "waarschuwing 2 duurklasse: De duurklasse is leeg. De tabel van dit contract maakt bij deze doelgroep "
                    + "onderscheid: <1j, >1j."
            ]),
        Case(
            rule: "INZ-20", lines: ["verplichtingen: tabel_id=HARLINGEN", "inzet: bonussen=LEEFTIJD; duurklasse=>2j"],
            said: [
                "waarschuwing 2 leeftijdsklasse: De leeftijdsklasse '27-49' past niet bij de leeftijdsbonus. Die is voor: "
                    + "50-54, 55, 56+."
            ]),
        Case(
            rule: "INZ-24", lines: ["inzet: einddatum=31-05-2026"],
            previous: [
                ["voorblad: periode=2025-Q4", "inzet: einddatum=30-06-2026"],
                ["voorblad: periode=2026-Q1", "inzet: einddatum=28-02-2027"],
            ],
            said: [
                "signaal 2 reden_einde: Deze inzet stopte eerder dan gepland: eerst was de einddatum 28-02-2027. Er "
                    + "staat niet waarom."
            ]),
        // The double row is set aside and says nothing of its own.
        Case(
            rule: "INZ-26", lines: ["inzet: einddatum=30-09-2026", "inzet: inzet_id=P-002; einddatum=30-09-2026"],
            said: [
                "signaal 2 einddatum: Het tijdelijke contract van deze deelnemer loopt tot en met 30-09-2026. Dit is een "
                    + "mooi moment om samen vooruit te kijken: wordt het vast werk?"
            ]),
        Case(
            rule: "INZ-26", lines: ["inzet: einddatum=30-06-2026"],
            said: [
                "signaal 2 einddatum: Het tijdelijke contract van deze deelnemer liep tot en met 30-06-2026. Wij zijn "
                    + "benieuwd hoe het verder ging."
            ]),
    ]

    @Test(arguments: cases)
    func says(_ item: Case) throws {
        let assessment = try Self.assess(item.lines, item.previous)
        let said = assessment.findings.all.map { ($0, assessment.describe($0, .dutch)) }
            .filter { $0.1.rule.id == item.rule }
            .map { finding, shown in
                "\(finding.severity.code) \(shown.row.map(String.init) ?? "") \(shown.column ?? ""): \(shown.message)"
            }
        #expect(said == item.said)
    }

    @Test(arguments: [
        ("INZ-02", ["verplichtingen: tabel_id=BESTAAT-NIET"]),
        ("INZ-08", ["verplichtingen: tabel_id=; rekenmethode="]),
        ("INZ-11", ["verplichtingen: peildatum_soort=gunning", "contracten: gunningsdatum="]),
        ("INZ-12", ["inzet: doelgroep=WW; eerder_in_dienst=ja"]),
        ("INZ-15", secondContract),
        ("INZ-21", ["inzet: soort_inzet=werkervaring; contractvorm=geen"]),
    ])
    func saysWhatIsMissing(_ rule: String, _ lines: [String]) throws {
        #expect(try Self.notEvaluated(lines).contains(rule))
        #expect(!(try Self.notEvaluated([]).contains(rule)), "\(rule) says so of the sound submission too")
    }

    private static func notEvaluated(_ lines: [String]) throws -> Set<String> {
        Set(try assess(lines, []).notEvaluated.map { Catalogue.all[Int($0.rule)].facts.id })
    }

    private static func assess(_ lines: [String], _ previous: [[String]]) throws -> Assessment {
        try Example(
            triggers: true, lines: lines, withRegister: true, previous: previous, file: #filePath, line: #line
        ).assess()
    }
}
