import SocialReturnModel
import WorksheetReading

/// A figure of a workbook with all that it comes from, down to the rows that were delivered.
package struct TracedFigure: Sendable, Encodable {
    /// The sheet that it stands on.
    package let sheet: String
    /// Its cell or cells: `D17`, `U5:U10`.
    package let cells: String
    /// What it is called: the heading above it, and what the row is about; empty for nothing.
    package let label: String
    /// What it shows; nil for several cells.
    package let value: String?
    /// Its formula without `=`; nil for what is no formula.
    package let formula: String?
    /// How many rows the formula looks at, when it looks at several.
    package let rowsLookedAt: Int
    /// Whether the cells only tell which rows count.
    package let choosesRows: Bool
    /// How many of those rows count.
    package let rowsCounted: Int
    /// The rows that count in it, in the order of the sheet; none where the cells only tell which rows do.
    package let rows: [TracedRow]
    /// The figures that it is made of, in the order of its formula.
    package let inputs: [TracedFigure]
    /// Whether the figure was taken apart above already.
    package let isShownAbove: Bool
}

/// A row that counts in a figure.
package struct TracedRow: Sendable, Encodable {
    /// The row on the sheet, from 1.
    package let row: Int
    /// The file that the row was delivered in; nil where the workbook does not tell.
    package let file: String?
    /// The row in that file, as its own program counts; nil where the workbook does not tell.
    package let deliveredRow: String?
    /// What the row adds to the figure.
    package let value: String
    /// The formula of that value; nil for a value that was delivered.
    package let formula: String?
    /// Its cells with their headings.
    package let fields: [TracedField]
    /// The rules with something to say of the row.
    package let rules: [String]
    /// What its value is made of, where that is on other sheets.
    package let inputs: [TracedFigure]
}

/// A cell of a row.
package struct TracedField: Sendable, Encodable {
    /// The heading above it, or the letters of its column.
    package let heading: String
    /// What it shows.
    package let value: String
}

/// The way back from a figure of a workbook to what was delivered.
package struct FigureTrace: Sendable, Encodable {
    /// The figure.
    package let figure: TracedFigure
    /// The deliveries and files behind the workbook, with what tells one from another, as *Herkomst* has them.
    package let origins: [[String]]
    /// The settings and tables that hold for what was met, as *Instellingen en bronnen* has them.
    package let settings: [[String]]

    /// Why there is no way back.
    package enum Problem: Error, Sendable, Hashable {
        /// `text` names no cell of a sheet: `Samenvatting!D17`.
        case unclear(String)
        /// There is no sheet of this name; these there are.
        case noSheet(String, [String])
        /// The cell is empty.
        case empty(String)
        /// No figure is called by these words.
        case noFigure(String)
        /// Several figures are called by these words: their cells, with what they are called and show.
        case several(String, [String])
        /// The workbook cannot be read.
        case unreadable(WorkbookError)
    }

    /// Traces the figure that `place` names in `workbook`: a cell (`Samenvatting!D17`, `'Sociale inkoop'!F5`), or words that stand in its
    /// heading and its row (`BZK-2026-0147 gerealiseerd`).
    ///
    /// - Throws: ``Problem``.
    package init(_ place: String, in workbook: StoredWorkbook) throws(Problem) {
        let place = place.contains("!") ? place : try Self.place(called: place, in: workbook)
        let parts = place.split(separator: "!", omittingEmptySubsequences: false)
        guard parts.count == 2, let cell = CellAddress(parts[1]) else { throw .unclear(place) }
        var name = String(parts[0])
        if name.count > 2, name.hasPrefix("'"), name.hasSuffix("'") {
            name = String(name.dropFirst().dropLast()).split(separator: "''", omittingEmptySubsequences: false)
                .joined(separator: "'")
        }
        guard let sheet = workbook.position(ofSheet: name) else { throw .noSheet(name, workbook.sheets.map(\.name)) }
        var tracer: Tracer
        let traced: TracedFigure?
        do {
            tracer = try Tracer(workbook)
            traced = try tracer.figure(sheet, cell, depth: 0)
        } catch {
            throw .unreadable(error)
        }
        guard let traced else { throw .empty(place) }
        figure = traced
        (origins, settings) = (tracer.origins, tracer.metSettings)
    }
}

extension FigureTrace {
    /// The sheets on which a figure is looked for by its words.
    private static let sheetsOfFigures = ["Samenvatting", "Contracten", "Dashboard"]

    /// The cell of the one figure that is called by `words`.
    private static func place(called words: String, in workbook: StoredWorkbook) throws(Problem) -> String {
        let found: [(place: String, label: String, value: String)]
        do { found = try figures(called: words, in: workbook) } catch { throw .unreadable(error) }
        guard let first = found.first else { throw .noFigure(words) }
        guard found.count == 1 else { throw .several(words, found.map { "\($0.place)  \($0.label): \($0.value)" }) }
        return first.place
    }

