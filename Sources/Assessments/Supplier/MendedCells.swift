import Intake
import Plumbing
import Rules
import SocialReturnModel

/// What the supplier corrected since the delivery before, as far as nothing is found there any more: what a letter gives thanks for.
public struct MendedCells: Sendable {
    /// The corrected columns by sheet, each with the number of cells, in the order of the tables and then of their first cell.
    public private(set) var columns: [(sheet: String, column: String, count: Int)] = []
    /// What else was done on a sheet, in the order in which it is first met.
    public enum Deed: Sendable, Hashable {
        /// Rows filled in that were not delivered before.
        case rowsAdded
        /// Rows taken out.
        case rowsRemoved
        /// Headings written otherwise.
        case headingsChanged
        /// Columns taken out.
        case columnsRemoved
    }
    /// How many rows, headings or columns each deed concerned, by sheet.
    public private(set) var deeds: [(sheet: String, deed: Deed, count: Int)] = []
    /// How many answers came with it, which go to the contract manager.
    public private(set) var answers = 0

    /// How many columns a sentence names.
    private static let named = 4

    /// What was corrected in `assessment`, of which the supplier reads `view`.
    public init(_ assessment: Assessment, _ view: SupplierView) {
        guard let corrections = assessment.submission.corrections else { return }
        answers = assessment.submission.answers.count
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
            case .rowAdded: note(.rowsAdded, sheet)
            case .rowRemoved: note(.rowsRemoved, sheet)
            case .headingEdited: note(.headingsChanged, sheet)
            case .columnRemoved: note(.columnsRemoved, sheet)
            case .markedAsCorrection: continue
            }
        }
    }

    private mutating func note(_ deed: Deed, _ sheet: String) {
        if let known = deeds.firstIndex(where: { $0.sheet == sheet && $0.deed == deed }) {
            deeds[known].count += 1
        } else {
            deeds.append((sheet, deed, 1))
        }
    }

    private struct Cell: Hashable {
        let table: TableID
        let row: Int
        let column: String
    }

    /// Thanks for it, by name; nil where nothing was corrected or answered.
    public var thanks: Text? {
        let forAnswers =
            answers == 1
            ? Text(
                nl: "Dank u wel voor uw antwoord. Uw contractmanager leest het.",
                en: "Thank you for your answer. Your contract manager reads it.")
            : Text(
                nl: "Dank u wel voor uw \(answers) antwoorden. Uw contractmanager leest ze.",
                en: "Thank you for your \(answers) answers. Your contract manager reads them.")
        guard !columns.isEmpty || !deeds.isEmpty else { return answers > 0 ? forAnswers : nil }
        let rest = answers > 0 ? (nl: " " + forAnswers.nl, en: " " + forAnswers.en) : ("", "")
        return Text(
            nl: "Dank u wel voor uw verbeteringen: \(list(.dutch)).\(rest.0)",
            en: "Thank you for your corrections: \(list(.english)).\(rest.1)")
    }

    private func words(_ deed: Deed, _ count: Int, _ sheet: String) -> Text {
        let (one, more) =
            switch deed {
            case .rowsAdded: (Text(nl: "een nieuwe rij", en: "a new row"), Text(nl: "nieuwe rijen", en: "new rows"))
            case .rowsRemoved:
                (Text(nl: "een rij minder", en: "a row fewer"), Text(nl: "rijen minder", en: "rows fewer"))
            case .headingsChanged: (Text(nl: "een kop", en: "a heading"), Text(nl: "koppen", en: "headings"))
            case .columnsRemoved:
                (Text(nl: "een kolom minder", en: "a column fewer"), Text(nl: "kolommen minder", en: "columns fewer"))
            }
        return Text(
            nl: (count == 1 ? one.nl : "\(count) \(more.nl)") + " op blad \(sheet)",
            en: (count == 1 ? one.en : "\(count) \(more.en)") + " on sheet \(sheet)")
    }

    private func list(_ language: Language) -> String {
        func words(_ nl: String, _ en: String) -> String { language == .dutch ? nl : en }
        var parts = columns.map { item in
            let count =
                item.count == 1 ? words("1 cel", "1 cell") : words("\(item.count) cellen", "\(item.count) cells")
            return words("\(item.column) op blad \(item.sheet)", "\(item.column) on sheet \(item.sheet)")
                + " (\(count))"
        }
        parts += deeds.map { self.words($0.deed, $0.count, $0.sheet)[language] }
        let rest = parts.count - Self.named
        if rest > 0 {
            parts = parts.prefix(Self.named) + [words("en nog \(rest) andere", "and \(rest) more")]
            return parts.joined(separator: ", ")
        }
        return parts.inSentence(with: words("en", "and"))
    }
}
