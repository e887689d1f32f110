import Archives

/// Reads a sheet of an Office workbook, cell by cell.
struct OfficeSheetReader {
    private let xml: PartReader
    private let texts: SharedTexts
    private let styles: CellStyles
    private let limits: WorkbookLimits
    private let names: Names
    private var builder: SheetBuilder
    /// What stands above and below printed pages.
    private var pageTexts: [String] = []
    private var pageText: [UInt8] = []
    /// The formulas that many cells share and that fetch from another workbook.
    private var linkedFormulas: Set<Int> = []
    private var value: ValueText

    private var row = 0
    private var rowIsHidden = false
    private var hiddenColumns: [ClosedRange<Int>] = []
    private var cell = Cell()

    /// What is known of the present cell.
    private struct Cell {
        var column = -1
        var style = 0
        var kind = Kind.number
        var hasFormula = false
        /// The formula that it shares with others; -1 for none.
        var sharedFormula = -1
        /// Whether a part of a text that stands in the cell itself is struck through.
        var isStruck = false
        var value: [UInt8] = []
        var formula: [UInt8] = []

        var isText: Bool { kind == .shared || kind == .inline || kind == .formulaText }
    }

    /// How the value of a cell is written.
    private enum Kind { case number, shared, inline, formulaText, boolean, error, date }

    private struct Names {
        let sheetData, row, cell, value, formula, text, phonetic, column, merge, filter, table, strike,
            alignment, headerFooter: PartReader.Name
        let reference, style, type, hidden, first, last, range, isOn, sharedIndex: PartReader.Name

        init(_ xml: PartReader) throws(WorkbookError) {
            sheetData = try xml.name("sheetData")
            row = try xml.name("row")
            cell = try xml.name("c")
            value = try xml.name("v")
            formula = try xml.name("f")
            text = try xml.name("t")
            phonetic = try xml.name("rPh")
            column = try xml.name("col")
            merge = try xml.name("mergeCell")
            filter = try xml.name("autoFilter")
            table = try xml.name("tablePart")
            reference = try xml.name("r")
            style = try xml.name("s")
            type = text
            hidden = try xml.name("hidden")
            first = try xml.name("min")
            last = try xml.name("max")
            range = try xml.name("ref")
            headerFooter = try xml.name("headerFooter")
            sharedIndex = try xml.name("si")
            strike = try xml.name("strike")
            alignment = try xml.name("vertAlign")
            isOn = try xml.name("val")
        }
    }

    init(
        _ xml: PartReader, _ texts: SharedTexts, _ styles: CellStyles, _ days: SerialDay, _ limits: WorkbookLimits,
        _ budget: DeliveryBudget
    ) throws(WorkbookError) {
        self.xml = xml
        self.texts = texts
        self.styles = styles
        self.limits = limits
        value = ValueText(days)
        names = try Names(xml)
        builder = SheetBuilder(part: xml.part, limits: limits, budget: budget)
    }