    /// The figures with a formula whose headings and row have all of `words`.
    private static func figures(
        called words: String, in workbook: StoredWorkbook
    ) throws(WorkbookError) -> [(place: String, label: String, value: String)] {
        let wanted = words.lowercased().split(separator: " ")
        var found: [(place: String, label: String, value: String)] = []
        for position in workbook.sheets.indices where sheetsOfFigures.contains(workbook.sheets[position].name) {
            let sheet = try workbook.sheet(at: position)
            for row in sheet.rows {
                let words = row.cells.filter { $0.number == nil }.map(\.text).joined(separator: " ")
                for cell in row.cells where cell.formula != nil && cell.number != nil {
                    let address = CellAddress(row: row.row, column: cell.column)
                    let label = Tracer.label(address, sheet)
                    let text = (label + " " + words).lowercased()
                    guard !wanted.isEmpty, wanted.allSatisfy({ text.contains($0) }) else { continue }
                    found.append(("'\(sheet.name)'!\(address.text)", label, cell.text))
                }
            }
        }
        // Words of the heading itself choose between the figures of one row.
        let exact = found.filter { figure in wanted.contains { figure.label.lowercased().contains($0) } }
        let best = exact.filter { figure in wanted.allSatisfy { figure.label.lowercased().contains($0) } }
        return best.isEmpty ? (exact.isEmpty ? found : exact) : best
    }
}

/// Takes figures apart.
private struct Tracer {
    private var finder: PrecedentFinder
    private var shown: Set<String> = []
    /// The file of each sheet of rows.
    private var files: [String: String] = [:]
    /// The rules that have something to say of a row of a file.
    private var rules: [String: [String]] = [:]
    private var settings: [[String]] = []
    /// The words of rows that were met: contracts, tables.
    private var met: Set<String> = []
    private var metFiles: Set<String> = []
    private var allOrigins: [(file: String, words: [String])] = []

    /// A figure of a figure of a figure: deeper ones are reached by asking for them.
    private static let deepest = 8
    private static let longestName = 60
    /// More rows than this are not taken apart one by one; each is listed all the same.
    private static let mostTakenApart = 40

    init(_ workbook: StoredWorkbook) throws(WorkbookError) {
        finder = PrecedentFinder(workbook)
        if let position = workbook.position(ofSheet: "Herkomst") {
            for line in Self.lines(of: try finder.sheet(position)) where line.count > 3 {
                if line[2] == "gelezen als" || line[2] == "read as" { files[line[3]] = line[1] }
                let isOrigin = line[2].hasPrefix("SHA-256") || line[0].hasPrefix("✓") || line[3].count == 64
                if isOrigin { allOrigins.append((line[1], line.prefix(5).filter { !$0.isEmpty })) }
            }
        }
        // Valuations stand beside the placements that they are of.
        for (sheet, other) in [("Waardering", "Inzet"), ("Afgekeurde rijen", "Inzet")] where files[sheet] == nil {
            files[sheet] = files[other]
        }
        if let position = workbook.position(ofSheet: "Instellingen en bronnen") {
            settings = Self.lines(of: try finder.sheet(position))
        }
        if let position = workbook.position(ofSheet: "Bevindingen") {
            let sheet = try finder.sheet(position)
            if let table = sheet.tables.first {
                let heads = Self.headings(of: table, sheet)
                func column(_ names: [String]) -> Int? { heads.first { names.contains($0.value) }?.key }
                if let rule = column(["Regel", "Rule"]), let file = column(["Bestand", "File"]),
                    let row = column(["Rij", "Row"])
                {
                    for line in sheet.rows
                    where table.range.rows.contains(line.row) && line.row > table.range.rows.lowerBound {
                        func text(_ column: Int) -> String { line.cells.first { $0.column == column }?.text ?? "" }
                        rules["\(text(file))|\(text(row))", default: []].append(text(rule))
                    }
                }
            }
        }
    }

    /// The files that rows came from; all deliveries where the workbook has no rows of files.
    var origins: [[String]] {
        let met = allOrigins.filter { metFiles.contains($0.file) }
        return (metFiles.isEmpty ? allOrigins : met).map(\.words)
    }

    /// The settings of contracts and tables that rows named.
    var metSettings: [[String]] {
        settings.filter { line in line.count > 2 && (met.contains(line[0]) || met.contains(line[1])) }
            .map { line in line.filter { !$0.isEmpty } }
    }

    private static func lines(of sheet: StoredSheet) -> [[String]] {
        let first = sheet.tables.first.map { $0.range.rows.lowerBound + $0.headingRows } ?? 4
        return sheet.rows.filter { $0.row >= first }.map { row in
            var line = Array(repeating: "", count: 6)
            for cell in row.cells where cell.column < line.count { line[cell.column] = cell.text }
            return line
        }
    }

