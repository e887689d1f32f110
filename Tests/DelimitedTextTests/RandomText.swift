import Plumbing

/// A random table, written as delimited text.
struct RandomTable {
    let records: [[String]]
    let separator: Character
    let ending: String
    let text: String
    /// The physical line on which each record begins.
    let lines: [Int]

    /// - Parameter quotesAll: Are all cells quoted, or only those that must be?
    init(using random: inout SeededGenerator, separator: Character, ending: String, quotesAll: Bool) {
        let columns = Int.random(in: 2...8, using: &random)
        var records = [(1...columns).map { "kolom\($0)" }]
        for _ in 0..<Int.random(in: 3...20, using: &random) {
            records.append((0..<columns).map { _ in Self.cell(using: &random, separator: separator) })
        }
        var (text, lines, line) = ("", [Int](), 1)
        for (index, record) in records.enumerated() {
            let written = record.map { Self.write($0, separator: separator, quotes: quotesAll) }
                .joined(separator: String(separator))
            lines.append(line)
            // In CR LF both bytes make one Character, as they make one line end.
            line += 1 + written.count { $0.isNewline }
            text += written + (index < records.count - 1 || Bool.random(using: &random) ? ending : "")
        }
        (self.records, self.separator, self.ending) = (records, separator, ending)
        (self.text, self.lines) = (text, lines)
    }

    private static func cell(using random: inout SeededGenerator, separator: Character) -> String {
        let words = [
            "x", "PW", "2026", "1.234,56", "José", "€ 5", "🙂", "\u{A0}", " ", "de heer", "5\"", "\"\"", "\n", "\r\n",
            "n.v.t.",
        ]
        var cell = ""
        for _ in 0..<Int.random(in: 0...4, using: &random) { cell += words.randomElement(using: &random) ?? "" }
        // A separator as in prose. Whole records inside a cell are, on purpose, not believed.
        if Int.random(in: 0..<8, using: &random) == 0 { cell += "\(separator) en zo" }
        return cell
    }

    private static func write(_ cell: String, separator: Character, quotes: Bool) -> String {
        let mustQuote = cell.unicodeScalars.contains {
            $0 == "\"" || $0 == "\n" || $0 == "\r" || Character($0) == separator
        }
        guard quotes || mustQuote else { return cell }
        var written = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { written.unicodeScalars.append(scalar) }
            written.unicodeScalars.append(scalar)
        }
        return written + "\""
    }
}
