import Assessments
import Rules
import SocialReturnModel
import Spreadsheets

/// The figures of this period for each contract, and the chart beside them.
extension SummarySheet {
    /// The cell of a figure, as formulas on this sheet write it.
    func figureCell(_ column: SummaryLayout.FigureColumn, _ row: Int) -> String {
        CellReference(row: row, column: layout.position(column)).absolute
    }

    func writeFigures() throws {
        try page.sheet.rowHeight(20, row: layout.figureSection)
        try page.text(
            page.words("Inzet in deze periode", "Placements in this period"), layout.figureSection,
            layout.position(.contract as SummaryLayout.FigureColumn), PageStyle.section)
        try page.sheet.rowHeight(Self.headingHeight, row: layout.figureHeading)
        for column in SummaryLayout.FigureColumn.allCases {
            let isNumber = column.rawValue >= SummaryLayout.FigureColumn.persons.rawValue
            try page.text(
                heading(column)[language], layout.figureHeading, layout.position(column),
                isNumber ? PageStyle.numberHeading : PageStyle.heading)
        }
        for (position, contract) in summary.contracts.prefix(layout.contractCount).enumerated() {
            try write(contract, layout.row(ofContract: position))
        }
        try writeTotals()
        try writePermanentWork()
    }

    /// Who came into permanent work, and whether they stayed: the form of a contract and an outcome are two facts.
    private func writePermanentWork() throws {
        let totals = summary.totals
        let work = totals.permanentWork
        guard totals.openEndedPlacements + work.became + work.afterSixMonths.known > 0 else { return }
        try page.text(
            page.words("Vast werk: ", "Permanent work: ") + PermanentWorkWords(totals, language).text,
            layout.permanentRow,
            layout.position(.contract as SummaryLayout.FigureColumn), PageStyle.text)
    }

    /// Three lines: `Fte laatste dag` is wider than its figures.
    private static let headingHeight = 44.0

    private func heading(_ column: SummaryLayout.FigureColumn) -> Text {
        switch column {
        case .contract: Text(nl: "Contract", en: "Contract")
        case .start: Text(nl: "Loopt van", en: "Runs from")
        case .end: Text(nl: "tot en met", en: "through")
        case .persons: Text(nl: "Personen", en: "Persons")
        case .averageFTE: Text(nl: "Fte gemiddeld", en: "FTE average")
        case .lastDayFTE: Text(nl: "Fte laatste dag", en: "FTE last day")
        case .hours: Text(nl: "Uren", en: "Hours")
        case .purchases: Text(nl: "Soc. inkoop", en: "Purchases")
        case .activities: Text(nl: "Activiteit", en: "Activities")
        }
    }

    private func write(_ contract: ContractSummary, _ row: Int) throws {
        let cell = figureCell(.contract, row)
        try page.sheet.rowHeight(18, row: row)
        try page.text(
            report.text(contract.id), row, layout.position(.contract as SummaryLayout.FigureColumn), PageStyle.text)
        try page.day(contract.contract?.start, row, layout.position(.start))
        try page.day(contract.contract?.end, row, layout.position(.end))
        let totals = contract.totals
        try write(
            (
                formulas.persons(totals, cell), formulas.fte(totals, .average, cell),
                formulas.fte(totals, .lastDay, cell), formulas.hours(totals, cell),
                formulas.purchases(totals, cell), formulas.activities(totals, cell)
            ), row, totals
        ) { $0 }
    }

    private func writeTotals() throws {
        let row = layout.totalRow
        let total = { (style: Style) in
            style.with {
                $0.isBold = true
                $0.border = Border(top: .thin, color: Palette.ribbonBlue)
            }
        }
        try page.sheet.rowHeight(20, row: row)
        let first = layout.position(.contract as SummaryLayout.FigureColumn)
        try page.text(page.words("Hele inzending", "Whole submission"), row, first, total(PageStyle.text))
        try page.blanks(row, [first + 1, first + 2], total(PageStyle.text))
        let totals = summary.totals
        try write(
            (
                formulas.persons, formulas.fte(.average), formulas.fte(.lastDay), formulas.hours, formulas.purchases,
                formulas.activities
            ), row, totals, total)
    }

