import DelimitedText
import SocialReturnModel

extension Corrections {
    /// The delivery before, and no changes yet.
    init(since first: OriginalSubmission) {
        submission = first.submission
        files = first.files.map { File(name: $0.name, sha256: $0.sha256) }
        earlier = first.earlier.map { File(name: $0.name, sha256: $0.digest) }
        earlierChanges = first.changes
    }

    /// The rows of a sheet that is gone, with their texts as far as they may be shown.
    static func removals(_ correction: SheetChanges, of table: TableID, _ known: KnownOrganisations) -> [Change] {
        let old = DeliveredRows(correction, AllTables.facts(table), known)
        return correction.changes.compactMap { change in
            change.delivered.map {
                Change(
                    kind: change.kind, table: table, row: $0.row.number, newRow: nil, column: nil,
                    old: old.text(row: $0.row),
                    new: "")
            }
        }
    }

    /// The changes on one sheet, with their texts as far as they may be shown: refused values are masked in `source`.
    static func changes(
        _ correction: SheetChanges, in source: SourceTable, _ known: KnownOrganisations
    ) -> [Change] {
        let pending = correction.changes
        let old = DeliveredRows(correction, source.facts, known)
        return pending.map { change in
            let isWholeRow = change.kind == .rowRemoved || change.kind == .rowAdded
            let delivered = change.delivered.map {
                isWholeRow ? old.text(row: $0.row) : old.text(row: $0.row, $0.field)
            }
            let heading =
                change.field.map { source.cells.text(source.headerRecord, $0) } ?? (isWholeRow ? nil : delivered)
            let new = change.record.map { record in
                change.field.map { source.cells.text(record, $0) } ?? source.recordText(Int32(clamping: record))
            }
            return Change(
                kind: change.kind, table: source.id, row: change.delivered?.row.number,
                newRow: change.record.map { source.cells.row(of: $0) }, column: heading, old: delivered ?? "",
                new: new ?? "")
        }
    }
}

/// The rows of the first delivery that were changed, with refused values masked: what stands in a hidden sheet can be edited too.
private struct DeliveredRows {
    private var source: SourceTable?
    private var records: [RowLabel: Int] = [:]

    init(
        _ correction: SheetChanges, _ facts: TableFacts, _ known: KnownOrganisations
    ) {
        let (first, sheet) = (correction.first, correction.sheet)
        guard let first, let headings = first.headings(of: sheet) else { return }
        var builder = TableBuilder()
        do throws(DelimitedTextError) {
            let changed = Set(correction.changes.compactMap { $0.delivered?.row })
            for row in [headings.row] + first.rows(of: sheet).filter(changed.contains) {
                guard let record = first.record(sheet, row: row) else { continue }
                for field in 0..<record.fieldCount { try builder.append(record.text(field)) }
                records[row] = records.count
                builder.endRecord(row: row.number)
            }
        } catch {
            // More text than a table holds: the changes are listed without what stood there.
            records = [:]
            return
        }
        let cells = builder.finish()
        let region = TableRegion.only(facts.id, in: cells)
        var source = SourceTable(
            cells, facts, region, HeadingMap(cells, facts, region), of: SourceFile(name: sheet, bytes: []), on: nil)
        _ = PrivacyMasking.mask(&source, known)
        self.source = source
    }

    func text(row: RowLabel) -> String {
        guard let source, let record = records[row] else { return "" }
        return source.recordText(Int32(clamping: record))
    }

    func text(row: RowLabel, _ field: Int?) -> String {
        guard let source, let record = records[row], let field else { return "" }
        return source.cells.text(record, field)
    }
}
