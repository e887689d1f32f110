import DelimitedText
import SocialReturnModel

/// Which row of the first delivery each record of a sheet is: by the number beside it, or where that column is gone by what stands in it.
struct MatchedRows {
    /// The rows that were delivered, in their order.
    let rows: [RowLabel]
    private let sheet: DelimitedTable
    /// The records below the headings.
    private let records: Range<Int>
    /// The column with the numbers; nil where it is gone.
    private let column: Int?
    private let first: OriginalSubmission?
    private let name: String
    private var rowOfRecord: [Int: RowLabel] = [:]
    /// The rows whose number stands beside a record.
    private var labelled: Set<RowLabel> = []

    init(
        _ sheet: DelimitedTable, _ header: Int, _ layout: CorrectedSheet.Layout, _ first: OriginalSubmission?,
        named name: String
    ) {
        self.sheet = sheet
        self.first = first
        self.name = name
        column = layout.row
        records = header + 1..<max(sheet.recordCount, header + 1)
        rows = first?.rows(of: name) ?? []
        guard !rows.isEmpty else { return }
        let withoutNumber = records.filter { record in column.map { sheet.isBlank(record, $0) } ?? true }
        guard !withoutNumber.isEmpty else { return }
        if let column {
            // Somebody emptied the number of some rows: those of the others are taken.
            labelled = Set(records.compactMap { RowLabel(sheet.text($0, column)) })
        }
        match(withoutNumber, by: layout.fields)
        match(withoutNumber, by: layout.fields.filter { $0.delivered == 0 })
    }

    /// Matches the records that are free with the rows that are free and have the same in all of `fields`, in their order.
    private mutating func match(_ records: [Int], by fields: [CorrectedSheet.Layout.Field]) {
        let fields = fields.filter { $0.delivered != nil }
        guard let first, !fields.isEmpty else { return }
        let taken = labelled.union(rowOfRecord.values)
        var free: [[String]: [RowLabel]] = [:]
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
        row(of: record).flatMap { first?.record(name, row: $0) }
    }

    private func row(of record: Int) -> RowLabel? {
        column.flatMap { RowLabel(sheet.text(record, $0)) } ?? rowOfRecord[record]
    }

    /// The records below the headings in the order in which their rows were delivered, then those that were made ready, then what was added;
    /// nil when they stand in that order. Who sorts a sheet sends the same report.
    func orderOfDelivery() -> [Int]? {
        let positions = Dictionary(rows.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let places = records.map { record -> Int in
            // Without the hidden sheet the numbers themselves tell the order.
            if let row = row(of: record), let place = isKnown ? positions[row] : row.number { return place }
            let label = column.flatMap { OriginalSubmissionForm.numberOfNewRow(sheet.text(record, $0)) }
            return label.map { DeliveryLimits.standard.rows + min(max($0, 0), records.count) } ?? .max
        }
        guard zip(places, places.dropFirst()).contains(where: { $0 > $1 }) else { return nil }
        return zip(places, records).sorted { $0 < $1 }.map(\.1)
    }
}
