import Foundation
import SocialReturnModel
import Spreadsheets
import TestSupport
import Testing

@testable import Workbooks

/// Declared sheets rendered as text beside the ones that a person read and found good. `UPDATE_GOLDEN=1` writes them anew.
@Suite struct GoldenSheetTests {
    @Test(arguments: Language.allCases)
    func findings(_ language: Language) throws {
        try compare("bevindingen", language) {
            try SheetDefinition.findings($0.index.shownFindings).rendered(FindingLines($0), language)
        }
    }

    @Test(arguments: Language.allCases)
    func valuation(_ language: Language) throws {
        try compare("waardering", language) { report in
            let lines = try #require(ValuationLines(report))
            return try SheetDefinition.valuation(lines.columns).rendered(lines, language)
        }
    }

    @Test(arguments: Language.allCases)
    func setAside(_ language: Language) throws {
        try compare("afgekeurd", language) {
            try SheetDefinition<SetAsideLine>.setAside.rendered(SetAsideLines($0), language)
        }
    }

    @Test(arguments: Language.allCases)
    func provenance(_ language: Language) throws {
        try compare("herkomst", language) { report in
            let replacements = Replacements([
                Replacement(kind: .cut, place: .cell, sheet: "Inzet", row: 4, column: 27),
                Replacement(kind: .illegalCharacter, place: .cell, sheet: "Inzet", row: 4, column: 0),
            ])
            let lines = ProvenanceLines(report).lines(replacements: replacements, toolVersion: "1.2.3")
            return try SheetDefinition<ProvenanceLine>.provenance.rendered(
                lines.filter { !$0.name.hasPrefix("versi") }, language)
        }
    }

    @Test func placements() throws {
        try compare("inzet", .dutch) { report in
            let table = try #require(report.assessment.submission.placements)
            let sheet = try #require(
                TableSheet(
                    table, report.assessment.submission, hours: report.index.hours,
                    counting: report.index.counting[.placements] ?? [],
                    hasFindings: report.assessment.findings.concernRows(of: table), .dutch))
            var marks = FindingMarks(report.assessment.findings, of: .placements, report.index)
            var sink = TabSeparatedSink()
            for column in sheet.frame.columns { sink.text(column.heading.nl, nil) }
            sink.nextRow()
            for (line, row) in table.acceptedIndices.enumerated() {
                let findings = marks.advance(to: table.records[row])
                try sheet.write(row, line: line, findings: findings, marks, to: &sink)
                sink.nextRow()
            }
            return sink.text
        }
    }

    private func compare(_ name: String, _ language: Language, _ render: (Workbooks.Report) throws -> String) throws {
        let folder = try Folder()
        let text = try render(try ReportExample.report(try ReportExample.assess(), language, in: folder))
        #expect(try Golden.difference(text, "Tests/WorkbooksTests/Golden/\(name).\(language.rawValue).tsv") == nil)
    }
}
