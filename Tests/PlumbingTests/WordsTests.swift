import Plumbing
import Testing

/// Words come apart as they do where Unicode is asked of each letter.
@Suite struct WordsTests {
    @Test(arguments: [
        "", " ", "een", " een  twee\tdrie\r\nvier\u{0B}\u{0C}vijf ", "één café — “ja” … € 5", "a\u{A0}b", "a\u{2003}b",
        "a\u{2028}b", "a\u{202F}b\u{3000}c", "e\u{301} \u{301}x", "x\u{200D} y", "\u{85}a\u{85}", "日本 語", "👩‍🔧 werkt",
        "a\u{1C}b", "à\u{1680}b", "ÿ\u{205F}z", "a\u{2010}b\u{2026} c\u{20AC}d\u{20AD} e",
    ])
    func areWhatStandsBetweenBlanks(_ text: String) {
        #expect(text.words == text.split(whereSeparator: \.isWhitespace))
        // As part of another text, too.
        let part = ("«" + text + "»").dropFirst().dropLast()
        #expect(part.words == part.split(whereSeparator: \.isWhitespace))
    }

    @Test(arguments: 0..<20)
    func areTheSameForAnyText(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let letters: [Unicode.Scalar] = [
            "a", "Z", " ", "\t", "\n", "\r", "é", "–", "’", "€", "\u{A0}", "\u{2009}", "\u{301}", "\u{200D}", "ß", "中",
            "😀",
        ]
        for _ in 0..<200 {
            // Most texts have none of the rare letters.
            let most = Bool.random(using: &generator) ? letters.count : 10
            var text = ""
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                text.unicodeScalars.append(letters[Int.random(in: 0..<most, using: &generator)])
            }
            #expect(text.words == text.split(whereSeparator: \.isWhitespace), "\(text.debugDescription)")
        }
    }
}
