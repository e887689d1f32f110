import Archives

/// Reads a sheet with all that is stored of it, once from the top.
struct StoredSheetReader {
    private let xml: PartReader
    private let texts: SharedTexts
    private let formats: CellStyles
    private let limits: WorkbookLimits
    private let mostCells: Int
    private let mostBytes: Int
    private var value: ValueText

    init(
        _ xml: PartReader, _ texts: SharedTexts, _ formats: CellStyles, _ days: SerialDay, _ limits: WorkbookLimits,
        _ budget: DeliveryBudget
    ) {
        (self.xml, self.texts, self.formats, self.limits) = (xml, texts, formats, limits)
        mostCells = limits.cells.value(forDelivered: budget.delivered)
        mostBytes = limits.textBytes.value(forDelivered: budget.delivered)
        value = ValueText(days)
    }

    /// Reads the part into `sheet`.
    ///
    /// - Parameter isOutside: whether the reference of this id leads out of the workbook.
    func read(into sheet: inout StoredSheet, isOutside: (String) -> Bool) throws(WorkbookError) {
        let (row, cell, formula, plain, text, phonetic) = (
            try xml.name("row"), try xml.name("c"), try xml.name("f"), try xml.name("v"), try xml.name("t"),
            try xml.name("rPh")
        )
        let (column, merge, link, pane, selection) = (
            try xml.name("col"), try xml.name("mergeCell"), try xml.name("hyperlink"), try xml.name("pane"),
            try xml.name("selection")
        )
        let (reference, style, ref, first, last, width, hidden, height, isCustom) = (
            try xml.name("r"), try xml.name("s"), try xml.name("ref"), try xml.name("min"), try xml.name("max"),
            try xml.name("width"), try xml.name("hidden"), try xml.name("ht"), try xml.name("customHeight")
        )
        let (tip, id, split, active, state, wants) = (
            try xml.name("tooltip"), try xml.name("id"), try xml.name("ySplit"), try xml.name("activeCell"),
            try xml.name("state"), try xml.name("pane")
        )
        var (cells, bytes) = (0, 0)
        var (rowNumber, rowHeight): (Int, Double?) = (-1, nil)
        var rowCells: [StoredCell] = []
        var present = Present()
        var reader = self
        var target: PartReader.Name?
        var (isInCell, isInPhonetic) = (false, false)
        while let event = try xml.next() {
            let name = xml.name
            switch event {
            case .start:
                if isInCell {
                    if name == formula { present.hasFormula = true }
                    if name == phonetic { isInPhonetic = true }
                    target = isInPhonetic ? nil : name
                } else if name == cell {
                    let address = xml.attributeText(reference).flatMap { CellAddress($0) }
                    let column = address?.column ?? (rowCells.last?.column ?? -1) + 1
                    guard column > (rowCells.last?.column ?? -1) else { throw .damaged(part: xml.part) }
                    present = Present(
                        column: column, style: xml.attribute(style)?.number ?? 0, type: xml.attributeText(text) ?? "")
                    isInCell = true
                } else if name == row {
                    let next = xml.attribute(reference)?.number ?? rowNumber + 2
                    guard next > rowNumber + 1, next <= limits.rows else { throw .damaged(part: xml.part) }
                    rowNumber = next - 1
                    rowHeight =
                        xml.attribute(isCustom)?.isTrue == true ? xml.attributeText(height).flatMap(Double.init) : nil
                } else if name == column, let from = xml.attribute(first)?.number, let to = xml.attribute(last)?.number,
                    1 <= from, from <= to
                {
                    sheet.widths.append(
                        (
                            from - 1...to - 1, xml.attributeText(width).flatMap(Double.init) ?? 8.43,
                            xml.attribute(hidden)?.isTrue == true
                        ))
                } else if name == merge, let range = xml.attributeText(ref).flatMap({ StoredRange($0) }) {
                    sheet.merges.append(range)
                } else if name == link, let range = xml.attributeText(ref).flatMap({ StoredRange($0) }) {
                    sheet.links.append(
                        StoredLink(
                            range: range, tip: xml.attributeText(tip) ?? "",
                            isOutside: xml.attributeText(id).map(isOutside) ?? false))
                } else if name == pane, xml.attributeText(state)?.hasPrefix("frozen") == true {
                    sheet.frozenRows = xml.attribute(split)?.number ?? 0
                } else if name == selection, let chosen = xml.attributeText(active).flatMap({ CellAddress($0) }) {
                    // Of a sheet in panes the lowest one is in use.
                    if xml.attributeText(wants) == nil || sheet.frozenRows > 0 { sheet.activeCell = chosen }
                }
            case .text:
                guard isInCell, let target else { continue }
                if target == plain || target == text { present.value.append(contentsOf: xml.text) }
                if target == formula { present.formula.append(contentsOf: xml.text) }
            case .end:
                target = nil
                if name == phonetic { isInPhonetic = false }
                if isInCell, name == cell {
                    isInCell = false
                    let stored = try reader.stored(present)
                    cells += 1
                    bytes += stored.text.utf8.count + (stored.formula?.utf8.count ?? 0)
                    guard cells <= mostCells else { throw .tooLarge(part: xml.part, limit: .cells(mostCells)) }
                    guard bytes <= mostBytes else { throw .tooLarge(part: xml.part, limit: .textBytes(mostBytes)) }
                    rowCells.append(stored)
                } else if name == row {
                    if !rowCells.isEmpty {
                        sheet.rows.append(StoredRow(row: rowNumber, cells: rowCells, height: rowHeight))
                    }
                    rowCells = []
                }
            }
        }
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
