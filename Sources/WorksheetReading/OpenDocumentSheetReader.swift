import Archives
import Plumbing

/// Reads a sheet of an OpenDocument workbook, cell by cell. Rows and cells can stand for many: empty ones cost nothing, and the others are
/// bounded by ``WorkbookLimits``.
struct OpenDocumentSheetReader {
    /// The file from which the sheet that was read last is fetched anew, when it is a link; nil for any other.
    private(set) var linkedFile: String?

    private let xml: PartReader
    private let styles: OpenDocumentStyles
    private let limits: WorkbookLimits
    private let budget: DeliveryBudget
    private let names: Names
    private let mostText: Int
    private var value = ValueText(SerialDay(startsIn1904: false))

    /// The cells of the present row, without the empty ones, and their texts one after the other.
    private var cells: [RowCell] = []
    private var texts: [UInt8] = []
    private var column = 0
    /// The first column of the present row behind those that are fetched from another file.
    private var linkedEnd = 0
    private var rowFormat = NumberFormat.number
    private var rowIsStruck = false
    private var rowHiding: HidingFormat?
    /// The cells of the present row with a note beside them.
    private var notes: [Int] = []
    private let isKnown: KnownNote
    /// The format of each run of columns, by the first column behind it.
    private var columnFormats: [(end: Int, format: NumberFormat, isStruck: Bool, hidden: HidingFormat?)] = []
    private var cell = Cell()
    private var state = State(keepsCells: true)

    /// Where in the sheet the reader is, and what it met on the way.
    private struct State {
        let keepsCells: Bool
        /// The number of the present row, and what is said of it.
        var row = 1
        var rowsRepeated = 1
        var rowIsHidden = false
        var rowIsFiltered = false
        /// How many columns have been told of.
        var columns = 0
        var hiddenColumns: [ClosedRange<Int>] = []
        /// Of each group of rows or columns around the present place, whether it is folded away.
        var groups: [Bool] = []
        /// How many tables are open: the sheet, and one in a cell of it.
        var tables = 1
        var isInCell = false
        /// How many elements are open that are no cells.
        var ignored = 0
        var note: NoteText?
        var isInShapes = false
        var isInShapeText = false
        var hasTextBox = false

        var isIgnoring: Bool { ignored > 0 }
    }

    private struct RowCell {
        let column: Int
        let count: Int
        let text: Range<Int>
        let rows: Int
        let isUncomputed: Bool
        let isMonth: Bool
        let isStruck: Bool
        let isEuro: Bool
        let columns: Int
        let isHidden: Bool
        let isLinked: Bool
        /// Whether it holds a text or a logical value, of which a word is shown, and no number or day.
        let isText: Bool
        /// Whether a formula gave what it holds.
        let isGiven: Bool
    }

    private struct Cell {
        var repeats = 1
        var rows = 1
        var columns = 1
        var hidden: HidingFormat?
        /// The number that stands in it, for what hides numbers below zero only.
        var isText = true
        var isNegative = false
        var hasFormula = false
        var formula: [UInt8] = []
        var hasValueType = false
        /// Whether the value came from an attribute, so that what is shown does not count.
        var hasValue = false
        /// Whether it is a logical value, of which a word is shown.
        var isLogical = false
        /// Whether the value is the zero of a formula: older programs write one where they show an error.
        var mayBeError = false
        var isMonth = false
        var isStruck = false
        var isEuro = false
        /// How many columns from it on are fetched from another file.
        var linkedColumns = 0
        /// Where its text begins in ``OpenDocumentSheetReader/texts``.
        var start = 0
        /// The text that an attribute holds, for a cell that shows none.
        var string: [UInt8] = []
        /// How many elements have begun within the cell and not ended.
        var depth = 0
        var isInParagraph = false
        /// How the text within the element at a depth stands, where that is not on the line.
        var raised: (depth: Int, as: RaisedText)?
        var paragraphs = 0
        /// Whether blanks were seen that only count before something else.
        var hasBlank = false
        var isAtStart = true
    }

    private struct Names {
        let table, source, rangeSource, row, cell, coveredCell, column, paragraph, annotation, space, tab, lineBreak,
            shapes, creator, span, rowGroup, columnGroup: PartReader.Name
        let rowsRepeated, columnsRepeated, rowsSpanned, columnsSpanned, visibility, formula, valueType, value,
            dateValue, timeValue,
            booleanValue, stringValue, currency, lastColumnSpanned, count, style, defaultStyle,
            reference, display: PartReader.Name

