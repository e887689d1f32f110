import Assessments
import Intake
import Parameters
@testable import Rules
import SocialReturnModel
import Testing
import Valuations

/// How findings are put into words, and what those words are filled with.
@Suite struct FindingTextTests {
    @Test(arguments: [
        ("zonder gaten", "zonder gaten"),
        ("{value}", "<value>"),
        ("a {column} b {detail}.", "a <column> b <detail>."),
        ("{value}{file}{row}{choices}{read}", "<value><file><row><choices><read>"),
        ("{onbekend} en {value}", "{onbekend} en <value>"),
        ("open { en dicht }", "open { en dicht }"),
        ("{value", "{value"),
        ("", ""),
    ])
    func templateFillsItsSlots(_ text: String, _ expected: String) {
        #expect(MessageTemplate(text).filled { "<\($0.rawValue)>" } == expected)
    }

    @Test func valueIsShortAndOnOneLine() throws {
        let long = String(repeating: "heel lang ", count: 20)
        let shown = try Self.message("BST-07", "inzet: toelichting==\(long)")
        #expect(shown.contains("…'"))
        #expect(shown.count < 140)
        #expect(try Self.message("BST-07", "inzet: toelichting==een\ntwee").contains("'=een twee'"))
    }

    @Test func readValueIsTheOneThatCounts() throws {
        #expect(try Self.message("BST-11", "inzet: begindatum=01-02-26").contains("01-02-2026"))
        // A column that writes its decimals with a point settles what 1.234 means.
        let point = try Self.message("BST-10", "inzet: uren_per_week=1.234", "inzet: inzet_id=P-2; uren_per_week=24.5")
        #expect(point.contains("Wij lezen 1,234"))
        #expect(try Self.message("BST-10", "inzet: gewerkte_uren=1.234").contains("Wij lezen 1.234"))
        // A week does not have as many hours.
        #expect(try Self.message("BST-10", "inzet: uren_per_week=1.234").contains("Wij lezen 1,234"))
    }

    @Test func choicesAreTheListOfTheColumn() throws {
        #expect(try Self.text("BST-17", "inzet: contractvorm=soms").remedy(.dutch).contains("Onbepaalde tijd"))
        #expect(
            try Self.text("BST-17", "uren: periode=2026-04", "knelpunten: hulpvraag=misschien").remedy(.dutch)
                .contains("Ja, Nee"))
    }

    /// The report is on the second quarter of 2026.
    @Test(arguments: [
        ("2026-05-01 00:00:00", "2026-05"), ("april", "2026-04"), ("Q2", "2026-Q2"), ("ooit", "2026-Q2"),
    ])
    func aPeriodThatFitsIsProposed(_ written: String, period: String) throws {
        let text = try Self.text("RAP-01", "uren: periode=\(written)")
        #expect(text.remedy(.dutch) == "Schrijf bijvoorbeeld \(period).")
    }

    @Test(arguments: [("kolom 3", "column 3"), ("naam", "column naam"), ("kolom x", "column kolom x")])
    func aColumnWithoutAHeadingIsCalledByItsNumberOnce(_ name: String, words: String) {
        #expect(FindingText.columnWords(name).en == words)
    }

    @Test func unknownFileIsNamed() throws {
        let cover =
            "leverancier_kvk;leverancier_naam;periode;sjabloonversie\n12345678;Voorbeeld Schoon B.V.;2026-Q2;1\n"
        let files = SubmissionFiles(
            name: "voorbeeld",
            files: [
                SourceFile(name: "aantekeningen.txt", text: "bellen"), SourceFile(name: "Uren.csv", text: "inzet_id"),
                SourceFile(name: "uren.csv", text: "inzet_id"), SourceFile(name: "voorblad.csv", text: cover),
                SourceFile(name: "zomer 123456782.txt", text: "123456782"),
            ])
        let assessment = Assessment(
            of: try SubmissionReader.read(files), register: nil, tables: ValuationTables(register: nil))
        let shown = assessment.findings.all.filter { Catalogue.all[Int($0.rule)].facts.id == "BST-19" }
            .map { FindingText($0, assessment.context, assessment.findings) }
        #expect(shown.map(\.fileName).sorted() == ["aantekeningen.txt", "uren.csv", "zomer *********.txt"])
        #expect(shown.allSatisfy { $0.message(.dutch).contains($0.fileName) && $0.row == nil })
    }

    @Test func placeSaysWhere() throws {
        let assessment = try Example.triggers("inzet: begindatum=01-06-2026; einddatum=31-05-2026").assess()
        let finding = try #require(assessment.findings.all.first { Catalogue.all[Int($0.rule)].facts.id == "INZ-03" })
        let text = FindingText(finding, assessment.context, assessment.findings)
        #expect(text.place(.dutch) == "inzet.csv, rij 2, kolom einddatum")
        #expect(text.place(.english) == "inzet.csv, row 2, column einddatum")
    }

    @Test func rowOfTotalsDoesNotCountAndIsNoError() throws {
        let assessment = try Example.triggers("uren: inzet_id=P-001; periode=2026-04", "uren: inzet_id=Totaal").assess()
        let found = assessment.findings.all.filter { Catalogue.all[Int($0.rule)].facts.id == "BST-06" }
        #expect(found.map(\.severity) == [.warning])
        #expect(assessment.submission.hours?.isSetAside == [false, false, false, true])
    }

    @Test(arguments: ["IDN-03", "IDN-04", "IDN-06"])
    func withoutAColumnAnIdentifierIsNotTested(_ id: String) throws {
        let index = try #require(Catalogue.all.firstIndex { $0.facts.id == id })
        let assessment = try Example.passes().assess()
        #expect(assessment.notEvaluated.contains { Int($0.rule) == index })
        #expect(!assessment.notEvaluated.contains { Catalogue.all[Int($0.rule)].facts.id == "IDN-05" })
    }

    @Test func refusedNumberIsNowhereInTheWords() throws {
        let assessment = try Example.triggers(
            "inzet: deelnemercode=123456782; toelichting=bsn 123456782 rekening NL91ABNA0417164300",
            "inzet +bsn: bsn=123456782; werkpostcode=123456782"
        ).assess()
        for finding in assessment.findings.all {
            for language in Language.allCases {
                let shown = assessment.describe(finding, language)
                for text in [shown.message, shown.remedy, shown.value ?? "", shown.file, shown.column ?? ""] {
                    #expect(!text.contains("123456782") && !text.contains("0417164300"), "\(shown.rule.id): \(text)")
                }
            }
        }
    }

    /// What is said of the first finding of the rule `id` in an example with these lines.
    private static func message(_ id: String, _ lines: String...) throws -> String {
        try text(id, lines).message(.dutch)
    }

    private static func text(_ id: String, _ lines: String...) throws -> FindingText { try text(id, lines) }

    private static func text(_ id: String, _ lines: [String]) throws -> FindingText {
        let assessment = try Example(
            triggers: true, lines: lines, withRegister: true, previous: [], file: #filePath, line: #line
        ).assess()
        let finding = try #require(assessment.findings.all.first { Catalogue.all[Int($0.rule)].facts.id == id })
        return FindingText(finding, assessment.context, assessment.findings)
    }
}
