import DelimitedText
import SocialReturnModel

/// Reads one file into the rows of a table: headings, privacy, then every cell in one pass.
struct TableReader<Row: TableRow> {
    private let definition = Row.table
    private var source: SourceTable
    private var cells: CellDecoder<Row>
    /// The fields with numbers and amounts, which a row of totals has and nothing else.
    private let sumFields: Set<Int>
    /// What was seen, in the order of the file within each step.
    private(set) var observations: [Observation]

    /// Prepares to read `cells` of `file`. Columns of `companion` that stand in the same file are left to it.
    init(_ file: SourceFile, _ table: DelimitedTable, on sheet: SheetFacts? = nil, companion: TableFacts? = nil) {
        let headings = HeadingMap(table, definition.facts, companion: companion)
        source = SourceTable(table, definition.facts, headings, of: file, on: sheet)
        cells = CellDecoder(definition)
        sumFields = Set(
            zip(definition.facts.columns, headings.fieldOfColumn)
                .filter { [.number, .money].contains($0.kind) && $1 >= 0 }.map(\.1))
        observations = headings.observations
    }

    /// Reads all rows.
    mutating func read(symbols: inout SymbolTable, _ known: KnownOrganisations) -> TableData<Row> {
        observeFile()
        PrivacyMasking.mask(&source, known, &observations)
        var data = TableData<Row>(source: source, rows: [], records: [], isSetAside: [])
        let table = source.cells
        let records = source.headerRecord + 1..<max(table.recordCount, source.headerRecord + 1)
        data.rows.reserveCapacity(records.count)
        data.records.reserveCapacity(records.count)
        table.withAllBytes { bytes in
            for record in records where !table.isBlank(record) {
                data.rows.append(readRow(record, bytes, &symbols, index: data.rows.count))
                data.records.append(Int32(record))
            }
        }
        data.isSetAside = Array(repeating: false, count: data.rows.count)
        cells.finish(&data.rows, &observations)
        data.source = source
        data.source.repairs = cells.repairs
        return data
    }

    private mutating func observeFile() {
        let id = definition.facts.id
        let detection = source.cells.detection
        if case .unreadable = detection.encoding { observations.append(Observation(.encodingUnreadable, Place(id))) }
        if detection.separator.basis == .unclear, source.cells.recordCount > 0 {
            observations.append(Observation(.separatorUnclear, Place(id)))
        }
        for damage in source.cells.damages {
            switch damage {
            case .unclosedQuote(let line):
                let record = source.cells.record(atLine: line) ?? -1
                observations.append(
                    Observation(.quoteNotClosed, Place(id, record: Int32(record), line: Int32(clamping: line))))
            case .misplacedQuote(let line):
                let record = source.cells.record(atLine: line) ?? -1
                observations.append(
                    Observation(.quoteMisplaced, Place(id, record: Int32(record), line: Int32(clamping: line))))
            case .nulBytes(let count, let line), .invalidBytes(let count, let line):
                observations.append(
                    Observation(.bytesDropped, Place(id, line: Int32(clamping: line)), number: count))
            }
        }
    }

    private mutating func readRow(
        _ record: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ symbols: inout SymbolTable, index: Int
    ) -> Row {
        var row = Row()
        let id = definition.facts.id
        guard !source.cells.isDamaged(record) else { return row }
        let fields = source.cells.fieldCount(of: record)
        let expected = source.cells.fieldCount(of: source.headerRecord)
        // On a sheet each value stands under its own heading, however many there are.
        if source.sheet == nil, fields != expected,
            let kind = fieldCountProblem(record, found: fields, expected: expected)
        {
            observations.append(Observation(kind, Place(id, record: Int32(record)), number: fields))
            if kind != .emptyFieldsMissing { return row }
        }
        if isTotals(record) {
            observations.append(Observation(.totalsRow, Place(id, record: Int32(record))))
            return row
        }
        let uncomputed = source.sheet?.uncomputed[record]
        for column in definition.columns.indices where source.fieldOfColumn[column] >= 0 {
            let range = source.cells.range(record, source.fieldOfColumn[column])
            let place = Place(id, record: Int32(record), column: .known(column))
            if let uncomputed, uncomputed.contains(source.fieldOfColumn[column]) {
                observations.append(Observation(.formulaNotComputed, place))
                continue
            }
            cells.decode(bytes, range, column, place, rowIndex: index, into: &row, &symbols, &observations)
        }
        return row
    }

    /// Blank fields beyond the headings are Excel's, and so are missing ones at the end: it leaves out trailing separators where
    /// sixteen rows in a row have nothing there. That is a warning as long as no required column is missing.
    private func fieldCountProblem(_ record: Int, found: Int, expected: Int) -> Observation.Kind? {
        if found > expected {
            let isBlank = (expected..<found).allSatisfy { field in
                source.cells.withCell(record, field) { CellReader.trim($0).range.isEmpty }
            }
            return isBlank ? nil : .tooManyFields
        }
        let lacksRequired = zip(definition.facts.columns, source.fieldOfColumn)
            .contains { $0.isRequired && $1 >= found }
        return lacksRequired ? .tooFewFields : .emptyFieldsMissing
    }

    /// Whether the record is a total: its first filled cell says so, or nothing but numbers stands in it.
    private func isTotals(_ record: Int) -> Bool {
        var isFilled = false
        for field in 0..<source.cells.fieldCount(of: record) {
            let verdict = source.cells.withCell(record, field) { cell -> Bool? in
                let range = CellReader.trim(cell).range
                guard !range.isEmpty else { return nil }
                if !isFilled, TotalsWord.begins(cell[range]) { return true }
                isFilled = true
                return sumFields.contains(field) && cell[range].allSatisfy(TotalsWord.occursInSum) ? nil : false
            }
            if let verdict { return verdict }
        }
        return isFilled
    }
}

/// How people write a row of totals.
enum TotalsWord {
    private static let words = ["totaal", "subtotaal", "eindtotaal", "sub-totaal", "total", "subtotal", "som"].map {
        Array($0.utf8)
    }

    /// Whether a sum can be written with `byte`: digits, blanks and what stands between and before them, also `€` in UTF-8.
    static func occursInSum(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x20, 0x25, 0x27, 0x2c, 0x2d, 0x2e, 0xe2, 0x82, 0xac, 0xc2, 0xa0: true
        default: false
        }
    }

    /// Whether `cell` is one of the words, or one with a blank, a colon or a digit behind it.
    static func begins(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = cell.first, [0x74, 0x73, 0x65].contains(first | 0x20) else { return false }
        return words.contains { word in
            guard cell.count >= word.count, zip(cell, word).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { return false }
            let next = cell.dropFirst(word.count).first
            return next.map { $0 == 0x20 || $0 == 0x3a || $0 == 0xc2 } ?? true
        }
    }
}
