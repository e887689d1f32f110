import Intake
import Rules
import SocialReturnModel
import Spreadsheets
import Valuations

/// A placement on *Waardering*: its calculation beside what the supplier reported.
struct ValuedPlacementLine {
    /// The placement.
    let placement: Placement
    /// The row in the supplier's file.
    let row: Int
    /// What the placement counts for; nil where nothing could be valued.
    let valuation: PlacementValuation?
    /// What it brings to the full-time equivalents of its contract; nil where that is not known.
    let presence: Presence?
    /// The days of the period on which its contract runs; nil where it does not.
    let window: FTEWindow?
    /// The placement's own reference, and its contract.
    let id, contract: String
    /// The settings that the calculation used, with their origin.
    let settings: String
    /// The row of the sheet, from 1, as formulas write it.
    let sheetRow: Int
    /// The columns of the sheet.
    let columns: ValuationColumns

    /// The cell of a column on this line, as formulas write it: `H12`; nil for a column that the sheet does not have.
    func a1(_ column: ValuationColumn) -> String? { columns.letters(of: column).map { "\($0)\(sheetRow)" } }
}

/// The lines of *Waardering*, made one after the other; what a contract says is made once.
struct ValuationLines: Sequence, IteratorProtocol, Sendable {
    private let report: Report
    private let table: TableData<Placement>
    private let extent: SheetRange
    /// The columns of the sheet.
    let columns: ValuationColumns
    private var position = 0
    private var line = 0
    private var settings: [ObjectIdentifier: String] = [:]

    init?(_ report: Report) {
        guard let table = report.assessment.submission.placements, let extent = report.index.extents[.valuation] else {
            return nil
        }
        self.report = report
        self.table = table
        self.extent = extent
        columns = ValuationColumns(report.assessment)
    }

    mutating func next() -> ValuedPlacementLine? {
        while position < table.rows.count, table.isSetAside[position] { position += 1 }
        guard position < table.rows.count else { return nil }
        defer {
            position += 1
            line += 1
        }
        let placement = table.rows[position]
        let valuation = report.valuation(position)
        return ValuedPlacementLine(
            placement: placement, row: table.row(of: position), valuation: valuation,
            presence: report.presence(position),
            window: report.context.period.flatMap { FTEWindow(valuation?.terms?.contract, $0) },
            id: report.text(placement.id),
            contract: report.text(placement.contract), settings: valuation?.terms.map { settings(of: $0) } ?? "",
            sheetRow: extent.row(ofLine: line) + 1, columns: columns)
    }

    private mutating func settings(of terms: ContractTerms) -> String {
        if let known = settings[ObjectIdentifier(terms)] { return known }
        let text = terms.shortSettings(report.language)
        settings[ObjectIdentifier(terms)] = text
        return text
    }
}

extension ReportSheet {
    /// Beside the sheet of the placements.
    static let valuation = ReportSheet(
        "Waardering", at: 125,
        meaning: Text(
            nl: "De berekening per inzet, naast de opgave van de leverancier.",
            en: "The calculation for each placement, beside what the supplier reported."),
        count: { $0.assessment.submission.placements.map { $0.rows.count - $0.setAsideCount } },
        definition: { .valuation(ValuationColumns($0.assessment)) }, lines: { ValuationLines($0) })
}

extension SheetDefinition<ValuedPlacementLine> {
    /// The calculation of every placement.
    static func valuation(_ columns: ValuationColumns) -> SheetDefinition {
        SheetDefinition(
            name: ReportSheet.valuation.name, title: Text(nl: "Waardering", en: "Valuation"),
            explanation: Text(
                nl:
                    "Per inzet: waarmee is gerekend, wat eruit komt en wat de leverancier zelf opgaf. Fte, dagen, waarde en verschil zijn formules.",
                en:
                    "For each placement: what was calculated with, the result, and what the supplier reported. Fte, days, value and difference are formulas."
            ),
            frozenColumns: 2,
            closing: Text(
                nl: "Een lege waarde is geen nul: de uitleg zegt wat er ontbreekt om te rekenen.",
                en: "An empty value is no zero: the explanation says what is lacking for the calculation."),
            printedColumns: columns.all.count { $0.isPrinted },
            columns: columns.all.map { column in
                SheetColumn(column.heading, key: column.key, width: column.width, column.look) { line, language in
                    column.cell(line, language)
                }
            })
    }
}

extension ContractTerms {
    /// The settings of a calculation in short: `Volgens contract; dagen; per rij op centen; 36 uur voltijd (tabel)`. The sheet with
    /// settings says of each where it comes from.
    func shortSettings(_ language: Language) -> String {
        var parts = [method.value.name[language], yearBasis.value.name[language], rounding.value.name[language]]
        if let fullTimeHours {
            let hours = language == .dutch ? "uur voltijd" : "hours full time"
            parts.append("\(fullTimeHours.value.formatted(language)) \(hours) (\(fullTimeHours.origin.name[language]))")
        }
        return parts.joined(separator: "; ").lowercased()
    }
}
