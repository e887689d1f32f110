import SocialReturnModel

extension TableData {
    /// The rows among those at `indices`, ascending, in which every column holds the same as in an earlier one of them, columns that the
    /// file brings along included; each with the first of those that are the same.
    ///
    /// Values are compared as they were read, so that `6` and `6,0` are the same; what was not read, and text, as it was written without
    /// the blanks around it. One pass over the cells.
    public func sameRows(among indices: some Sequence<Int>) -> [(later: Int, first: Int)] {
        var firsts: [Int: Int] = [:]
        var found: [(later: Int, first: Int)] = []
        source.cells.withAllBytes { bytes in
            let reader = RowIdentity(table: self, bytes: bytes)
            for index in indices {
                let hash = reader.hash(of: index)
                guard let first = firsts[hash] else {
                    firsts[hash] = index
                    continue
                }
                if reader.isSame(first, index) { found.append((index, first)) }
            }
        }
        return found
    }
}

/// What a row says, cell by cell.
private struct RowIdentity<Row: TableRow> {
    let table: TableData<Row>
    let bytes: UnsafeBufferPointer<UInt8>
    private let columns = Row.table.columns

    init(table: TableData<Row>, bytes: UnsafeBufferPointer<UInt8>) {
        self.table = table
        self.bytes = bytes
    }

    /// A hash of all cells; it differs from one process to the next.
    func hash(of index: Int) -> Int {
        var hasher = Hasher()
        for column in columns.indices {
            if let value = value(index, column) {
                hasher.combine(value)
            } else {
                hasher.combine(bytes: UnsafeRawBufferPointer(written(index, field: table.source.fieldOfColumn[column])))
                hasher.combine(UInt8(0))
            }
        }
        for column in table.source.extraColumns {
            hasher.combine(bytes: UnsafeRawBufferPointer(written(index, field: column.field)))
            hasher.combine(UInt8(0))
        }
        return hasher.finalize()
    }

    /// Whether the two rows hold the same in every cell.
    func isSame(_ left: Int, _ right: Int) -> Bool {
        columns.indices.allSatisfy { column in
            let (one, other) = (value(left, column), value(right, column))
            guard one == nil, other == nil else { return one == other }
            let field = table.source.fieldOfColumn[column]
            return written(left, field: field).elementsEqual(written(right, field: field))
        }
            && table.source.extraColumns.allSatisfy {
                written(left, field: $0.field).elementsEqual(written(right, field: $0.field))
            }
    }

    /// What was read from a cell; nil for text, and where nothing was read.
    private func value(_ index: Int, _ column: Int) -> Value? {
        let row = table.rows[index]
        return switch columns[column].binding {
        case .text: nil
        case .identifier(let field): field.value(in: row).map { .number(Int64($0.rawValue)) }
        case .kvk(let field): field.value(in: row).map { .number(Int64($0.rawValue)) }
        case .day(let field): field.value(in: row).map { .number(Int64($0.daysSince1970)) }
        case .money(let field): field.value(in: row).map { .number($0.rawValue) }
        case .number(let field): field.value(in: row).map { .number($0.tenThousandths) }
        case .period(let field): field.value(in: row).map { .days($0) }
        case .code(_, let field): field.rawValue(in: row).map { .number(Int64($0)) }
        case .codes(_, let field): field.value(in: row) == 0 ? nil : .number(Int64(field.value(in: row)))
        }
    }

    private enum Value: Hashable {
        case number(Int64)
        case days(ReportingPeriod)
    }

    /// What stands in a field, without blanks at its ends; nothing for a field that the file does not have.
    private func written(_ index: Int, field: Int) -> UnsafeBufferPointer<UInt8> {
        guard field >= 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
        return CellReader.trimmed(
            UnsafeBufferPointer(rebasing: bytes[table.source.cells.range(Int(table.records[index]), field)]))
    }
}
