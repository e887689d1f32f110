import SocialReturnModel
import Testing

@testable import Intake

/// Identifiers that are written otherwise than where they were given out.
@Suite("References as they are written")
struct ReferenceReadingTests {
    @Test(
        "A contract is found by the same letters and digits, and not when two have them",
        arguments: [
            ("BZK-2026-0147", "BZK-2026-0147"), ("bzk 2026 0147", "BZK-2026-0147"), ("BZK 2026/0147", "BZK-2026-0147"),
            ("BZK.2026\\0147", "BZK-2026-0147"), ("00190007", "190007"), ("AZ/1/2", "AZ/1/2"), ("AZ 12", "AZ 12"),
            ("BZK-2026-0148", "BZK-2026-0148"),
        ])
    func contracts(_ written: String, read: String) throws {
        let register = try ContractRegister.read([
            SourceFile(
                name: "contracten.csv",
                text: "contractnummer;titel\nBZK-2026-0147;a\n190007;b\nAZ/1/2;c\nAZ/12;d\n")
        ])
        let submission = try SubmissionReader.read(
            SubmissionFiles(
                name: "a",
                files: [
                    SourceFile(
                        name: "gesprekken.csv",
                        text:
                            "contractnummer;datum;fase;deelnemende_rollen;uitkomst\n\(written);01-04-2026;voortgang;;goed\n"
                    )
                ]),
            register: register)
        let row = try #require(submission.conversations?.rows.first)
        #expect(row.contract.map { submission.symbols[$0] } == read)
    }

    /// Large tables are read at the same time, and name the same things by the same symbols, numbered in the order of the tables.
    @Test("Tables that are read side by side name the same things alike") func sideBySide() throws {
        let count = 5000
        let register = try ContractRegister.read([
            SourceFile(name: "contracten.csv", text: "contractnummer;titel\nBZK-2026-0147;a\n")
        ])
        let placements = (1...count).map { "P-\($0);bzk-2026-0147;D-\($0 % 7)" }
        // From the last to the first, in small letters; and one that nobody gave out.
        let hours = (0..<count).reversed().map { "p-\($0);2026-04;8,0" }
        let evidence = (1...count).map { "P-\($0);verklaring;\($0).pdf" }
        func table(_ name: String, _ heading: String, _ rows: [String]) -> SourceFile {
            SourceFile(name: name, text: ([heading] + rows).joined(separator: "\r\n"))
        }
        let submission = try SubmissionReader.read(
            SubmissionFiles(
                name: "a",
                files: [
                    table("bewijs.csv", "hoort_bij;soort_bewijs;verwijzing", evidence),
                    table("uren.csv", "inzet_id;periode;gewerkte_uren", hours),
                    table("inzet.csv", "inzet_id;contractnummer;deelnemercode", placements),
                ]),
            register: register)
        let symbols = submission.symbols
        let ids = try #require(submission.placements).rows.map { $0.id?.position }
        #expect(ids.first == register.symbols.count && ids == ids.compactMap { $0 }.sorted())
        #expect(
            Set(submission.placements?.rows.map(\.contract) ?? []) == [register.symbols.symbol(for: "BZK-2026-0147")])
        #expect(submission.evidence?.rows.map { $0.belongsTo?.position } == ids)
        let named = try #require(submission.hours).rows.map { $0.placement.map { symbols[$0] } }
        #expect(named == (1..<count).reversed().map { "P-\($0)" } + ["p-0"])
        // Seven participants, five thousand placements and one reference to none of them.
        #expect(symbols.count == register.symbols.count + count + 7 + 1)
    }

    @Test("Of one form no two texts that differ in more than capitals are compared by the same key")
    func formsTellApart() {
        let signs = Array("01aA2-. /+")
        // Every text of up to four of these signs.
        var texts = [""]
        var longest = [""]
        for _ in 0..<4 {
            longest = longest.flatMap { text in signs.map { text + String($0) } }
            texts += longest
        }
        var seen: [String: [UInt64: String]] = [:]
        var hasTwoForms = false
        for text in texts {
            guard let form = ReferenceWriting.form(text) else {
                Issue.record("\(text) has a form")
                continue
            }
            let key = ReferenceWriting.key(text)
            if let other = seen[key]?[form], other != text.lowercased() {
                Issue.record("'\(text)' and '\(other)' are both \(key)")
            }
            hasTwoForms = hasTwoForms || seen[key]?.isEmpty == false
            seen[key, default: [:]][form] = text.lowercased()
        }
        #expect(hasTwoForms)
        #expect(ReferenceWriting.form("D-é1") == nil)
    }
}
