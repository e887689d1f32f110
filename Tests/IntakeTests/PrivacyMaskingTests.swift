import Intake
import Plumbing
import SocialReturnModel
import Testing

@Suite("Privacy: masking")
struct PrivacyMaskingTests {
    @Test(arguments: [
        ("rapport-123456782.csv", "rapport-*********.csv"),
        ("/map/NL91ABNA0417164300/x.csv", "/map/******************/x.csv"),
        ("inzending 1234.56.782", "inzending ***********"), ("12345678_2026-Q1", "12345678_2026-Q1"),
        ("inzending_27376655_20260401.zip", "inzending_27376655_20260401.zip"), ("één", "één"), ("", ""),
        ("bsn_１２３４５６７８２", "bsn_***************************"),
        ("map 3/06-12345678/x.csv", "map 3/***********/x.csv"), ("123/456/782.csv", "***********.csv"),
        ("geboren 12-03-1988.xlsx", "geboren **********.xlsx"), ("start 12-03-2026.xlsx", "start 12-03-2026.xlsx"),
        ("woont Voorbeeldstraat 12.csv", "woont ******************.csv"),
        ("vestiging Voorbeeldstraat 12.csv", "vestiging Voorbeeldstraat 12.csv"),
    ])
    func safeNames(_ name: String, safe: String) {
        #expect(Masking.safeName(name) == safe)
        #expect(Masking.safeName(name).utf8.count == name.utf8.count)
    }

    /// What was masked lays bare what it was glued to.
    @Test(arguments: ["\u{fffd}e.msgvrouw\u{16}J. Jansen", "Janne J. JanneJ. Jannen", "J. JansenJ. Jansen 123456782"])
    func whatMayBeShownIsShownAsItIs(_ name: String) {
        let safe = Masking.safeName(name)
        #expect(safe != name)
        #expect(Masking.safeName(safe) == safe)
    }

    @Test func inPlace() {
        var bytes = Array("a 123456782 b".utf8)
        bytes.withUnsafeMutableBufferPointer { Masking.apply(to: $0, 2..<11) }
        #expect(String(decoding: bytes, as: UTF8.self) == "a ********* b")
    }

    /// Whatever a cell holds: once its hits are masked there is nothing more to find, its length is the same, and hits
    /// neither overlap nor come out of order.
    @Test(arguments: [PrivacyClass.freeText, .reference, .pseudonym, .plain, .organisation])
    func nothingIsLeft(_ column: PrivacyClass) {
        var random = SeededGenerator(seed: 20_260_401)
        let pieces = [
            "123456782", "111222333", "27376655", "NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "06-12345678",
            "a@b.nl",
            "+31", "(0)", "kvk", "123-456-782", "1234.56.782", "NL123456782B01", "-", ".", " ", ",", "x", "NL", "b",
            "é", "\u{200b}",
            "１", "٣", "0", "1", "2", "3", "12", "123", "456", "782", "@", "/", "20260301", "\u{a0}",
            "*", "+", "E+08", "1,23456782", "0123456782", "**",
        ]
        for contacts in [false, true] {
            let scanner = PrivacyScanner(searchesContacts: contacts)
            for _ in 0..<6_000 {
                let text = (0..<Int.random(in: 1...9, using: &random))
                    .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
                let hits = scanner.hits(in: text, column: column)
                var bytes = Array(text.utf8)
                bytes.withUnsafeMutableBufferPointer { for hit in hits { Masking.apply(to: $0, hit.range) } }
                let masked = String(decoding: bytes, as: UTF8.self)
                #expect(masked.utf8.count == text.utf8.count, "\(text)")
                #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.end <= $1.start }, "\(text)")
                #expect(scanner.hits(in: masked, column: column).isEmpty, "\(text) | \(masked)")
            }
        }
    }
}