        init(_ xml: PartReader) throws(WorkbookError) {
            table = try xml.name("table")
            source = try xml.name("table-source")
            rangeSource = try xml.name("cell-range-source")
            row = try xml.name("table-row")
            cell = try xml.name("table-cell")
            coveredCell = try xml.name("covered-table-cell")
            column = try xml.name("table-column")
            paragraph = try xml.name("p")
            annotation = try xml.name("annotation")
            shapes = try xml.name("shapes")
            creator = try xml.name("creator")
            span = try xml.name("span")
            rowGroup = try xml.name("table-row-group")
            columnGroup = try xml.name("table-column-group")
            space = try xml.name("s")
            tab = try xml.name("tab")
            lineBreak = try xml.name("line-break")
            rowsRepeated = try xml.name("number-rows-repeated")
            columnsRepeated = try xml.name("number-columns-repeated")
            rowsSpanned = try xml.name("number-rows-spanned")
            columnsSpanned = try xml.name("number-columns-spanned")
            visibility = try xml.name("visibility")
            formula = try xml.name("formula")
            valueType = try xml.name("value-type")
            value = try xml.name("value")
            dateValue = try xml.name("date-value")
            timeValue = try xml.name("time-value")
            booleanValue = try xml.name("boolean-value")
            currency = try xml.name("currency")
            stringValue = try xml.name("string-value")
            lastColumnSpanned = try xml.name("last-column-spanned")
            count = try xml.name("c")
            style = try xml.name("style-name")
            defaultStyle = try xml.name("default-cell-style-name")
            reference = try xml.name("href")
            display = try xml.name("display")
        }
    }

    init(
        _ xml: PartReader, _ styles: OpenDocumentStyles, _ limits: WorkbookLimits, _ budget: DeliveryBudget,
        passingOver isKnown: @escaping KnownNote
    ) throws(WorkbookError) {
        self.xml = xml
        self.styles = styles
        self.limits = limits
        self.budget = budget
        self.isKnown = isKnown
        mostText = limits.textBytes.value(forDelivered: budget.delivered)
        names = try Names(xml)
    }

    /// Reads the sheet whose element has just begun, up to its end. Without `keepsCells` it is only passed over.
    mutating func read(keepsCells: Bool) throws(WorkbookError) -> Worksheet {
        var builder = SheetBuilder(part: xml.part, limits: limits, budget: budget)
        state = State(keepsCells: keepsCells)
        linkedFile = nil
        columnFormats.removeAll(keepingCapacity: true)
        while let event = try xml.next() {
            switch event {
            case .start: try begin(xml.name)
            case .text: try take(xml.text)
            case .end: try end(xml.name, &builder)
            }
            guard state.tables == 0 else { continue }
            var sheet = try builder.finish(hidden: state.hiddenColumns)
            sheet.hasTextBox = state.hasTextBox
            sheet.isLinked = linkedFile != nil
            return sheet
        }
        throw .damaged(part: xml.part)
    }

    private mutating func begin(_ name: PartReader.Name) throws(WorkbookError) {
        if state.isIgnoring || name == names.annotation || name == names.shapes {
            beginIgnored(name)
        } else if name == names.table {
            // A table within a cell is no sheet.
            state.tables += 1
        } else if name == names.source {
            if state.tables == 1 { linkedFile = xml.attributeText(names.reference) ?? "" }
        } else if !state.keepsCells || state.tables > 1 {
            return
        } else if state.isInCell {
            // A shape that is anchored to the cell.
            if cell.depth > 0, name == names.paragraph { state.isInShapeText = !cell.isInParagraph }
            try beginInCell(name)
        } else if name == names.row {
            beginRow()
        } else if name == names.cell || name == names.coveredCell {
            beginCell()
            state.isInCell = true
        } else if name == names.column {
            beginColumns()
        } else if name == names.rowGroup || name == names.columnGroup {
            state.groups.append(xml.attribute(names.display)?.equals("false") == true)
        }
    }

    /// Begins an element of a note or of the shapes of a sheet, which are no cells.
    private mutating func beginIgnored(_ name: PartReader.Name) {
        if !state.isIgnoring {
            if state.keepsCells, state.isInCell, state.tables == 1, name == names.annotation { state.note = NoteText() }
            state.isInShapes = name == names.shapes
        }
        if state.isInShapes, name == names.paragraph { state.isInShapeText = true }
        state.ignored += 1
        if name == names.creator { state.note?.isInAuthor = true }
        if name == names.paragraph { state.note?.isInText = true }
    }

