import Archives

/// Reads a sheet with all that is stored of it, once from the top.
struct StoredSheetReader {
    private let xml: PartReader
    private let texts: SharedTexts
    private let formats: CellStyles
    private let limits: WorkbookLimits
    private let mostCells: Int
    private let mostBytes: Int
    private let names: Names
    private var value: ValueText
    private var state = State()
    private var present = Present()

    /// Where in the sheet the reader is, and how much it has met.
    private struct State {
        /// The present row, from 0, with the height that it was given and its cells.
        var row = -1
        var height: Double?
        var cells: [StoredCell] = []
        var isInCell = false
        /// Whether the present element says how the text of a cell is spoken, which is none of it.
        var isInPhonetic = false
        /// The element in the present cell whose text comes next.
        var target: PartReader.Name?
        /// How many cells were read, and how many bytes of text are in them.
        var cellCount = 0
        var byteCount = 0
    }

    /// What is known of the present cell.
    private struct Present {
        var column = 0
        var style = 0
        var type = ""
        var hasFormula = false
        var value: [UInt8] = []
        var formula: [UInt8] = []
    }

    /// Elements, and attributes by the letters that stand for them.
    private struct Names {
        let row, cell, formula, value, text, phonetic, column, merge, link, pane, selection: PartReader.Name
        let reference, style, type, range, first, last, width, hidden, height, isCustomHeight: PartReader.Name
        let tip, id, frozenRows, activeCell, state: PartReader.Name

        init(_ xml: PartReader) throws(WorkbookError) {
            row = try xml.name("row")
            cell = try xml.name("c")
            formula = try xml.name("f")
            value = try xml.name("v")
            text = try xml.name("t")
            phonetic = try xml.name("rPh")
            column = try xml.name("col")
            merge = try xml.name("mergeCell")
            link = try xml.name("hyperlink")
            pane = try xml.name("pane")
            selection = try xml.name("selection")
            reference = try xml.name("r")
            style = try xml.name("s")
            type = try xml.name("t")
            range = try xml.name("ref")
            first = try xml.name("min")
            last = try xml.name("max")
            width = try xml.name("width")
            hidden = try xml.name("hidden")
            height = try xml.name("ht")
            isCustomHeight = try xml.name("customHeight")
            tip = try xml.name("tooltip")
            id = try xml.name("id")
            frozenRows = try xml.name("ySplit")
            activeCell = try xml.name("activeCell")
            state = try xml.name("state")
        }
    }

    init(
        _ xml: PartReader, _ texts: SharedTexts, _ formats: CellStyles, _ days: SerialDay, _ limits: WorkbookLimits,
        _ budget: DeliveryBudget
    ) throws(WorkbookError) {
        (self.xml, self.texts, self.formats, self.limits) = (xml, texts, formats, limits)
        mostCells = limits.cells.value(forDelivered: budget.delivered)
        mostBytes = limits.textBytes.value(forDelivered: budget.delivered)
        names = try Names(xml)
        value = ValueText(days)
    }

    /// Reads the part into `sheet`.
    ///
    /// - Parameter isOutside: whether the reference of this id leads out of the workbook.
    mutating func read(into sheet: inout StoredSheet, isOutside: (String) -> Bool) throws(WorkbookError) {
        while let event = try xml.next() {
            switch event {
            case .start: try begin(xml.name, &sheet, isOutside)
            case .text: take(xml.text)
            case .end: try end(xml.name, &sheet)
            }
        }
    }

    private mutating func begin(
        _ name: PartReader.Name, _ sheet: inout StoredSheet, _ isOutside: (String) -> Bool
    ) throws(WorkbookError) {
        if state.isInCell {
            if name == names.formula { present.hasFormula = true }
            if name == names.phonetic { state.isInPhonetic = true }
            state.target = state.isInPhonetic ? nil : name
        } else if name == names.cell {
            try beginCell()
        } else if name == names.row {
            try beginRow()
        } else if name == names.column {
            takeWidth(&sheet)
        } else if name == names.merge {
            if let range = storedRange { sheet.merges.append(range) }
        } else if name == names.link {
            takeLink(&sheet, isOutside)
        } else if name == names.pane {
            guard xml.attributeText(names.state)?.hasPrefix("frozen") == true else { return }
            sheet.frozenRows = xml.attribute(names.frozenRows)?.number ?? 0
        } else if name == names.selection {
            takeSelection(&sheet)
        }
    }

