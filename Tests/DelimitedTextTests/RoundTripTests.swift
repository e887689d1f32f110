import Plumbing
import Testing

@testable import DelimitedText

/// Random tables come back as they were written.
@Suite struct RoundTripTests {
    @Test(arguments: [";", ",", "\t", "|"] as [Character], ["\n", "\r\n", "\r"])
    func comesBack(separator: Character, ending: String) throws {
        for seed in 0..<150 {
            var random = SeededGenerator(seed: UInt64(seed))
            let written = RandomTable(using: &random, separator: separator, ending: ending, quotesAll: seed % 3 == 0)
            let parsed = ParsedText(try DelimitedTable(written.text, separator: separator.asciiValue))
            let seed = "seed \(seed)" as Comment
            #expect(parsed.records == written.records, seed)
            #expect(parsed.rows == Array(1...written.records.count), seed)
            #expect(parsed.lines == written.lines, seed)
            #expect(parsed.damages.isEmpty, seed)
        }
    }

    /// The same with the separator left to be found, in tables that look like those of a submission.
    @Test(arguments: [";", ",", "\t", "|"] as [Character]) func findsTheSeparator(separator: Character) throws {
        for seed in 0..<100 {
            var random = SeededGenerator(seed: UInt64(seed))
            let columns = Int.random(in: 3...23, using: &random)
            let cells = ["PW", "12345678", "", "01-02-2026", "36", "a b", "\"5\(separator)5\""]
            var lines = [(0..<columns).map { "kolom\($0)" }]
            for _ in 0..<Int.random(in: 1...30, using: &random) {
                lines.append((0..<columns).map { _ in cells.randomElement(using: &random) ?? "" })
            }
            let text = lines.map { $0.joined(separator: String(separator)) }.joined(separator: "\r\n")
            let choice = try DelimitedTable(text).detection.separator
            #expect(choice.byte == separator.asciiValue && choice.tally?.columns == columns, "seed \(seed)")
        }
    }
}