    private mutating func beginRow() {
        let style = xml.attribute(names.defaultStyle)
        state.rowsRepeated = repeats(names.rowsRepeated)
        (state.rowIsHidden, state.rowIsFiltered) = (isHidden, isFiltered)
        rowFormat = styles.format(style)
        rowHiding = styles.hidden(style)
        rowIsStruck = styles.isStruck(style)
        notes.removeAll(keepingCapacity: true)
        (column, linkedEnd) = (0, 0)
        cells.removeAll(keepingCapacity: true)
        texts.removeAll(keepingCapacity: true)
    }

    private mutating func beginColumns() {
        let first = state.columns
        let count = min(repeats(names.columnsRepeated), limits.columns)
        if isHidden, first < limits.columns { state.hiddenColumns.append(first...first + count - 1) }
        state.columns = min(first + count, limits.columns)
        let style = xml.attribute(names.defaultStyle)
        columnFormats.append((state.columns, styles.format(style), styles.isStruck(style), styles.hidden(style)))
    }

    private mutating func take(_ text: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
        if state.isInShapeText, state.keepsCells {
            state.hasTextBox = state.hasTextBox || text.contains { $0 > 0x20 }
        }
        if state.note != nil { state.note?.append(text) }
        guard state.isInCell, !state.isIgnoring, cell.isInParagraph else { return }
        if cell.mayBeError { takeError(text) }
        if !cell.hasValue { try addText(text) }
    }

    private mutating func end(_ name: PartReader.Name, _ builder: inout SheetBuilder) throws(WorkbookError) {
        if name == names.paragraph { state.isInShapeText = false }
        if state.isIgnoring {
            endIgnored(name)
        } else if name == names.table {
            state.tables -= 1
        } else if name == names.source || !state.keepsCells || state.tables > 1 {
            return
        } else if state.isInCell, cell.depth > 0 {
            if cell.raised?.depth == cell.depth { cell.raised = nil }
            cell.depth -= 1
            if cell.depth == 0 { cell.isInParagraph = false }
        } else if name == names.cell || name == names.coveredCell {
            endCell(&builder)
            state.isInCell = false
        } else if name == names.row {
            try endRow(&builder)
            state.row += state.rowsRepeated
        } else if name == names.rowGroup || name == names.columnGroup {
            _ = state.groups.popLast()
        }
    }

    private mutating func endIgnored(_ name: PartReader.Name) {
        state.ignored -= 1
        if name == names.creator { state.note?.isInAuthor = false }
        if name == names.paragraph { state.note?.endParagraph() }
        guard !state.isIgnoring, let ended = state.note else { return }
        state.note = nil
        if column < limits.columns, !isKnown(ended.authorName, ended.words) { notes.append(column) }
    }

    /// Whether the present row or columns are out of sight, by themselves or with the group that they are in.
    private var isHidden: Bool {
        if state.groups.contains(true) { return true }
        guard let visibility = xml.attribute(names.visibility) else { return false }
        return visibility.equals("collapse") || visibility.equals("filter")
    }

    private var isFiltered: Bool { xml.attribute(names.visibility)?.equals("filter") == true }

    private func repeats(_ name: PartReader.Name) -> Int { min(max(xml.attribute(name)?.number ?? 1, 1), 1 << 30) }

    private mutating func beginCell() {
        cell = Cell()
        cell.start = texts.count
        cell.repeats = repeats(names.columnsRepeated)
        cell.rows = repeats(names.rowsSpanned)
        cell.columns = repeats(names.columnsSpanned)
        if !styles.struck.isEmpty { cell.isStruck = isStruck }
        if styles.hidesAny { cell.hidden = hidden }
        if let formula = xml.attribute(names.formula) {
            cell.hasFormula = true
            cell.formula = Array(formula)
        }
        guard let type = xml.attribute(names.valueType) else { return }
        cell.hasValueType = true
        cell.isText = type.equals("string")
        if cell.hidden != nil { cell.isNegative = xml.attribute(names.value)?.first == UInt8(ascii: "-") }
        if type.equals("string") {
            if let string = xml.attribute(names.stringValue), !string.isEmpty { cell.string = Array(string) }
        } else if type.equals("float") {
            if let number = xml.attribute(names.value) {
                value.write(number, format)
                takeValue()
                cell.mayBeError = cell.hasFormula && number.equals("0")
            }
        } else if type.equals("currency") {
            let currency = xml.attribute(names.currency).map(Array.init) ?? []
            if let number = xml.attribute(names.value) {
                let isEuro = currency.isEmpty || currency.elementsEqual("EUR".utf8)
                value.write(number, isEuro ? format : .currency(currency))
                takeValue()
                cell.isEuro = isEuro
            }
        } else if type.equals("percentage") {
            if let number = xml.attribute(names.value) {
                value.write(number, .percentage)
                takeValue()
            }
        } else if type.equals("date") {
            if let date = xml.attribute(names.dateValue) {
                value.write(date: date, showsMonth: format == .month)
                takeValue()
            }
        } else if type.equals("time") {
            // Of what is shown it could not be told whether it is a time: `[mm]` makes 1440 of a day.
            if let time = xml.attribute(names.timeValue), value.write(time: time, format) { takeValue() }
        } else if type.equals("boolean") {
            if let boolean = xml.attribute(names.booleanValue) {
                value.write(isTrue: boolean.isTrue)
                takeValue()
                cell.isLogical = true
            }
        }
    }

