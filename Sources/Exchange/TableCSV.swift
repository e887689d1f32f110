import Intake
import SocialReturnModel

/// The accepted rows of a table as normalised CSV: UTF-8, commas, ISO dates, decimal points, codes instead of names, and the
/// columns that the file brought along.
struct TableCSV<Row: TableRow> {
    private let table: TableData<Row>
    private let symbols: SymbolTable
    private let coverIndex: Int?
    private let extras: [ExtraColumn]
    private let bindings: [Binding<Row>]

    /// Prepares to write `table`.
    ///
    /// - Parameter coverIndex: The row of the cover, which is written when it was set aside too: it says whose the tables are.
    init(_ table: TableData<Row>, _ symbols: SymbolTable, coverIndex: Int?) {
        self.table = table
        self.coverIndex = table.source.id == .cover ? coverIndex : nil
        self.symbols = symbols
        extras = table.source.extraColumns.filter { !$0.isRefused }
        bindings = Row.table.columns.map(\.binding)
    }

    /// Writes the headings and the accepted rows to `output`; returns the number of rows.
    func write(to output: OutputFile) throws(OutputError) -> Int {
        try output.write { bytes in
            for (index, column) in Row.table.columns.enumerated() {
                if index > 0 { bytes.append(0x2c) }
                bytes.append(column.facts.name)
            }
            for extra in extras {
                bytes.append(0x2c)
                bytes.appendCSV(extra.heading)
            }
            bytes.append(0x0a)
        }
        var count = 0
        for index in table.rows.indices where !table.isSetAside[index] || index == coverIndex {
            try output.write { append(index, to: &$0) }
            count += 1
        }
        return count
    }

    private func append(_ index: Int, to bytes: inout [UInt8]) {
        let row = table.rows[index]
        for position in bindings.indices {
            if position > 0 { bytes.append(0x2c) }
            append(position, of: row, index, to: &bytes)
        }
        for extra in extras {
            bytes.append(0x2c)
            table.source.cells.withCell(Int(table.records[index]), extra.field) { bytes.appendCSV($0) }
        }
        bytes.append(0x0a)
    }

    private func append(
        _ position: Int, of row: Row, _ index: Int, to bytes: inout [UInt8]
    ) {
        switch bindings[position] {
        case .text(let field):
            let cell = field.value(in: row)
            guard !cell.isEmpty else { return }
            table.source.cells.withAllBytes { bytes.appendCSV(UnsafeBufferPointer(rebasing: $0[cell.range])) }
        case .identifier(let field):
            if let symbol = field.value(in: row) { bytes.appendCSV(symbols[symbol]) }
        case .kvk(let field): bytes.append(field.value(in: row)?.description ?? "")
        case .day(let field): if let day = field.value(in: row) { bytes.append(day.description) }
        case .money(let field): if let amount = field.value(in: row) { bytes.append(amount.description) }
        case .number(let field): if let number = field.value(in: row) { bytes.append(number.description) }
        case .period(let field): bytes.append(field.value(in: row)?.description ?? "")
        case .code(let list, let field):
            if let code = field.rawValue(in: row) {
                bytes.appendCSV(list.entries[Int(code)].code)
            } else if list.isOpen {
                bytes.appendCSV(table.ownWord(index, column: position))
            }
        case .codes(let list, let field):
            let bits = field.value(in: row)
            var first = true
            for (index, entry) in list.entries.enumerated() where bits & (1 << UInt32(index)) != 0 {
                if !first { bytes.append(0x20) }
                bytes.append(entry.code)
                first = false
            }
        }
    }
}
