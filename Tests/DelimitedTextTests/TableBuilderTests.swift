import Plumbing
import Testing

@testable import DelimitedText

@Suite struct TableBuilderTests {
    @Test func keepsCellsAndTheNumbersOfRows() throws {
        var builder = TableBuilder()
        for cell in ["a", "", "é;\n"] { try builder.append(cell) }
        builder.endRecord(row: 3)
        builder.endRecord(row: 4)
        try builder.append("b")
        builder.endRecord(row: 9, line: 12)
        let table = builder.finish()
        #expect(table.recordCount == 3)
        #expect((0..<3).map { table.row(of: $0) } == [3, 4, 9])
        #expect((0..<3).map { table.line(of: $0) } == [3, 4, 12])
        #expect((0..<3).map { table.fieldCount(of: $0) } == [3, 1, 1])
        #expect((0..<4).map { table.text(0, $0) } == ["a", "", "é;\n", ""])
        #expect(table.isBlank(1))
        #expect(table.text(2, 0) == "b")
        #expect(table.detection == .worksheet)
        #expect(table.damages.isEmpty)
    }

    /// Rows and lines that go on by one, jump together and jump apart, and records with as many fields or not, each beside a plain list of them.
    @Test(arguments: 0..<20 as Range<UInt64>) func findsRowsLinesAndFields(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var (rows, lines, texts) = ([Int](), [Int](), [[String]]())
        var (row, line) = (0, 0)
        var builder = TableBuilder()
        for _ in 0..<Int.random(in: 1...60, using: &random) {
            row += Int.random(in: 0...3, using: &random) == 0 ? Int.random(in: 2...5, using: &random) : 1
            line += Int.random(in: 0...3, using: &random) == 0 ? Int.random(in: 2...5, using: &random) : 1
            rows.append(row)
            lines.append(line)
            // In some of the tables all records have three fields, in others most.
            let isOther = seed % 4 > 0 && Int.random(in: 0..<4 << Int(seed % 4), using: &random) == 0
            texts.append((0..<(isOther ? Int.random(in: 1...5, using: &random) : 3)).map { "\(row).\($0)" })
            for text in texts[texts.count - 1] { try builder.append(text) }
            builder.endRecord(row: row, line: line)
        }
        let table = builder.finish()
        #expect(
            texts.indices.map { record in (0..<table.fieldCount(of: record)).map { table.text(record, $0) } } == texts)
        #expect(rows.indices.map { table.row(of: $0) } == rows)
        #expect(lines.indices.map { table.line(of: $0) } == lines)
        for line in 0...lines[lines.count - 1] + 3 {
            #expect(table.record(atLine: line) == lines.lastIndex { $0 <= line })
        }
    }

    @Test func leavesOutARecordThatWasNotEnded() throws {
        var builder = TableBuilder()
        try builder.append("a")
        builder.endRecord(row: 1)
        try builder.append("b")
        let table = builder.finish()
        #expect(table.recordCount == 1)
        #expect(table.text(0, 0) == "a")
        #expect(TableBuilder().finish().recordCount == 0)
    }

    /// Where a record has more bytes than two can count, its cells are found all the same, and so are those around it.
    @Test(arguments: [65_533, 65_534, 65_535, 65_536, 200_000]) func longRecords(length: Int) throws {
        let long = String(repeating: "x", count: length)
        let rows = [["a", "b"], ["c", long, "", "d", long + "y"], ["e"], [long], ["", "f"]]
        var builder = TableBuilder()
        for (index, row) in rows.enumerated() {
            for cell in row { try builder.append(cell) }
            builder.endRecord(row: index + 1)
        }
        try builder.append(long + long)
        let text = rows.map { $0.joined(separator: ";") }.joined(separator: "\n")
        let parsed = try DelimitedTable(parsing: Array(text.utf8), separator: UInt8(ascii: ";"))
        for table in [builder.finish(), parsed] {
            #expect(table.recordCount == rows.count)
            for (record, row) in rows.enumerated() {
                #expect(table.fieldCount(of: record) == row.count)
                #expect((0...row.count).map { table.text(record, $0) } == row + [""], "\(record)")
                #expect(!table.isBlank(record))
            }
        }
        #expect(builder.finish().hasSameCells(as: parsed))
    }
}
