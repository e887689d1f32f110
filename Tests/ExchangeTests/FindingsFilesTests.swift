import Assessments
import Exchange
import Foundation
import Intake
import Parameters
import Rules
import SocialReturnModel
import TestSubmissions
import Testing

/// The findings in files must be those that people read, to the letter, also for cells with signs that JSON or CSV give a meaning.
@Suite struct FindingsFilesTests {
    /// Rows with every kind of trouble: quotation marks, separators, line breaks, tabs, long cells, blanks around, and no cell at all.
    private static func assess() throws -> Assessment {
        let cells = [
            "\"zegt \"\"nee\"\"\"", "\"a,b\"", "\"regel\nbreuk\"", "back\\slash", "tab\tin", " 31-02-2026 ",
            "\u{E9}\u{20AC}",
            String(repeating: "lang ", count: 40), "gisteren", "45000", "1-2-26", "\u{1}", "",
        ]
        let heading =
            "inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;einddatum;"
            + "uren_per_week;opgegeven_waarde;verband_opdracht;kleur"
        let lines = cells.enumerated().map { index, cell in
            "P-\(index);C-1;D-\(index);\(cell);12345678;\(cell);bepaald;\(cell);\(cell);1.234;\(cell);direct: werk;111222333"
        }
        let files = [
            (
                "voorblad.csv",
                "leverancier_kvk;leverancier_naam;periode;sjabloonversie\n12345678;Voorbeeld \"A\", B.V.;2026-Q2;1"
            ),
            ("inzet.csv", ([heading] + lines).joined(separator: "\n")), ("lezen mij.csv", "niets;hier"),
            ("leerpunten.csv", "contractnummer\nC-1"),
        ]
        var submission = TestSubmission(tables: files)
        submission.name = "proef, met \"teken\""
        return try submission.assess()
    }

    @Test(arguments: Language.allCases)
    func jsonHasWhatPeopleRead(_ language: Language) throws {
        let assessment = try Self.assess()
        #expect(assessment.findings.all.count > 80)
        var bytes: [UInt8] = []
        FindingsJSON(assessment, language, breaksLines: true).forEachBlock { bytes += $0 }
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let written = try #require(object["findings"] as? [[String: Any]])
        #expect(written.count == assessment.findings.all.count)
        for (finding, item) in zip(assessment.findings.all, written) {
            let shown = assessment.describe(finding, language)
            #expect(item["rule"] as? String == shown.rule.id)
            #expect(item["severity"] as? String == finding.severity.code)
            #expect(item["file"] as? String == shown.file)
            #expect(item["row"] as? Int == shown.row)
            #expect(item["line"] as? Int == shown.line)
            #expect(item["column"] as? String == shown.column)
            #expect(item["value"] as? String == shown.value)
            #expect(item["message"] as? String == shown.message)
            #expect(item["remedy"] as? String == shown.remedy)
            #expect(item["basis"] as? String == shown.rule.basis.rawValue)
            #expect(item["source"] as? String == shown.source)
        }
        let missing = try #require(object["not_evaluated"] as? [[String: Any]])
        #expect(missing.map { $0["supply"] as? String } == assessment.notEvaluated.map { $0.supply?[language] })
        let tables = try #require(object["tables_set_aside"] as? [[String: Any]])
        #expect(tables.map { $0["file"] as? String } == ["leerpunten.csv"] && tables.first?["rows"] as? Int == 1)
    }

    @Test func csvHasWhatPeopleRead() throws {
        let assessment = try Self.assess()
        var bytes: [UInt8] = Array(FindingsCSV.heading.utf8)
        FindingsCSV(assessment, .dutch).forEachBlock { bytes += $0 }
        let records = Self.records(String(decoding: bytes, as: UTF8.self))
        #expect(records.count == assessment.findings.all.count + 1)
        for (finding, fields) in zip(assessment.findings.all, records.dropFirst()) {
            let shown = assessment.describe(finding, .dutch)
            // A control character is shown by its picture, and steers nothing.
            let value = VisibleText.escaped(shown.value ?? "", keepsLineBreaks: true)
            #expect(
                fields == [
                    assessment.submission.name, shown.rule.id, finding.severity.code, shown.file,
                    shown.row.map(String.init) ?? "", shown.line.map(String.init) ?? "", shown.column ?? "",
                    value, shown.message, shown.remedy, shown.rule.basis.rawValue, shown.source ?? "",
                    assessment.context.ruleSet.version,
                ])
        }
    }

    /// The records of a CSV text with quotation marks where needed; as plain as can be, to check by.
    private static func records(_ text: String) -> [[String]] {
        var records: [[String]] = [[""]]
        var isQuoted = false
        for character in text.unicodeScalars {
            let last = records[records.count - 1].count - 1
            switch character {
            case "\"":
                // A doubled mark opens again at once and so is kept by the second one.
                if !isQuoted, records[records.count - 1][last].unicodeScalars.last == "\u{FFFC}" {
                    records[records.count - 1][last].unicodeScalars.removeLast()
                    records[records.count - 1][last].unicodeScalars.append("\"")
                } else if isQuoted {
                    records[records.count - 1][last].unicodeScalars.append("\u{FFFC}")
                }
                isQuoted.toggle()
            case "," where !isQuoted: records[records.count - 1].append("")
            case "\n" where !isQuoted: records.append([""])
            default: records[records.count - 1][last].unicodeScalars.append(character)
            }
        }
        return records.dropLast().map { $0.map { $0.replacing("\u{FFFC}", with: "") } }
    }
}
