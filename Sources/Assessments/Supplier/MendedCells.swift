import Intake
import Rules
import SocialReturnModel

/// What the supplier corrected since the delivery before, as far as nothing is found there any more: what a letter gives thanks for.
public struct MendedCells: Sendable {
    /// The corrected columns by sheet, each with the number of cells, in the order of the tables and then of their first cell.
    public private(set) var columns: [(sheet: String, column: String, count: Int)] = []
    /// How many rows were filled in on a sheet that had none of them.
    public private(set) var added: [(sheet: String, count: Int)] = []

    /// How many columns a sentence names.
    private static let named = 4

    /// What was corrected in `assessment`, of which the supplier reads `view`.
    public init(_ assessment: Assessment, _ view: SupplierView) {
        guard let corrections = assessment.submission.corrections else { return }
        var open: Set<Cell> = []
        for position in view.findings {
            let finding = assessment.findings.all[position]
            guard finding.place.isInRow, let source = assessment.submission.source(of: finding.place.table) else {
                continue
            }
            let column = source.field(of: finding.place.column).flatMap { field in
                source.headerRecord >= 0 ? source.cells.text(source.headerRecord, field) : nil
            }
            open.insert(
                Cell(
                    table: finding.place.table, row: source.cells.row(of: Int(finding.place.record)),
                    column: column ?? ""))
        }
        for change in corrections.changes {
            let sheet = AllTables.facts(change.table).sheetName
            switch change.kind {
            case .cellEdited, .correctionApplied:
                guard let row = change.newRow, let column = change.column,
                    !open.contains(Cell(table: change.table, row: row, column: column))
                else { continue }
                if let known = columns.firstIndex(where: { $0.sheet == sheet && $0.column == column }) {
                    columns[known].count += 1
                } else {
                    columns.append((sheet, column, 1))
                }
            case .rowAdded:
                if let known = added.firstIndex(where: { $0.sheet == sheet }) {
                    added[known].count += 1
                } else {
                    added.append((sheet, 1))
                }
            case .markedAsCorrection, .headingEdited, .columnRemoved, .rowRemoved: continue
            }
        }
    }

    private struct Cell: Hashable {
        let table: TableID
        let row: Int
        let column: String
    }

    /// Thanks for it, by name; nil where nothing was corrected.
    public var thanks: Text? {
        guard !columns.isEmpty || !added.isEmpty else { return nil }
        return Text(
            nl: "Dank u wel voor uw verbeteringen: \(list(.dutch)).",
            en: "Thank you for your corrections: \(list(.english)).")
    }

    private func list(_ language: Language) -> String {
        func words(_ nl: String, _ en: String) -> String { language == .dutch ? nl : en }
        var parts = columns.map { item in
            let count =
                item.count == 1 ? words("1 cel", "1 cell") : words("\(item.count) cellen", "\(item.count) cells")
            return words("\(item.column) op blad \(item.sheet)", "\(item.column) on sheet \(item.sheet)")
                + " (\(count))"
        }
        parts += added.map { item in
            item.count == 1
                ? words("een nieuwe rij op blad \(item.sheet)", "a new row on sheet \(item.sheet)")
                : words(
                    "\(item.count) nieuwe rijen op blad \(item.sheet)", "\(item.count) new rows on sheet \(item.sheet)")
        }
        let rest = parts.count - Self.named
        if rest > 0 {
            parts = parts.prefix(Self.named) + [words("en nog \(rest) andere", "and \(rest) more")]
            return parts.joined(separator: ", ")
        }
        guard parts.count > 1, let last = parts.last else { return parts.joined() }
        return parts.dropLast().joined(separator: ", ") + words(" en ", " and ") + last
    }
}