    /// Reads the sheet. Which cells are merged stands behind the cells themselves.
    mutating func read() throws(WorkbookError) -> Worksheet {
        var (isInData, isInCell, isInPhonetic, isInPages) = (false, false, false, false)
        var target: PartReader.Name?
        var raised: RaisedText?
        while let event = try xml.next() {
            let name = xml.name
            switch event {
            case .start:
                if isInCell {
                    if name == names.formula {
                        cell.hasFormula = true
                        cell.sharedFormula = xml.attribute(names.sharedIndex)?.number ?? -1
                    }
                    if name == names.phonetic { isInPhonetic = true }
                    // A part of a text begins (`r`), or ends within the cell: what comes stands on the line.
                    if name == names.reference { raised = nil }
                    if name == names.alignment { raised = RaisedText(xml.attribute(names.isOn)) }
                    if name == names.strike, xml.attribute(names.isOn)?.isFalse != true { cell.isStruck = true }
                    target = isInPhonetic ? nil : name
                } else if isInData, name == names.cell {
                    try beginCell()
                    isInCell = true
                } else if isInData, name == names.row {
                    try beginRow()
                } else if name == names.column {
                    hideColumns()
                } else if name == names.merge {
                    merge()
                } else if name == names.headerFooter {
                    isInPages = true
                } else if name == names.filter || name == names.table {
                    builder.noteFilter()
                } else if name == names.sheetData {
                    isInData = true
                }
            case .text:
                if isInPages { pageText.append(contentsOf: xml.text.prefix(max(0, 1 << 14 - pageText.count))) }
                guard isInCell, let target else { continue }
                if let raised, target == names.text {
                    raised.append(xml.text, to: &cell.value)
                } else if target == names.value || target == names.text {
                    cell.value.append(contentsOf: xml.text)
                }
                if target == names.formula { cell.formula.append(contentsOf: xml.text) }
            case .end:
                target = nil
                if isInPages {
                    // Each of its elements is the text above or below some pages.
                    pageTexts += pageText.withUnsafeBufferPointer { PageText(code: $0).pieces }
                    pageText.removeAll(keepingCapacity: true)
                    isInPages = name != names.headerFooter
                }
                if name == names.phonetic { isInPhonetic = false }
                if name == names.cell || name == names.reference { raised = nil }
                if isInCell, name == names.cell {
                    try endCell()
                    if cell.isStruck || styles.isStruck(cell.style) { builder.noteStruck(column: cell.column) }
                    if styles.hides(cell.style, cell.value, isText: cell.isText) {
                        builder.noteHidden(column: cell.column)
                    }
                    if cell.hasFormula, isLinked { builder.noteLinked(column: cell.column) }
                    isInCell = false
                } else if isInData, name == names.row {
                    try builder.endRow(row, isHidden: rowIsHidden)
                } else if name == names.sheetData {
                    isInData = false
                }
            }
        }
        var sheet = try builder.finish(hidden: hiddenColumns)
        sheet.pageTexts = pageTexts
        return sheet
    }

    private mutating func hideColumns() {
        guard xml.attribute(names.hidden)?.isTrue == true, let first = xml.attribute(names.first)?.number,
            let last = xml.attribute(names.last)?.number, 1 <= first, first <= last
        else { return }
        hiddenColumns.append(first - 1...last - 1)
    }

    /// Notes merged cells such as `B2:B4`. What lies outside of a sheet is passed over, as Excel repairs it.
    private mutating func merge() {
        guard let range = xml.attribute(names.range), let colon = range.firstIndex(of: UInt8(ascii: ":")) else {
            return
        }
        let (first, last) = (
            UnsafeBufferPointer(rebasing: range[..<colon]), UnsafeBufferPointer(rebasing: range[(colon + 1)...])
        )
        guard let column = Self.column(of: first), let top = Self.row(of: first), let bottom = Self.row(of: last),
            let lastColumn = Self.column(of: last), column <= lastColumn, lastColumn < limits.columns, 1 <= top,
            top <= bottom,
            bottom <= limits.rows
        else { return }
        builder.noteMerge(columns: column...lastColumn, rows: top...bottom)
    }

    /// A row that has no number follows the one before.
    private mutating func beginRow() throws(WorkbookError) {
        var next = row + 1
        if let reference = xml.attribute(names.reference) {
            guard let given = reference.number, given >= next else { throw .damaged(part: xml.part) }
            next = given
        }
        guard next <= limits.rows else { throw .tooLarge(part: xml.part, limit: .rows(limits.rows)) }
        row = next
        rowIsHidden = xml.attribute(names.hidden)?.isTrue == true
        cell.column = -1
    }

    /// A cell that has no reference follows the one before.
    private mutating func beginCell() throws(WorkbookError) {
        var column = cell.column + 1
        if let reference = xml.attribute(names.reference) {
            guard let given = Self.column(of: reference), given >= column else { throw .damaged(part: xml.part) }
            column = given
        }
        guard column < limits.columns else { throw .tooLarge(part: xml.part, limit: .columns(limits.columns)) }
        cell.column = column
        cell.style = xml.attribute(names.style)?.number ?? 0
        cell.kind = xml.attribute(names.type).map(Self.kind) ?? .number
        cell.hasFormula = false
        cell.sharedFormula = -1
        cell.isStruck = false
        cell.value.removeAll(keepingCapacity: true)
        cell.formula.removeAll(keepingCapacity: true)
    }

    /// The column, from 0, of a reference such as `C5`; nil without letters.
    static func column(of reference: UnsafeBufferPointer<UInt8>) -> Int? {
        var column = 0
        for byte in reference.prefix(4) {
            let letter = byte & 0xDF
            guard (0x41...0x5A).contains(letter) else { break }
            column = column * 26 + Int(letter - 0x40)
        }
        return column > 0 ? column - 1 : nil
    }

