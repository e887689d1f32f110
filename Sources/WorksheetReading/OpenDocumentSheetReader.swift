import Archives

/// Reads a sheet of an OpenDocument workbook, cell by cell. Rows and cells can stand for many: empty ones cost nothing, and the others are
/// bounded by ``WorkbookLimits``.
struct OpenDocumentSheetReader {
    private let xml: PartReader
    private let limits: WorkbookLimits
    private let budget: CellBudget
    private let names: Names
    private var number = DecimalText()

    /// The cells of the present row, without the empty ones.
    private var cells: [(column: Int, count: Int, text: [UInt8], isUncomputed: Bool)] = []
    private var column = 0
    private var cell = Cell()

    private struct Cell {
        var repeats = 1
        var hasFormula = false
        var formula: [UInt8] = []
        /// The value as text, where an attribute gives it.
        var value: [UInt8]?
        var hasValueType = false
        /// How many elements have begun within the cell and not ended.
        var depth = 0
        var isInParagraph = false
        var paragraphs = 0
        var text: [UInt8] = []
    }

    private struct Names {
        let table, row, cell, coveredCell, column, paragraph, annotation, space, tab, lineBreak, shapes: PartReader.Name
        let rowsRepeated, columnsRepeated, visibility, formula, valueType, value, dateValue, booleanValue,
            count: PartReader.Name

        init(_ xml: PartReader) throws(WorkbookError) {
            table = try xml.name("table")
            row = try xml.name("table-row")
            cell = try xml.name("table-cell")
            coveredCell = try xml.name("covered-table-cell")
            column = try xml.name("table-column")
            paragraph = try xml.name("p")
            annotation = try xml.name("annotation")
            shapes = try xml.name("shapes")
            space = try xml.name("s")
            tab = try xml.name("tab")
            lineBreak = try xml.name("line-break")
            rowsRepeated = try xml.name("number-rows-repeated")
            columnsRepeated = try xml.name("number-columns-repeated")
            visibility = try xml.name("visibility")
            formula = try xml.name("formula")
            valueType = try xml.name("value-type")
            value = try xml.name("value")
            dateValue = try xml.name("date-value")
            booleanValue = try xml.name("boolean-value")
            count = try xml.name("c")
        }
    }

    init(_ xml: PartReader, _ limits: WorkbookLimits, _ budget: CellBudget) throws(WorkbookError) {
        self.xml = xml
        self.limits = limits
        self.budget = budget
        names = try Names(xml)
    }

    /// Reads the sheet whose element has just begun, up to its end. Without `keepsCells` it is only passed over.
    mutating func read(keepsCells: Bool) throws(WorkbookError) -> Worksheet {
        var builder = SheetBuilder(part: xml.part, limits: limits, budget: budget)
        var hidden: [ClosedRange<Int>] = []
        var (row, firstColumn, rowsRepeated) = (1, 0, 1)
        var (rowIsHidden, isInCell, depth, ignored) = (false, false, 1, 0)
        while let event = try xml.next() {
            let name = xml.name
            switch event {
            case .start:
                if ignored > 0 || name == names.annotation || name == names.shapes {
                    ignored += 1
                } else if name == names.table {
                    // A table within a cell is no sheet.
                    depth += 1
                } else if !keepsCells || depth > 1 {
                    continue
                } else if isInCell {
                    try beginInCell(name)
                } else if name == names.row {
                    rowsRepeated = repeats(names.rowsRepeated)
                    rowIsHidden = isHidden
                    column = 0
                    cells.removeAll(keepingCapacity: true)
                } else if name == names.cell || name == names.coveredCell {
                    beginCell()
                    isInCell = true
                } else if name == names.column {
                    let count = min(repeats(names.columnsRepeated), limits.columns)
                    if isHidden, firstColumn < limits.columns { hidden.append(firstColumn...firstColumn + count - 1) }
                    firstColumn += count
                }
            case .text:
                if isInCell, ignored == 0, cell.isInParagraph { cell.text.append(contentsOf: xml.text) }
            case .end:
                if ignored > 0 {
                    ignored -= 1
                } else if name == names.table {
                    depth -= 1
                    if depth == 0 { return builder.finish(hidden: hidden) }
                } else if !keepsCells || depth > 1 {
                    continue
                } else if isInCell, cell.depth > 0 {
                    cell.depth -= 1
                    if cell.depth == 0 { cell.isInParagraph = false }
                } else if name == names.cell || name == names.coveredCell {
                    endCell(&builder)
                    isInCell = false
                } else if name == names.row {
                    try endRow(&builder, row, rowsRepeated, rowIsHidden)
                    row += rowsRepeated
                }
            }
        }
        throw .damaged(part: xml.part)
    }

