import Consolidations
import SocialReturnModel
import Spreadsheets

/// The charts, each of the table with the same title.
extension DashboardSheet {
    /// What a chart can draw, by the positions of the figures in a table; the first of which anything is shown is drawn.
    private enum Drawing: CaseIterable {
        case euros, persons, obligation

        var figures: [Int] {
            switch self {
            case .euros: [1, 2]
            case .persons: [3]
            case .obligation: [0]
            }
        }
    }

    /// Draws the table on `rows` at a place; where small groups hide everything a sentence stands there.
    func chart(_ block: Block, _ rows: ClosedRange<Int>, row: Int, column: Int) throws {
        let isAggregate = block.kind == .stackedBars
        let drawings: [Drawing] = isAggregate ? Drawing.allCases : [.persons]
        let drawing = drawings.first { drawing in
            block.lines.contains { line in drawing.figures.contains { line.numbers[$0] != 0 } }
        }
        guard let drawing else { return }
        let most = block.lines.map { line in drawing.figures.reduce(0) { $0 + line.numbers[$1] } }.max() ?? 0
        let isInMillions = drawing != .persons && most >= 2_000_000
        let names = block.lines.map { block.usesNames ? $0.name : $0.key }
        let colors = [Palette.darkBlue, Palette.paleBlue]
        var chart = Chart(
            drawing == .euros ? .stackedBars : isAggregate ? .bars : block.kind,
            title: "\(block.title[language]): \(drawing.figures.map(name).joined(separator: ", ").lowercased())"
                + (drawing == .persons ? "" : isInMillions ? page.words(" (mln €)", " (€ m)") : " (€)"),
            description: description(block, names, drawing),
            series: drawing.figures.enumerated().map { number, figure in
                Chart.Series(
                    name: name(figure), sheet: page.sheet.name, values: CellRange(rows: rows, column: figure + 2),
                    categories: CellRange(rows: rows, column: block.usesNames ? 1 : 0), color: colors[number],
                    cachedValues: block.lines.map { $0.numbers[figure] }, cachedCategories: names)
            })
        chart.showsValues = drawing != .euros
        chart.valueFormat = isInMillions ? "#,##0.0,," : "#,##0"
        chart.valueRange = 0...Self.end(ofAxisFor: chart.showsValues ? most * 1.1 : most)
        chart.legend = drawing == .euros ? .bottom : .none
        chart.width = 648
        chart.height = Self.chartRows * 20
        try page.sheet.chart(chart, row: row, column: column)
    }

    /// Where an axis from nothing ends: the first round number that is not below `most`.
    private static func end(ofAxisFor most: Double) -> Double {
        var unit = 1.0
        while unit * 10 < most { unit *= 10 }
        return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map { $0 * unit }.first { $0 >= most } ?? most
    }

    private func name(_ figure: Int) -> String {
        switch figure {
        case 0: page.words("Verplichting", "Obligation")
        case 1: page.words("Gerealiseerd", "Realised")
        case 2: page.words("Nog te doen", "Still to do")
        default: FigureKind.persons.heading[language]
        }
    }

    /// The chart in words, for who cannot see it.
    private func description(_ block: Block, _ names: [String], _ drawing: Drawing) -> String {
        let parts = zip(names, block.lines).map { name, line in
            let figures = drawing.figures.map { figure -> String in
                if let hidden = line.cells[figure].shownText { return hidden }
                let number = line.numbers[figure]
                return drawing == .persons
                    ? "\(Int(shown: number))" : Cents(Int64(Int(shown: number * 100))).formatted(language)
            }
            return "\(name): \(figures.joined(separator: ", "))"
        }
        let series = drawing.figures.map(self.name).joined(separator: ", ").lowercased()
        return page.words(
            "Staafdiagram van \(series), cijfers in de tabel eronder. ",
            "Bar chart of \(series), figures in the table below. ") + parts.joined(separator: "; ") + "."
    }
}
