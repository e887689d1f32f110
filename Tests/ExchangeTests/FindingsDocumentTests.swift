import Foundation
import Rules
import Testing

@testable import Exchange

@Suite struct FindingsDocumentTests {
    private static let finding = """
        {"rule":"INZ-03","severity":"fout","file":"inzet.csv","row":14,"line":16,"column":"einddatum","value":"é \\"1\\"",\
        "message":"m","remedy":"r","basis":"technisch","source":null}
        """

    private static func object(_ name: String = "a", findings: String = finding) -> String {
        """
        {"format":"maatwerk-bevindingen/1","submission":"\(name)","supplier_kvk":"12345678","period":"2026-Q1",\
        "rule_set":"2026.1","rows":{"read":3,"accepted":2,"set_aside":1},"counts":{"fout":1},"findings":[\(findings)],\
        "not_evaluated":[{"rule":"CTR-04","reason":"geen register"}]}
        """
    }

    private func read(_ text: String) throws -> [FindingsDocument] {
        try FindingsResults.documents(in: Array(text.utf8), path: "p")
    }

    @Test func everyFieldIsRead() throws {
        let document = try #require(try read(Self.object()).first)
        #expect(document.submission == "a" && document.period == "2026-Q1" && document.supplierKvK == "12345678")
        #expect(document.ruleSet == "2026.1" && document.toolVersion == nil)
        #expect(document.rows == .init(read: 3, accepted: 2, setAside: 1))
        #expect(document.notEvaluated == [.init(rule: "CTR-04", reason: "geen register")])
        #expect(
            document.findings == [
                ReportedFinding(
                    rule: "INZ-03", severity: .error, file: "inzet.csv", row: 14, line: 16, column: "einddatum",
                    value: "é \"1\"", message: "m", remedy: "r", basis: "technisch")
            ])
    }

    @Test(arguments: [
        ("one object", object(), ["a"]),
        ("an object over more lines", object(findings: "\n" + finding + ",\n" + finding + "\n"), ["a"]),
        ("an object a line", object("a") + "\n" + object("b") + "\n", ["a", "b"]),
        ("empty lines and Windows line breaks", object("a") + "\r\n\r\n" + object("b") + "\r\n", ["a", "b"]),
        ("a byte-order mark", "\u{feff}" + object(), ["a"]),
        ("laid out", object().replacingOccurrences(of: ",", with: "\n,\n"), ["a"]),
    ])
    func layoutsAreRead(_ name: String, _ text: String, _ submissions: [String]) throws {
        #expect(try read(text).map(\.submission) == submissions)
    }

    @Test(arguments: [
        ("nothing", "", FindingsReadingError.damaged(path: "p", line: 1, character: 1)),
        ("no JSON", "rule;row\nINZ-03;4\n", .damaged(path: "p", line: 1, character: 1)),
        (
            "broken off", "{\"format\":\"maatwerk-bevindingen/1\",\n \"findings\":[",
            .damaged(path: "p", line: 2, character: 14)
        ),
        ("a word in the wrong place", "{\"é\":\n\"é\" oeps}", .damaged(path: "p", line: 2, character: 5)),
        ("a line break in a text", "{\"a\":\"b\nc\"}", .damaged(path: "p", line: 1, character: 8)),
        ("a comma too many", "{\"a\":[1,]}", .damaged(path: "p", line: 1, character: 9)),
        ("something behind it", object() + "]", .damaged(path: "p", line: 1, character: object().count + 1)),
        (
            "the second line", object() + "\n" + String(object().dropLast()) + "\n",
            .damaged(path: "p", line: 2, character: object().count)
        ),
        ("deep", String(repeating: "[", count: 9_000), .damaged(path: "p", line: 1, character: 513)),
        ("another document", "{\"format\":\"maatwerk-regels/1\"}", .otherFormat(path: "p", line: 1)),
        ("a newer form", object().replacingOccurrences(of: "gen/1", with: "gen/2"), .otherFormat(path: "p", line: 1)),
        ("no format", "\n{\"submission\":\"a\"}", .otherFormat(path: "p", line: 2)),
        ("a list", "[]", .otherFormat(path: "p", line: 1)),
        (
            "a row in words", object().replacingOccurrences(of: "\"row\":14", with: "\"row\":\"14\""),
            .unexpectedField(path: "p", field: "findings[0].row", line: 1)
        ),
        (
            "a row beyond all numbers",
            object().replacingOccurrences(of: "\"row\":14", with: "\"row\":99999999999999999999"),
            .unexpectedField(path: "p", field: "findings", line: 1)
        ),
        (
            "an unknown severity", object().replacingOccurrences(of: "\"fout\",", with: "\"erg\","),
            .unexpectedField(path: "p", field: "findings[0].severity", line: 1)
        ),
        (
            "no rule, in the second finding", object(findings: finding + ",{\"severity\":\"fout\"}"),
            .unexpectedField(path: "p", field: "findings[1].rule", line: 1)
        ),
        (
            "no rows", object().replacingOccurrences(of: "\"rows\"", with: "\"lines\""),
            .unexpectedField(path: "p", field: "rows", line: 1)
        ),
    ])
    func damageIsNamedWithItsPlace(_ name: String, _ text: String, _ error: FindingsReadingError) {
        #expect(throws: error) { try read(text) }
    }

    @Test(arguments: [
        "0", "-0.5e+7", "\"\\u00e9\\n\"", "[ ]", "{ \"a\" : [ true , false , null ] }", "[1,[2,{\"b\":\"\"}]]",
    ])
    func soundJSONHasNoDamage(_ text: String) {
        #expect(JSONDamage.firstIndex(in: Array(text.utf8)[...]) == nil)
    }

    @Test(arguments: [
        ("01", 1), ("1.", 2), ("-", 1), ("tru", 3), ("\"\\x\"", 2), ("\"\\u12g4\"", 5), ("{\"a\"}", 4), ("{a:1}", 1),
        ("1 2", 2),
    ])
    func damagedJSONHasAPlace(_ text: String, _ index: Int) {
        #expect(JSONDamage.firstIndex(in: Array(text.utf8)[...]) == index)
    }
}