    /// The row, from 1, of a reference such as `C5`; nil without digits.
    static func row(of reference: UnsafeBufferPointer<UInt8>) -> Int? {
        let digits = reference.drop { !(0x30...0x39).contains($0) }
        return UnsafeBufferPointer(rebasing: digits).number
    }

    private static func kind(_ type: UnsafeBufferPointer<UInt8>) -> Kind {
        if type.equals("s") { return .shared }
        if type.equals("inlineStr") { return .inline }
        if type.equals("str") { return .formulaText }
        if type.equals("b") { return .boolean }
        if type.equals("e") { return .error }
        return type.equals("d") ? .date : .number
    }

    /// Whether the formula of the present cell fetches from another workbook.
    private var isLinked: Bool {
        mutating get {
            guard Self.refersElsewhere(cell.formula) else {
                return cell.formula.isEmpty && linkedFormulas.contains(cell.sharedFormula)
            }
            if cell.sharedFormula >= 0 { linkedFormulas.insert(cell.sharedFormula) }
            return true
        }
    }

    /// Whether `formula` names another workbook: `[1]Blad1!A1`, `'[x.xlsx]Blad 1'!A1`. Brackets behind a name are columns of a table.
    static func refersElsewhere(_ formula: [UInt8]) -> Bool {
        let open = UInt8(ascii: "[")
        guard formula.contains(open) else {
            return formula.contains(UInt8(ascii: "("))
                && FetchingFunction.isCalled(in: String(decoding: formula, as: UTF8.self))
        }
        var (depth, isInText, last) = (0, false, UInt8(ascii: "="))
        for byte in formula {
            if byte == UInt8(ascii: "\"") { isInText.toggle() }
            guard !isInText else { continue }
            if byte == open {
                let isBehindName =
                    last >= 0x80 || (last | 0x20) &- 0x61 < 26 || last &- 0x30 <= 9 || "_.]".utf8.contains(last)
                if depth == 0, !isBehindName { return true }
                depth += 1
            } else if byte == UInt8(ascii: "]") {
                depth = max(0, depth - 1)
            }
            last = byte
        }
        return false
    }

    private mutating func endCell() throws(WorkbookError) {
        if cell.hasFormula {
            builder.countFormula()
            if cell.value.isEmpty, cell.kind != .formulaText, cell.kind != .inline {
                try builder.append([UInt8(ascii: "=")] + cell.formula, column: cell.column)
                return builder.noteUncomputed()
            }
        }
        guard !cell.value.isEmpty else { return }
        switch cell.kind {
        case .number: cell.value.withUnsafeBufferPointer { value.write($0, styles.format(cell.style)) }
        case .shared:
            let index = cell.value.withUnsafeBufferPointer(\.number) ?? -1
            let (column, isGiven) = (cell.column, cell.hasFormula)
            if texts.isStruck(index) { cell.isStruck = true }
            let found: Void? = try texts.withText(index) { text throws(WorkbookError) in
                try builder.append(text, column: column)
                builder.countText(text, isGiven: isGiven)
            }
            if found == nil { throw .damaged(part: xml.part) }
            return
        case .inline, .formulaText:
            EscapedText.decode(&cell.value)
            // Some programs write all their texts as if a formula gave them.
            cell.value.withUnsafeBufferPointer { builder.countText($0, isGiven: cell.hasFormula) }
            return try builder.append(cell.value, column: cell.column)
        case .boolean:
            value.write(isTrue: cell.value.withUnsafeBufferPointer(\.isTrue))
            // Of what stands there by itself a word is shown, which a blue cell gives back as a text.
            guard cell.hasFormula else {
                value.bytes.withUnsafeBufferPointer { builder.countText($0, isGiven: false) }
                return try builder.append(value.bytes, column: cell.column)
            }
        case .error:
            if cell.hasFormula {
                builder.countValue(isGiven: true)
            } else {
                cell.value.withUnsafeBufferPointer { builder.countText($0, isGiven: false) }
            }
            return try builder.append(cell.value, column: cell.column)
        case .date:
            let showsMonth = styles.format(cell.style) == .month
            cell.value.withUnsafeBufferPointer { value.write(date: $0, showsMonth: showsMonth) }
        }
        builder.countValue(isGiven: cell.hasFormula)
        try builder.append(value.bytes, column: cell.column)
        if cell.kind == .number, styles.showsEuro(cell.style) { builder.noteEuro(column: cell.column) }
        if value.showsMonthOnly { builder.noteMonth() }
    }
}
