import DelimitedText
import SocialReturnModel

/// Which row of the first delivery each record of a sheet is: by the number beside it, or where that column is gone by what stands in it.
struct MatchedRows {
    /// The rows that were delivered, ascending.
    let rows: [Int]
    private let sheet: DelimitedTable
    /// The column with the numbers; nil where it is gone.
    private let column: Int?
    private let first: OriginalSubmission?
    private let name: String
    private var rowOfRecord: [Int: Int] = [:]

    init(
        _ sheet: DelimitedTable, _ header: Int, _ layout: CorrectedSheet.Layout, _ first: OriginalSubmission?,
        named name: String
    ) {
        self.sheet = sheet
        self.first = first
        self.name = name
        column = layout.row
        rows = first?.rows(of: name) ?? []
        guard column == nil, !rows.isEmpty else { return }
        let records = header + 1..<max(sheet.recordCount, header + 1)
        match(records, by: layout.fields)
        match(records, by: layout.fields.filter { $0.delivered == 0 })
    }

    /// Matches the records that are free with the rows that are free and have the same in all of `fields`, in their order.
    private mutating func match(
        _ records: Range<Int>, by fields: [CorrectedSheet.Layout.Field]
    ) {
        let fields = fields.filter { $0.delivered != nil }
        guard let first, !fields.isEmpty else { return }
        let taken = Set(rowOfRecord.values)
        var free: [[String]: [Int]] = [:]
        for row in rows.reversed() where !taken.contains(row) {
            guard let record = first.record(name, row: row) else { continue }
            free[fields.map { record.text($0.delivered ?? 0) }, default: []].append(row)
        }
        for record in records where rowOfRecord[record] == nil && !sheet.isBlank(record) {
            rowOfRecord[record] = free[fields.map { sheet.text(record, $0.column) }]?.popLast()
        }
    }

    /// Whether the first delivery is known.
    var isKnown: Bool { first != nil }

    /// Whether `cells`, the filled ones of a row by folded heading, are what was made ready for the supplier, and no more.
    func isProposal(_ cells: [String: String]) -> Bool { first?.isProposal(cells, on: name) ?? false }

    /// What `record` was in the first delivery; nil for a row that was added.
    func record(of record: Int) -> DeliveredRecord? {
        let row = column.map { Int(sheet.text(record, $0).trimmingBlanks) } ?? rowOfRecord[record]
        return row.flatMap { first?.record(name, row: $0) }
    }
}