    private func write(
        _ figures: (
            persons: Figure, averageFTE: Figure, lastDayFTE: Figure, hours: Figure, purchases: Figure,
            activities: Figure
        ), _ row: Int, _ totals: PeriodTotals, _ style: (Style) -> Style
    ) throws {
        try page.figure(figures.persons, row, layout.position(.persons), style(PageStyle.count))
        let unknownFTE = totals.placements > 0 && totals.placementsWithoutFTE == totals.placements
        for (column, figure) in [
            (SummaryLayout.FigureColumn.averageFTE, figures.averageFTE), (.lastDayFTE, figures.lastDayFTE),
        ] {
            try write(figure, "#,##0.00", isUnknown: unknownFTE, row, column, style)
        }
        try write(
            figures.hours, "#,##0.0",
            isUnknown: totals.placements > 0 && totals.placementsWithoutHours == totals.placements, row, .hours, style)
        try page.figure(figures.purchases, row, layout.position(.purchases), style(PageStyle.number(UnitFormat.euros)))
        try page.figure(figures.activities, row, layout.position(.activities), style(PageStyle.count))
    }

    /// A figure, or the word that nobody knows it: unknown is not nothing.
    private func write(
        _ figure: Figure, _ format: String, isUnknown: Bool, _ row: Int, _ column: SummaryLayout.FigureColumn,
        _ style: (Style) -> Style
    ) throws {
        guard isUnknown else {
            return try page.figure(figure, row, layout.position(column), style(PageStyle.number(format)))
        }
        try page.text(page.words("onbekend", "unknown"), row, layout.position(column), style(PageStyle.words))
    }

    // MARK: - Chart

    /// How many rows the chart covers, below the figures: enough for a title, a legend, and two bars a line.
    var chartRows: Int {
        guard !chartLines.isEmpty else { return 0 }
        let needed = min(400, 85 + 22 * Double(layout.lines.count))
        return Int((needed / Self.plainRowHeight).rounded(.up))
    }

    /// The height of a row that nobody set, in points, as programs make it for the font.
    private static let plainRowHeight = 12.75

    /// libxlsxwriter ties a chart to the cell where it would end if all rows were this high, in pixels: rows that were written
    /// are in a file already.
    private static let assumedRowPixels = 20

    /// With more lines than this the numbers at the bars would stand on each other; the table has them all.
    private static let mostLabelledLines = 4

    /// The lines with something to draw.
    private var chartLines: [Int] {
        layout.lines.indices.filter {
            goal(layout.lines[$0])?.share != nil && summary.contracts[layout.lines[$0].contract].elapsed != nil
        }
    }

    func writeChart() throws {
        guard !chartLines.isEmpty else { return }
        let rows = layout.row(ofLine: 0)...layout.row(ofLine: layout.lines.count - 1)
        let names = layout.lines.map { report.text(summary.contracts[$0.contract].id) }
        let shares = layout.lines.map { goal($0)?.share ?? 0 }
        let elapsed = layout.lines.map { summary.contracts[$0.contract].elapsed ?? 0 }
        let series = { (name: String, column: SummaryLayout.Column, color: Color, values: [Double]) in
            Chart.Series(
                name: name, sheet: page.sheet.name, values: CellRange(rows: rows, column: layout.position(column)),
                categories: CellRange(rows: rows, column: 0), color: color, cachedValues: values,
                cachedCategories: names)
        }
        var chart = Chart(
            .bars,
            title: page.words("Behaald tegenover verstreken looptijd", "Achieved against the term that has passed"),
            description: chartDescription,
            series: [
                series(page.words("Behaald", "Achieved"), .share, Palette.darkBlue, shares),
                series(page.words("Looptijd voorbij", "Term passed"), .elapsed, Color(0xB4BDC7), elapsed),
            ])
        chart.valueFormat = "0%"
        chart.valueRange = 0...min(2, max(1, ((shares.max() ?? 0) * 5).rounded(.up) / 5))
        chart.showsValues = layout.lines.count <= Self.mostLabelledLines
        chart.width = Int(layout.columns.prefix(6).reduce(0) { $0 + 8 * layout.width($1) + 5 }) - 16
        chart.height = chartRows * Self.assumedRowPixels
        try page.sheet.chart(chart, row: layout.chartRow, column: 0)
    }

    /// The chart in words, for who cannot see it.
    private var chartDescription: String {
        let percent = { (share: Double) in "\(Int(shown: 100 * share))%" }
        let parts = chartLines.map { line in
            let contract = summary.contracts[layout.lines[line].contract]
            let achieved = percent(goal(layout.lines[line])?.share ?? 0)
            let passed = percent(contract.elapsed ?? 0)
            return page.words(
                "\(report.text(contract.id)): \(achieved) behaald, \(passed) van de looptijd voorbij",
                "\(report.text(contract.id)): \(achieved) achieved, \(passed) of the term passed")
        }
        let start = page.words(
            "Staafdiagram, cijfers in de tabel per contract. ", "Bar chart, figures in the table of contracts. ")
        return start + parts.joined(separator: "; ") + "."
    }
}