    private mutating func beginRow() throws(WorkbookError) {
        let number = xml.attribute(names.reference)?.number ?? state.row + 2
        guard number > state.row + 1, number <= limits.rows else { throw .damaged(part: xml.part) }
        state.row = number - 1
        let isCustom = xml.attribute(names.isCustomHeight)?.isTrue == true
        state.height = isCustom ? xml.attributeText(names.height).flatMap(Double.init) : nil
    }

    private mutating func beginCell() throws(WorkbookError) {
        let before = state.cells.last?.column ?? -1
        let address = xml.attributeText(names.reference).flatMap { CellAddress($0) }
        let column = address?.column ?? before + 1
        guard column > before else { throw .damaged(part: xml.part) }
        present = Present(
            column: column, style: xml.attribute(names.style)?.number ?? 0, type: xml.attributeText(names.type) ?? "")
        state.isInCell = true
    }

    private func takeWidth(_ sheet: inout StoredSheet) {
        guard let first = xml.attribute(names.first)?.number, let last = xml.attribute(names.last)?.number,
            1 <= first, first <= last
        else { return }
        let width = xml.attributeText(names.width).flatMap(Double.init) ?? 8.43
        sheet.widths.append((first - 1...last - 1, width, xml.attribute(names.hidden)?.isTrue == true))
    }

    private func takeLink(_ sheet: inout StoredSheet, _ isOutside: (String) -> Bool) {
        guard let range = storedRange else { return }
        sheet.links.append(
            StoredLink(
                range: range, tip: xml.attributeText(names.tip) ?? "",
                isOutside: xml.attributeText(names.id).map(isOutside) ?? false))
    }

    private func takeSelection(_ sheet: inout StoredSheet) {
        guard let chosen = xml.attributeText(names.activeCell).flatMap({ CellAddress($0) }) else { return }
        // Of a sheet in panes the lowest one is in use.
        if xml.attributeText(names.pane) == nil || sheet.frozenRows > 0 { sheet.activeCell = chosen }
    }

    private var storedRange: StoredRange? { xml.attributeText(names.range).flatMap { StoredRange($0) } }

    private mutating func take(_ text: UnsafeBufferPointer<UInt8>) {
        guard state.isInCell, let target = state.target else { return }
        if target == names.value || target == names.text { present.value.append(contentsOf: text) }
        if target == names.formula { present.formula.append(contentsOf: text) }
    }

    private mutating func end(_ name: PartReader.Name, _ sheet: inout StoredSheet) throws(WorkbookError) {
        state.target = nil
        if name == names.phonetic { state.isInPhonetic = false }
        if state.isInCell, name == names.cell {
            state.isInCell = false
            try endCell()
        } else if name == names.row {
            if !state.cells.isEmpty {
                sheet.rows.append(StoredRow(row: state.row, cells: state.cells, height: state.height))
            }
            state.cells = []
        }
    }

    private mutating func endCell() throws(WorkbookError) {
        let stored = try stored(present)
        state.cellCount += 1
        state.byteCount += stored.text.utf8.count + (stored.formula?.utf8.count ?? 0)
        guard state.cellCount <= mostCells else { throw .tooLarge(part: xml.part, limit: .cells(mostCells)) }
        guard state.byteCount <= mostBytes else { throw .tooLarge(part: xml.part, limit: .textBytes(mostBytes)) }
        state.cells.append(stored)
    }

    private mutating func stored(_ cell: Present) throws(WorkbookError) -> StoredCell {
        var bytes = cell.value
        var number: Double?
        switch cell.type {
        case "s":
            let index = bytes.withUnsafeBufferPointer(\.number) ?? -1
            bytes = try texts.withText(index) { Array($0) } ?? []
        case "inlineStr", "str": EscapedText.decode(&bytes)
        case "b":
            number = bytes == [UInt8(ascii: "1")] ? 1 : 0
            bytes = Array((number == 1 ? "WAAR" : "ONWAAR").utf8)
        case "e", "d": break
        default:
            bytes.withUnsafeBufferPointer {
                number = StoredDecimal.value($0)
                if !$0.isEmpty { value.write($0, formats.format(cell.style)) }
            }
            if !bytes.isEmpty { bytes = value.bytes }
        }
        return StoredCell(
            column: cell.column, text: String(decoding: bytes, as: UTF8.self), number: number,
            formula: cell.hasFormula ? String(decoding: cell.formula, as: UTF8.self) : nil,
            hasResult: !cell.hasFormula || !cell.value.isEmpty || cell.type == "str", style: cell.style)
    }
}
