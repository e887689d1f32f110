import Consolidations
import SocialReturnModel
import Spreadsheets

/// The tables below the charts, and the charts that draw them.
extension DashboardSheet {
    /// A line of a table: its key and name, and a cell for each figure.
    struct BlockLine {
        let key: String
        let name: String
        let target: LinkTarget?
        let cells: [Cell]
        /// What the chart draws, by column; nothing where a figure is hidden.
        let numbers: [Double]
    }

    /// A table with its chart.
    struct Block {
        let title: Text
        /// The heading of its first column.
        let keyHeading: Text
        let lines: [BlockLine]
        /// How many more lines the sheet has that the table comes from.
        let more: Int
        let kind: Chart.Kind
        /// Whether the chart names its bars by the second column.
        let usesNames: Bool
    }

    private static let keys = [
        "verplichting", "gerealiseerd", "nog_te_doen", "personen", "fte", "uren", "vast_werk", "contracten",
    ]
    private static let formats = [
        UnitFormat.euros, UnitFormat.euros, UnitFormat.euros, "#,##0", "#,##0.0", "#,##0", "#,##0", "#,##0",
    ]

    /// Writes the tables from `first` on and their charts from `chartRow` on; gives the last row.
    func writeBlocks(from first: Int, chartRow: Int) throws -> Int {
        var row = first
        for (number, block) in blocks.enumerated() {
            let lines = try write(block, from: row)
            if let lines {
                try chart(
                    block, lines, row: chartRow + number / 2 * (Self.chartRows + 1), column: number % 2 * 4)
            }
            row += max(1, block.lines.count) + (block.more > 0 ? 1 : 0) + 3
        }
        return row - 2
    }

    private var blocks: [Block] {
        return [
            aggregates(
                Text(nl: "Per categorie", en: "By category"), Text(nl: "Categorie", en: "Category"), .categories,
                overview.categories),
            aggregates(
                Text(nl: "Per opdrachtgever", en: "By client"), Text(nl: "Opdrachtgever", en: "Client"), .clients,
                overview.clients),
            groups, periods,
        ]
    }

    /// The lines with the largest obligation, then the most persons.
    private func aggregates(
        _ title: Text, _ keyHeading: Text, _ sheet: MinistrySheet, _ lines: [AggregateLine]
    ) -> Block {
        let extent = ministry.extents[sheet]
        let sizes = lines.map { ($0.agreed ?? .zero, $0.contracts.count) }
        let order = lines.indices.sorted {
            (sizes[$1].0, sizes[$1].1, $0) < (sizes[$0].0, sizes[$0].1, $1)
        }.prefix(Self.mostLines)
        let shown = order.map { index -> BlockLine in
            let line = lines[index]
            let money = [line.agreed, line.realised, line.toDo].enumerated().map { column, amount -> Cell in
                guard let amount else { return .empty }
                return reference(extent, Self.keys[column], index, .scaled(amount.rawValue, decimals: 2))
            }
            let figures = [FigureKind.persons, .fte, .hours, .permanentJobs].map { kind -> Cell in
                figure(kind, line.figures, extent, index)
            }
            let count = reference(extent, "contracten", index, .number(Double(line.contracts.count)))
            let cells = money + figures + [count]
            return BlockLine(
                key: Ministry.key(line.key), name: line.name,
                target: extent?.target(line: index, showing: extent?.columns.first), cells: cells,
                numbers: cells.map(\.chartNumber))
        }
        return Block(
            title: title, keyHeading: keyHeading, lines: shown, more: lines.count - shown.count, kind: .stackedBars,
            usesNames: false)
    }

    private func figure(_ kind: FigureKind, _ figures: Figures, _ extent: SheetRange?, _ line: Int) -> Cell {
        guard let value = kind.raw(figures) else { return kind.plain(nil, ministry) }
        return reference(extent, kind.key, line, .scaled(value, decimals: kind.decimals))
    }

    private func reference(_ extent: SheetRange?, _ key: String, _ line: Int, _ cached: CachedValue) -> Cell {
        guard let reference = extent?.reference(key, line: line) else { return .empty }
        return .formula(reference, cached)
    }

    /// The figures of placements, in the order of the columns.
    private static let sliceKinds = [
        FigureKind.placements, .value, .permanentContracts, .persons, .fte, .hours, .permanentJobs,
    ]
    private static let sliceFormats = ["#,##0", UnitFormat.euros] + Array(repeating: "#,##0", count: 2) + formats[4...]