    /// Leaves the zero of the present cell out when an error is shown instead of it.
    private mutating func takeError(_ text: UnsafeBufferPointer<UInt8>) {
        cell.mayBeError = false
        guard text.first == UInt8(ascii: "#") || text.starts(with: "Err:".utf8) else { return }
        texts.removeSubrange(cell.start...)
        cell.hasValue = false
    }

    /// Takes the value that was written for the present cell.
    private mutating func takeValue() {
        texts += value.bytes
        cell.hasValue = true
        cell.isMonth = value.showsMonthOnly
    }

    /// The format of the present cell: its own, or that of its row or column.
    private var format: NumberFormat {
        if let style = xml.attribute(names.style) { return styles.format(style) }
        if rowFormat != .number { return rowFormat }
        return columnStyle.map(\.format) ?? .number
    }

    private var columnStyle: (end: Int, format: NumberFormat, isStruck: Bool, hidden: HidingFormat?)? {
        let column = column
        let position = columnFormats.partitioningIndex { $0.end > column }
        return position < columnFormats.count ? columnFormats[position] : nil
    }

    /// Whether the letters of the present cell are struck through, by its own style or by that of its row or column.
    private var isStruck: Bool {
        if let style = xml.attribute(names.style) { return styles.isStruck(style) }
        return rowIsStruck || columnStyle?.isStruck == true
    }

    /// What the present cell leaves unseen, by its own style or by that of its row or column.
    private var hidden: HidingFormat? {
        if let style = xml.attribute(names.style) { return styles.hidden(style) }
        return rowHiding ?? columnStyle?.hidden
    }

    private mutating func beginInCell(_ name: PartReader.Name) throws(WorkbookError) {
        cell.depth += 1
        if name == names.rangeSource, cell.depth == 1 { cell.linkedColumns = repeats(names.lastColumnSpanned) }
        if name == names.span, !styles.struck.isEmpty, styles.isStruck(xml.attribute(names.style)) {
            cell.isStruck = true
        }
        if name == names.span, !styles.raised.isEmpty, let style = xml.attribute(names.style),
            let raised = styles.raised[String(decoding: style, as: UTF8.self)]
        {
            cell.raised = (cell.depth, raised)
        }
        guard !cell.hasValue || cell.mayBeError && cell.paragraphs == 0 else { return }
        // A shape that is anchored to the cell has paragraphs too, deeper down.
        if cell.depth == 1, name == names.paragraph {
            cell.isInParagraph = true
            cell.paragraphs += 1
            (cell.hasBlank, cell.isAtStart) = (false, true)
            if cell.paragraphs > 1 { texts.append(UInt8(ascii: "\n")) }
        } else if !cell.isInParagraph {
            return
        } else if name == names.space {
            // No text has more blanks in a row than a cell can hold.
            add(UInt8(ascii: " "), min(repeats(names.count), 32_767))
        } else if name == names.tab {
            add(UInt8(ascii: "\t"), 1)
        } else if name == names.lineBreak {
            add(UInt8(ascii: "\n"), 1)
        }
        guard texts.count <= mostText else { throw .tooLarge(part: xml.part, limit: .textBytes(mostText)) }
    }

    private mutating func add(_ byte: UInt8, _ count: Int) {
        endBlanks()
        texts.append(contentsOf: repeatElement(byte, count: count))
    }

    private mutating func endBlanks() {
        if cell.hasBlank, !cell.isAtStart { texts.append(UInt8(ascii: " ")) }
        (cell.hasBlank, cell.isAtStart) = (false, false)
    }

