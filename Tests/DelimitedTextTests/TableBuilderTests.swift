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
}