    private static func headings(of table: StoredTable, _ sheet: StoredSheet) -> [Int: String] {
        let cells = sheet.row(table.range.rows.lowerBound)?.cells ?? []
        return Dictionary(
            cells.filter { table.range.columns.contains($0.column) }.map { ($0.column, $0.text) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The figure in one cell; nil for an empty one.
    mutating func figure(_ position: Int, _ cell: CellAddress, depth: Int) throws(WorkbookError) -> TracedFigure? {
        let sheet = try finder.sheet(position)
        guard let stored = sheet.cell(cell), !stored.text.isEmpty || stored.formula != nil else { return nil }
        let isNew = shown.insert("\(position)!\(cell.text)").inserted
        var inputs: [TracedFigure] = []
        if isNew, depth < Self.deepest, let formula = stored.formula.flatMap({ Formula($0) }) {
            inputs = try figures(of: formula, on: position, depth: depth + 1)
        }
        return TracedFigure(
            sheet: sheet.name, cells: cell.text, label: Self.label(cell, sheet), value: stored.text,
            formula: stored.formula, rowsLookedAt: 0, choosesRows: false, rowsCounted: 0, rows: [], inputs: inputs,
            isShownAbove: !isNew && stored.formula != nil)
    }

    private mutating func figures(
        of formula: Formula, on position: Int, depth: Int
    ) throws(WorkbookError) -> [TracedFigure] {
        var figures: [TracedFigure] = []
        var named: Set<String> = []
        for precedent in try finder.precedents(of: formula, on: position)
        where named.insert("\(precedent.sheet)!\(precedent.range.text)").inserted {
            if precedent.range.isOneCell {
                let cell = CellAddress(row: precedent.range.rows.lowerBound, column: precedent.range.columns.lowerBound)
                if let figure = try figure(precedent.sheet, cell, depth: depth) { figures.append(figure) }
            } else {
                figures.append(try rows(of: precedent, depth: depth))
            }
        }
        return figures
    }

    private mutating func rows(of precedent: Precedent, depth: Int) throws(WorkbookError) -> TracedFigure {
        let sheet = try finder.sheet(precedent.sheet)
        let table = sheet.tables.first { $0.range.rows.contains(precedent.range.rows.lowerBound) }
        let heads = table.map { Self.headings(of: $0, sheet) } ?? [:]
        let column = precedent.range.columns.lowerBound
        let counting = precedent.rows ?? Array(precedent.range.rows)
        let rowColumn = heads.first { $0.value == "Rij" || $0.value == "Row" }?.key
        var rows: [TracedRow] = []
        for number in precedent.choosesRows ? [] : counting {
            guard let row = sheet.row(number) else { continue }
            let fields = row.cells.filter { !$0.text.isEmpty }.map { cell in
                TracedField(heading: heads[cell.column] ?? CellAddress.letters(of: cell.column), value: cell.text)
            }
            met.formUnion(fields.map(\.value))
            let cell = row.cells.first { $0.column == column }
            let file = files[sheet.name]
            if let file { metFiles.insert(file) }
            let delivered = rowColumn.flatMap { column in row.cells.first { $0.column == column }?.text }
            var inputs: [TracedFigure] = []
            // Once each, as cells are: rows that lead to each other would be taken apart without end.
            let isNew = cell.map {
                shown.insert("\(precedent.sheet)!\(CellAddress(row: number, column: $0.column).text)").inserted
            }
            if isNew == true, counting.count <= Self.mostTakenApart, depth < Self.deepest,
                let formula = cell?.formula.flatMap({ Formula($0) })
            {
                inputs = try figures(of: formula, on: precedent.sheet, depth: depth + 1).filter {
                    // Cells of the same row are among its fields.
                    $0.sheet != sheet.name || $0.value == nil
                }
            }
            rows.append(
                TracedRow(
                    row: number + 1, file: file, deliveredRow: delivered, value: cell?.text ?? "",
                    formula: cell?.formula,
                    fields: fields,
                    rules: file.flatMap { file in delivered.flatMap { self.rules["\(file)|\($0)"] } } ?? [],
                    inputs: inputs))
        }
        return TracedFigure(
            sheet: sheet.name, cells: precedent.range.text, label: heads[column] ?? "", value: nil, formula: nil,
            rowsLookedAt: precedent.range.rows.count, choosesRows: precedent.choosesRows, rowsCounted: counting.count,
            rows: rows, inputs: [],
            isShownAbove: false)
    }

    /// What a cell is called: the nearest heading above it, and the first words of its row.
    fileprivate static func label(_ cell: CellAddress, _ sheet: StoredSheet) -> String {
        var parts: [String] = []
        if let table = sheet.tables.first(where: { $0.range.contains(cell) }) {
            parts.append(headings(of: table, sheet)[cell.column] ?? "")
        } else {
            let above = sheet.rows.last { row in
                row.row < cell.row
                    && row.cells.contains {
                        $0.column == cell.column && $0.number == nil && $0.formula == nil && !$0.text.isEmpty
                    }
            }
            parts.append(above?.cells.first { $0.column == cell.column }?.text ?? "")
        }
        let first = sheet.row(cell.row)?.cells.first { $0.column < cell.column && !$0.text.isEmpty }
        parts.append(first?.text ?? "")
        // A sentence is no name.
        return parts.filter { !$0.isEmpty && $0.count <= longestName }.joined(separator: " · ")
    }
}
