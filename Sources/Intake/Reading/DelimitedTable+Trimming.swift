import DelimitedText

extension DelimitedTable {
    /// Lends the bytes of a cell without the blanks around them; empty for a field beyond the end of the record.
    @inline(__always)
    func withTrimmedCell<R>(_ record: Int, _ field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        withCell(record, field) { body(CellReader.trimmed($0)) }
    }

    /// Whether a cell has nothing but blanks in it; so has a field beyond the end of the record.
    @inline(__always)
    func isBlank(_ record: Int, _ field: Int) -> Bool { withCell(record, field, CellReader.isBlank) }
}
