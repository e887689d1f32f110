import Plumbing
import Testing

@testable import DelimitedText

/// No bytes, however broken, break the promises of a table.
@Suite struct FuzzTests {
    @Test(arguments: 0..<8) func keepsItsPromises(part: Int) throws {
        var random = SeededGenerator(seed: UInt64(part) &+ 1000)
        for round in 0..<300 {
            let separator = ([";", ",", "\t", "|"] as [Character])[round % 4]
            let ending = ["\n", "\r\n", "\r"][round % 3]
            let table = RandomTable(using: &random, separator: separator, ending: ending, quotesAll: round % 5 == 0)
            var bytes = Array(table.text.utf8)
            if round % 7 == 0 { bytes = [0xEF, 0xBB, 0xBF] + bytes }
            if round % 11 == 0 { bytes = [0xFF, 0xFE] + bytes.flatMap { [$0, 0] } }
            if round % 13 == 0 { bytes = Array("sep=\(separator)\n".utf8) + bytes }
            mutate(&bytes, using: &random)
            try check(bytes, separator: round % 2 == 0 ? separator.asciiValue : nil)
        }
    }

    private func mutate(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
        let signs = Array("\"\"\"\"\"\"\n\r;,\t| \0x".utf8) + [0x80, 0xC3, 0xE2, 0xFF]
        for _ in 0..<Int.random(in: 1...12, using: &random) where !bytes.isEmpty {
            let position = Int.random(in: 0..<bytes.count, using: &random)
            let sign = signs.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[position] = sign
            case 1: bytes.insert(sign, at: position)
            case 2: bytes.remove(at: position)
            case 3: bytes.removeSubrange(position..<min(position + 20, bytes.count))
            default: bytes.insert(contentsOf: bytes[position..<min(position + 30, bytes.count)], at: position)
            }
        }
    }

    private func check(_ bytes: [UInt8], separator: UInt8?) throws {
        let table = try DelimitedTable(parsing: bytes, separator: separator)
        #expect(brokenPromises(of: table) == [], "\(bytes)")

        var limits = ReadingLimits()
        limits.feed = 1
        let again = try DelimitedTable(parsing: bytes, separator: separator, limits: limits)
        let isSame = ParsedText(again) == ParsedText(table)
        #expect(isSame, "\(bytes)")
    }

    private func brokenPromises(of table: DelimitedTable) -> [String] {
        var broken: [String] = []
        var (row, line, end) = (0, 0, 0)
        for record in 0..<table.recordCount {
            if table.row(of: record) <= row { broken.append("row of \(record)") }
            if table.line(of: record) <= line { broken.append("line of \(record)") }
            if table.fieldCount(of: record) < 1 { broken.append("fields of \(record)") }
            (row, line) = (table.row(of: record), table.line(of: record))
            for field in 0..<table.fieldCount(of: record) {
                let range = table.range(record, field)
                if range.lowerBound != end { broken.append("range of \(record), \(field)") }
                end = range.upperBound
            }
            if table.isBlank(record) != isBlank(record, in: table) { broken.append("blankness of \(record)") }
        }
        table.withAllBytes { cells in
            if cells.count != end { broken.append("bytes outside the cells") }
            if String(validating: cells, as: UTF8.self) == nil { broken.append("UTF-8") }
            if cells.contains(0) { broken.append("NUL") }
        }
        let lines = table.damages.map(\.line)
        if lines != lines.sorted() { broken.append("order of damages") }
        let unclosed = table.damages.count { if case .unclosedQuote = $0 { true } else { false } }
        if (0..<table.recordCount).count(where: { table.isDamaged($0) }) != unclosed {
            broken.append("damaged records")
        }
        return broken
    }

    private func isBlank(_ record: Int, in table: DelimitedTable) -> Bool {
        let blanks: Set<UInt32> = [0x20, 0xA0, 0xAD, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF]
        return (0..<table.fieldCount(of: record)).allSatisfy { field in
            table.text(record, field).unicodeScalars.allSatisfy {
                blanks.contains($0.value) || (0x09...0x0D).contains($0.value) || (0x2000...0x200F).contains($0.value)
            }
        }
    }
}
