import DelimitedText

extension DelimitedTable {
    /// The table as it was meant when a program has put each line as a whole between quotes, so that every record is one cell with the
    /// separators in it; nil for any other, which is nearly every table.
    var withoutQuotedLines: DelimitedTable? {
        guard detection.separator.basis == .unclear, recordCount >= 2, fieldCountOfAll == recordCount,
            (0..<min(recordCount, 20)).contains(where: { record in
                withCell(record, 0) { cell in cell.contains(where: Self.separates) }
            })
        else { return nil }
        var text: [UInt8] = []
        var row = 1
        for record in 0..<recordCount {
            // Lines without anything on them are rows too, and a line break within a line would begin another.
            while row < self.row(of: record) {
                text.append(0x0A)
                row += 1
            }
            let isOneLine = withCell(record, 0) { cell in
                text.append(contentsOf: cell)
                return !cell.contains { $0 == 0x0A || $0 == 0x0D }
            }
            guard isOneLine else { return nil }
            text.append(0x0A)
            row += 1
        }
        guard let table = try? DelimitedTable(parsing: text), table.detection.separator.basis != .unclear else {
            return nil
        }
        return table
    }

    private static func separates(_ byte: UInt8) -> Bool { separators.contains(byte) }
}