    private var isHidden: Bool {
        guard let visibility = xml.attribute(names.visibility) else { return false }
        return visibility.equals("collapse") || visibility.equals("filter")
    }

    private func repeats(_ name: PartReader.Name) -> Int { min(max(xml.attribute(name)?.number ?? 1, 1), 1 << 30) }

    private mutating func beginCell() {
        cell = Cell()
        cell.repeats = repeats(names.columnsRepeated)
        if let formula = xml.attribute(names.formula) {
            cell.hasFormula = true
            cell.formula = Array(formula)
        }
        guard let type = xml.attribute(names.valueType) else { return }
        cell.hasValueType = true
        if type.equals("float") || type.equals("currency") {
            cell.value = xml.attribute(names.value).flatMap { number.write($0) ? number.bytes : Array($0) }
        } else if type.equals("percentage") {
            cell.value = xml.attribute(names.value).flatMap { number.writePercentage($0) ? number.bytes : Array($0) }
        } else if type.equals("date") {
            cell.value = xml.attribute(names.dateValue).flatMap { SerialDay.text(iso: $0) ?? Array($0) }
        } else if type.equals("boolean") {
            cell.value = xml.attribute(names.booleanValue).map { Array(($0.isTrue ? "ja" : "nee").utf8) }
        }
    }

    private mutating func beginInCell(_ name: PartReader.Name) throws(WorkbookError) {
        cell.depth += 1
        // A shape that is anchored to the cell has paragraphs too, deeper down.
        if cell.depth == 1, name == names.paragraph {
            cell.isInParagraph = true
            cell.paragraphs += 1
            if cell.paragraphs > 1 { cell.text.append(UInt8(ascii: "\n")) }
        } else if !cell.isInParagraph {
            return
        } else if name == names.space {
            // No text has more blanks in a row than a cell can hold.
            cell.text += repeatElement(UInt8(ascii: " "), count: min(repeats(names.count), 32_767))
        } else if name == names.tab {
            cell.text.append(UInt8(ascii: "\t"))
        } else if name == names.lineBreak {
            cell.text.append(UInt8(ascii: "\n"))
        }
        guard cell.text.count <= limits.textBytes else { throw .tooLarge(part: xml.part) }
    }

    private mutating func endCell(_ builder: inout SheetBuilder) {
        defer { column = min(column + cell.repeats, 1 << 30) }
        var text = cell.value ?? cell.text
        let isUncomputed = cell.hasFormula && !cell.hasValueType && text.isEmpty
        if cell.hasFormula { builder.countFormula() }
        if isUncomputed {
            // A formula begins with the name of its language: `of:=B2*2`.
            text = [UInt8(ascii: "=")] + cell.formula.drop { $0 != UInt8(ascii: "=") }.dropFirst()
        }
        if !text.isEmpty { cells.append((column, cell.repeats, text, isUncomputed)) }
    }

    private mutating func endRow(
        _ builder: inout SheetBuilder, _ row: Int, _ count: Int, _ isHidden: Bool
    ) throws(WorkbookError) {
        guard !cells.isEmpty else { return }
        guard row <= limits.rows, count <= limits.rows - row + 1 else { throw .tooLarge(part: xml.part) }
        for row in row..<row + count {
            for cell in cells {
                guard cell.column <= limits.columns, cell.count <= limits.columns - cell.column else {
                    throw .tooLarge(part: xml.part)
                }
                for column in cell.column..<cell.column + cell.count {
                    var failure: WorkbookError?
                    cell.text.withUnsafeBufferPointer { text in
                        do throws(WorkbookError) { try builder.append(text, column: column) } catch { failure = error }
                    }
                    if let failure { throw failure }
                    if cell.isUncomputed { builder.noteUncomputed() }
                }
            }
            builder.endRow(row, isHidden: isHidden)
        }
    }
}