    private var groups: Block {
        let extent = ministry.extents[.targetGroups]
        let order = overview.groups.indices.sorted {
            (overview.groups[$1].figures.hours ?? .zero, $0)
                < (overview.groups[$0].figures.hours ?? .zero, $1)
        }.prefix(Self.mostLines)
        let lines = order.sorted().map { index -> BlockLine in
            let line = overview.groups[index]
            let cells = Self.sliceKinds.map { kind in
                figure(kind, line.figures, extent, index)
            }
            return BlockLine(
                key: Ministry.key(line.key), name: Ministry.groupName(line.key, language),
                target: extent?.target(line: index, showing: "code"), cells: cells, numbers: cells.map(\.chartNumber))
        }
        return Block(
            title: Text(nl: "Per doelgroep", en: "By target group"), keyHeading: Text(nl: "Code", en: "Code"),
            lines: lines,
            more: overview.groups.count - lines.count, kind: .bars, usesNames: true)
    }

    /// The last periods, in order.
    private var periods: Block {
        let first = max(0, overview.periods.count - Self.mostLines)
        let lines = overview.periods.indices.dropFirst(first).map { index -> BlockLine in
            let line = overview.periods[index]
            let positions = overview.placements.indices.filter {
                overview.placements[$0].period.description == line.key
            }
            let cells = Self.sliceKinds.map { kind in
                kind.cell(
                    line.figures, ministry,
                    sumOf: SummedLines(
                        sheet: .placements, lines: positions, figures: { overview.placements[$0].figures },
                        matches: [("periode", "\"\(line.key)\"")], comparers: overview.periods.count))
            }
            return BlockLine(key: line.key, name: "", target: nil, cells: cells, numbers: cells.map(\.chartNumber))
        }
        return Block(
            title: Text(nl: "Per periode", en: "By period"), keyHeading: Text(nl: "Periode", en: "Period"),
            lines: lines, more: first,
            kind: .columns, usesNames: false)
    }

    /// Writes a table; gives the rows of its lines, nil where there are none.
    private func write(_ block: Block, from row: Int) throws -> ClosedRange<Int>? {
        try page.sheet.rowHeight(20, row: row)
        try page.text(block.title[language], row, 0, PageStyle.section)
        try page.sheet.rowHeight(32, row: row + 1)
        let isAggregate = block.kind == .stackedBars
        let figures =
            isAggregate
            ? [
                Text(nl: "Verplichting", en: "Obligation"), Text(nl: "Gerealiseerd", en: "Realised"),
                Text(nl: "Nog te doen", en: "Still to do"),
            ] + [FigureKind.persons, .fte, .hours, .permanentJobs].map(\.heading) + [
                Text(nl: "Contracten", en: "Contracts")
            ] : Self.sliceKinds.map(\.heading)
        let formats = isAggregate ? Self.formats : Self.sliceFormats
        let headings = [block.keyHeading, Text(nl: "Naam", en: "Name")] + figures
        for (column, heading) in headings.enumerated() {
            try page.text(heading[language], row + 1, column, column < 2 ? PageStyle.heading : PageStyle.numberHeading)
        }
        guard !block.lines.isEmpty else {
            try page.text(page.words("Geen rijen.", "No rows."), row + 2, 0, PageStyle.text)
            return nil
        }
        for (number, line) in block.lines.enumerated() {
            let here = row + 2 + number
            try page.sheet.rowHeight(18, row: here)
            try page.link(line.key, to: line.target, here, 0)
            try page.text(line.name, here, 1, PageStyle.text)
            for (column, cell) in line.cells.enumerated() {
                let isWords = cell.shownText != nil
                try put(cell, here, column + 2, isWords ? PageStyle.words : PageStyle.number(formats[column]))
            }
        }
        let end = row + 2 + block.lines.count
        if block.more > 0 {
            try page.text(
                page.words("en nog \(block.more), op het blad zelf", "and \(block.more) more, on the sheet itself"),
                end, 0,
                PageStyle.subtitle)
        }
        return row + 2...end - 1
    }
}

extension Cell {
    /// What a chart draws of the cell: nothing for words.
    fileprivate var chartNumber: Double {
        switch content {
        case .formula(_, .number(let value)), .number(let value): value
        case .decimal(let value, let decimals):
            (0..<decimals).reduce(Double(value)) { value, _ in value / 10 }
        default: 0
        }
    }
}
