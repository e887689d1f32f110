import Foundation
import Rules
import Testing

@testable import Exchange

@Suite struct ComparisonOutputTests {
    private let comparison = FindingsComparison(
        FindingsDocument(
            submission: "a", ruleSet: "2026.1", rows: .init(read: 3, accepted: 1, setAside: 2),
            findings: [
                ReportedFinding(
                    rule: "A", severity: .error, file: "f.csv", row: 2, column: "k", value: "x", message: "m"),
                ReportedFinding(rule: "B", severity: .warning, file: "f.csv", message: "m, \"q\""),
            ],
            notEvaluated: [.init(rule: "C", reason: "r")]),
        FindingsDocument(
            submission: "a", ruleSet: "2026.2", toolVersion: "0.2.0", rows: .init(read: 3, accepted: 3, setAside: 0),
            findings: [
                ReportedFinding(rule: "D", severity: .error, file: "f.csv", row: 3, message: "n"),
                ReportedFinding(rule: "B", severity: .error, file: "f.csv", message: "m, \"q\""),
            ]))

    @Test func theObjectHoldsEveryChange() throws {
        let text = ComparisonJSON(comparison).text()
        #expect(!text.contains("\n"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["format"] as? String == "maatwerk-vergelijking/1")
        #expect(object["presence"] as? String == "both")
        #expect((object["appeared"] as? [[String: Any]])?.map { $0["rule"] as? String } == ["D"])
        #expect((object["disappeared"] as? [[String: Any]])?.map { $0["row"] as? Int } == [2])
        #expect(object["stayed"] as? [String: Int] == ["total": 1, "unchanged": 1, "moved": 0, "reworded": 0])
        let changed = try #require((object["severity_changed"] as? [[String: Any]])?.first)
        #expect(changed["from"] as? String == "waarschuwing" && changed["to"] as? String == "fout")
        #expect((object["newly_evaluated"] as? [[String: String]]) == [["rule": "C", "reason": "r"]])
        #expect(object["new_errors"] as? Int == 2)
        let new = try #require(object["new"] as? [String: Any])
        #expect(new["tool_version"] as? String == "0.2.0" && new["rule_set"] as? String == "2026.2")
        #expect(new["rows"] as? [String: Int] == ["read": 3, "accepted": 3, "set_aside": 0])
        #expect(new["counts"] as? [String: Int] == ["fout": 2, "waarschuwing": 0, "signaal": 0])
    }

    @Test func theTableHasALineForEveryChange() {
        #expect(
            ComparisonCSV(comparison).text() == """
                a,appeared,D,fout,,f.csv,3,,,,n,,1
                a,disappeared,A,fout,,f.csv,2,,k,x,m,,1
                a,severity_changed,B,fout,waarschuwing,,,,,,,,1
                a,newly_evaluated,C,,,,,,,,r,,0

                """)
        let columns = ComparisonCSV.heading.split(separator: ",").count
        for line in ComparisonCSV(comparison).text().split(separator: "\n") {
            #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == columns)
        }
    }

    @Test func aSubmissionOnOneSideIsOneLine() throws {
        let document = try #require(comparison.new)
        let only = FindingsComparison(onlyNew: document)
        #expect(ComparisonCSV(only).text() == "a,only_new,,,,,,,,,,,2\n")
        let text = ComparisonJSON(only).text()
        #expect(text.contains("\"presence\":\"only_new\",\"old\":null,\"new\":{"))
        #expect(text.contains("\"appeared\":[],\"disappeared\":[]"))
    }
}
