import DelimitedText
import SocialReturnModel

/// What the covers of a delivery's workbooks say of who reports and on which period.
struct CoverKeys {
    /// A supplier and a period, as they are written where they cannot be read.
    private struct Key: Hashable {
        let supplier: String
        let period: String
    }

    private var keys: [String: Key] = [:]

    /// Takes a light look at the covers among `grids`.
    init(_ grids: [Grid]) {
        for grid in grids where grid.sheet != nil && grid.correction == nil {
            guard let region = grid.regions.first, region.table == .cover, region.header >= 0,
                keys[grid.file.shownName] == nil,
                let record = region.records.first(where: { $0 < grid.cells.recordCount && !grid.cells.isBlank($0) })
            else { continue }
            let supplier = grid.text(of: Cover.table.index(of: \.supplierKvK), record) { cell in
                CellReader.kvk(cell).value.map { "\($0)" }
            }
            let period = grid.text(of: Cover.table.index(of: \.period), record) { cell in
                CellReader.period(cell).value.map { "\($0)" }
            }
            keys[grid.file.shownName] = Key(supplier: supplier, period: period)
        }
    }

    /// Whether the files called `names` have covers of one supplier and period, as far as they have any.
    func agree(_ names: [String]) -> Bool { Set(names.compactMap { keys[$0] }).count <= 1 }
}

extension Grid {
    /// What `read` makes of the value under the heading of a column of the cover in `record`, or else the value as it is written; empty where there
    /// is no such heading.
    fileprivate func text(of column: Int, _ record: Int, _ read: (UnsafeBufferPointer<UInt8>) -> String?) -> String {
        guard let field = field(ofCover: column, below: regions[0].header) else { return "" }
        return cells.withTrimmedCell(record, field) { read($0) ?? String(decoding: $0, as: UTF8.self) }
    }
}