    /// Adds text of a paragraph. Blanks and line ends in a row are one blank, and none at its start and end: what is more has elements of
    /// its own.
    private mutating func addText(_ text: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, text[end] > 0x20 { end += 1 }
            if end > start {
                endBlanks()
                let word = UnsafeBufferPointer(rebasing: text[start..<end])
                if let raised = cell.raised {
                    raised.as.append(word, to: &texts)
                } else {
                    texts.append(contentsOf: word)
                }
            }
            if end < text.count { cell.hasBlank = true }
            start = end + 1
        }
        guard texts.count <= mostText else { throw .tooLarge(part: xml.part, limit: .textBytes(mostText)) }
    }

    private mutating func endCell(_ builder: inout SheetBuilder) {
        defer { column = min(column + cell.repeats, 1 << 30) }
        if cell.linkedColumns > 0 { linkedEnd = max(linkedEnd, min(column + cell.linkedColumns, limits.columns)) }
        if texts.count == cell.start { texts += cell.string }
        let isUncomputed = cell.hasFormula && !cell.hasValueType && texts.count == cell.start
        if cell.hasFormula { builder.countFormula() }
        if isUncomputed {
            // A formula begins with the name of its language: `of:=B2*2`.
            texts.append(UInt8(ascii: "="))
            texts += cell.formula.drop { $0 != UInt8(ascii: "=") }.dropFirst()
        }
        guard texts.count > cell.start else { return }
        let isHidden = cell.hidden.map { $0.hides(isText: cell.isText, isNegative: cell.isNegative) } ?? false
        let isLinked = column < linkedEnd || cell.hasFormula && Self.refersElsewhere(cell.formula)
        cells.append(
            RowCell(
                column: column, count: cell.repeats, text: cell.start..<texts.count, rows: cell.rows,
                isUncomputed: isUncomputed, isMonth: cell.isMonth, isStruck: cell.isStruck,
                isEuro: cell.isEuro, columns: cell.columns, isHidden: isHidden, isLinked: isLinked,
                isText: !cell.hasValue || cell.isLogical, isGiven: cell.hasFormula))
    }

    /// Whether `formula` fetches from another workbook or program: `of:=['file:///home/x.ods'#$Blad1.A1]`, `DDE("soffice";…)`.
    private static func refersElsewhere(_ formula: [UInt8]) -> Bool {
        let text = String(decoding: formula, as: UTF8.self)
        return text.contains("'#") || FetchingFunction.isCalled(in: text)
    }

    private mutating func endRow(_ builder: inout SheetBuilder) throws(WorkbookError) {
        guard !cells.isEmpty else { return }
        let (row, count) = (state.row, state.rowsRepeated)
        guard row <= limits.rows, count <= limits.rows - row + 1 else {
            throw .tooLarge(part: xml.part, limit: .rows(limits.rows))
        }
        for row in row..<row + count {
            for cell in cells {
                guard cell.column <= limits.columns, cell.count <= limits.columns - cell.column else {
                    throw .tooLarge(part: xml.part, limit: .columns(limits.columns))
                }
                if cell.rows > 1 || cell.columns > 1 {
                    builder.noteMerge(
                        columns: cell.column...min(cell.column + cell.columns, limits.columns) - 1,
                        rows: row...min(row + cell.rows - 1, limits.rows))
                }
                for column in cell.column..<cell.column + cell.count {
                    var failure: WorkbookError?
                    texts.withUnsafeBufferPointer { texts in
                        let text = UnsafeBufferPointer(rebasing: texts[cell.text])
                        do throws(WorkbookError) { try builder.append(text, column: column) } catch { failure = error }
                    }
                    if let failure { throw failure }
                    if cell.isUncomputed {
                        builder.noteUncomputed()
                    } else if cell.isText {
                        texts.withUnsafeBufferPointer {
                            builder.countText(UnsafeBufferPointer(rebasing: $0[cell.text]), isGiven: cell.isGiven)
                        }
                    } else {
                        builder.countValue(isGiven: cell.isGiven)
                    }
                    if cell.isMonth { builder.noteMonth() }
                    if cell.isEuro { builder.noteEuro(column: column) }
                    if cell.isStruck { builder.noteStruck(column: column) }
                    if cell.isHidden { builder.noteHidden(column: column) }
                    if cell.isLinked { builder.noteLinked(column: column) }
                }
            }
            for column in notes { builder.noteNote(column: column) }
            try builder.endRow(row, isHidden: state.rowIsHidden, isFiltered: state.rowIsFiltered)
        }
    }
}
