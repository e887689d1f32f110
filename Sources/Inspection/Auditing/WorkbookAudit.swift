import Intake
import Rules
import SocialReturnModel
import WorksheetReading

/// One thing that an audit saw on a sheet, however often.
package struct AuditFinding: Sendable {
    /// What was looked at.
    package let check: AuditCheck
    /// The sheet; nil for the workbook as a whole.
    package let sheet: String?
    /// How many cells, columns or pictures it is about.
    package internal(set) var count: Int
    /// The first of them: cells, columns, names of pictures.
    package internal(set) var places: [String]

    /// More places than this are counted only.
    static let mostPlaces = 5
}

/// What stands in the way of reading a workbook, of trusting its figures and of sharing it.
package struct WorkbookAudit: Sendable {
    /// What was seen, in the order of the checks and of the sheets.
    package private(set) var findings: [AuditFinding] = []
    /// How many cells were not looked at for contrast, as their colours depend on the program.
    package private(set) var coloursUnknown = 0

    /// Whether anything was seen that must not be.
    package var hasErrors: Bool { findings.contains { $0.check.severity == .error } }

    /// Looks at `workbook`, sheet by sheet.
    ///
    /// - Throws: ``WorkbookError`` when a sheet cannot be read.
    package init(_ workbook: StoredWorkbook) throws(WorkbookError) {
        if workbook.title.allSatisfy(\.isWhitespace) { note(.title, nil, nil) }
        if workbook.language.allSatisfy(\.isWhitespace) { note(.language, nil, nil) }
        for _ in 0..<workbook.externalLinks { note(.externalLinks, nil, nil) }
        if workbook.hasMacros { note(.macros, nil, nil) }
        var privacy = PrivacyLook()
        if workbook.properties.contains(where: { privacy.holdsPersonalData($0) }) { note(.personalData, nil, nil) }
        for position in workbook.sheets.indices {
            let sheet = try workbook.sheet(at: position)
            if sheet.isHidden { note(.hiddenSheets, sheet.name, nil) }
            lookAtCells(of: sheet, workbook.styles, &privacy)
            guard !sheet.isHidden else { continue }
            lookAtLayout(of: sheet)
        }
        findings.sort { one, other in one.check.rawValue < other.check.rawValue }
    }

    private mutating func note(_ check: AuditCheck, _ sheet: String?, _ place: String?) {
        // Findings of one sheet come one after another.
        guard let index = findings.lastIndex(where: { $0.check == check && $0.sheet == sheet }) else {
            findings.append(AuditFinding(check: check, sheet: sheet, count: 1, places: [place].compactMap { $0 }))
            return
        }
        findings[index].count += 1
        if let place, findings[index].places.count < AuditFinding.mostPlaces { findings[index].places.append(place) }
    }

    // MARK: - Cells

    private mutating func lookAtCells(of sheet: StoredSheet, _ styles: StoredStyles, _ privacy: inout PrivacyLook) {
        let columns = NumericColumns(sheet)
        if privacy.holdsPersonalData(sheet.name) { note(.personalData, nil, nil) }
        for remark in sheet.remarks where privacy.holdsPersonalData(remark) { note(.personalData, sheet.name, nil) }
        for row in sheet.rows {
            for (index, cell) in row.cells.enumerated() {
                let address = CellAddress(row: row.row, column: cell.column)
                if let formula = cell.formula, !formula.isEmpty, !cell.hasResult {
                    note(.uncomputed, sheet.name, address.text)
                }
                guard !cell.text.isEmpty else { continue }
                if Self.errorCodes.contains(cell.text) { note(.errorValues, sheet.name, address.text) }
                if cell.number == nil {
                    if columns.isNumberAmongNumbers(cell) { note(.numbersAsText, sheet.name, address.text) }
                    if privacy.holdsPersonalData(cell.text) { note(.personalData, sheet.name, address.text) }
                }
                guard !sheet.isHidden else { continue }
                let look = styles.look(cell.style)
                lookAtContrast(look, sheet, address)
                if cell.number == nil, !sheet.hides(cell.column) {
                    let next = index + 1 < row.cells.count ? row.cells[(index + 1)...].first { !$0.text.isEmpty } : nil
                    if isClipped(cell, look, next, row, sheet) { note(.clipped, sheet.name, address.text) }
                }
            }
        }
    }

    private static let errorCodes: Set<String> = [
        "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!",
    ]

    private mutating func lookAtContrast(_ look: StoredStyles.Look, _ sheet: StoredSheet, _ address: CellAddress) {
        guard let ink = look.ink, let paper = look.paper else {
            coloursUnknown += 1
            return
        }
        // Large are 18 points, or 14 in bold.
        let isLarge = look.size >= 18 || look.isBold && look.size >= 14
        if ink.contrast(with: paper) < (isLarge ? 3 : 4.5) { note(.contrast, sheet.name, address.text) }
    }

    private func isClipped(
        _ cell: StoredCell, _ look: StoredStyles.Look, _ next: StoredCell?, _ row: StoredRow, _ sheet: StoredSheet
    ) -> Bool {
        let merge = sheet.merge(from: CellAddress(row: row.row, column: cell.column))
        let last = merge?.columns.upperBound ?? cell.column
        // Letters differ in width: a sixth more than the column says may fit.
        let width = (cell.column...last).reduce(0) { $0 + sheet.width($1) } * 7 / 6
        let scale = look.size / 11
        if look.wraps {
            guard let height = row.height, merge == nil else { return false }
            let lines = cell.text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0.0) {
                $0 + max(1, (Double($1.count) * scale / max(width, 1)).rounded(.up))
            }
            // A line is a quarter higher than its letters.
            return lines * look.size * 1.15 > height + look.size
        }
        guard let next, next.column > last else { return false }
        let room = (last + 1..<next.column).reduce(width) { $0 + sheet.width($1) }
        return Double(cell.text.prefix { $0 != "\n" }.count) * scale > room + 1
    }

    // MARK: - Layout

    private mutating func lookAtLayout(of sheet: StoredSheet) {
        let filled = sheet.rows.filter { row in row.cells.contains { !$0.text.isEmpty } }
        for table in sheet.tables { lookAtHeadings(of: table, sheet) }
        if sheet.tables.isEmpty, let list = longestList(filled) { note(.tables, sheet.name, list) }
        for drawing in sheet.drawings where drawing.alternative.allSatisfy(\.isWhitespace) && !drawing.isDecorative {
            note(.alternatives, sheet.name, drawing.name)
        }
        for merge in sheet.merges { note(.merged, sheet.name, merge.text) }
        lookAtEmptyColumns(sheet, filled)
        for link in sheet.links { lookAt(link, sheet) }
        let isFilled = !sheet.text(CellAddress(row: 0, column: 0)).isEmpty
        if let first = filled.first?.cells.first(where: { !$0.text.isEmpty }), !isFilled {
            note(.firstCell, sheet.name, CellAddress(row: filled[0].row, column: first.column).text)
        } else if sheet.activeCell.row > max(sheet.frozenRows, 0) || sheet.activeCell.column > 0 {
            if sheet.frozenRows == 0 { note(.firstCell, sheet.name, sheet.activeCell.text) }
        }
    }

    private mutating func lookAtHeadings(of table: StoredTable, _ sheet: StoredSheet) {
        guard table.headingRows > 0 else { return note(.headings, sheet.name, table.range.text) }
        var seen: Set<String> = []
        for column in table.range.columns {
            let address = CellAddress(row: table.range.rows.lowerBound, column: column)
            let heading = sheet.text(address)
            if heading.isEmpty || !seen.insert(heading.lowercased()).inserted {
                note(.headings, sheet.name, address.text)
            }
        }
        guard table.range.rows.count > table.headingRows + 1 else { return }
        // What a table says of its size may be anything: the rows that are stored are looked at, and those between them counted.
        var next = table.range.rows.lowerBound + table.headingRows
        func noteEmpty(before row: Int) {
            guard next < row else { return }
            for empty in next..<min(row, next + AuditFinding.mostPlaces) {
                note(.emptyRows, sheet.name, "\(empty + 1)")
            }
            if let index = findings.lastIndex(where: { $0.check == .emptyRows && $0.sheet == sheet.name }) {
                findings[index].count += max(0, row - next - AuditFinding.mostPlaces)
            }
        }
        for row in sheet.rows where row.row >= next && row.row <= table.range.rows.upperBound {
            guard row.cells.contains(where: { !$0.text.isEmpty && table.range.columns.contains($0.column) }) else {
                continue
            }
            noteEmpty(before: row.row)
            next = row.row + 1
        }
        noteEmpty(before: table.range.rows.upperBound + 1)
    }

    /// The longest run of rows one below another that fill three columns and more, from ten rows on.
    private func longestList(_ rows: [StoredRow]) -> String? {
        var (start, longest) = (0, 0..<0)
        for index in rows.indices {
            let isWide = rows[index].cells.count { !$0.text.isEmpty } >= 3
            if !isWide || index > 0 && rows[index].row != rows[index - 1].row + 1 { start = isWide ? index : index + 1 }
            if index + 1 - start > longest.count { longest = start..<index + 1 }
        }
        guard longest.count >= 10 else { return nil }
        return "\(rows[longest.lowerBound].row + 1)-\(rows[longest.upperBound - 1].row + 1)"
    }

    private mutating func lookAtEmptyColumns(_ sheet: StoredSheet, _ rows: [StoredRow]) {
        var used: Set<Int> = []
        for row in rows { for cell in row.cells where !cell.text.isEmpty { used.insert(cell.column) } }
        for merge in sheet.merges { used.formUnion(merge.columns) }
        guard let last = used.max() else { return }
        for column in 0..<last where !used.contains(column) {
            if sheet.hides(column) { continue }
            note(.emptyColumns, sheet.name, CellAddress.letters(of: column))
        }
    }

    private mutating func lookAt(_ link: StoredLink, _ sheet: StoredSheet) {
        let address = CellAddress(row: link.range.rows.lowerBound, column: link.range.columns.lowerBound)
        let text = sheet.text(address).lowercased()
        let isAddress = text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www.")
        if isAddress && link.tip.isEmpty || Self.emptyWords.contains(text) { note(.links, sheet.name, address.text) }
    }

    private static let emptyWords: Set<String> = [
        "", "klik hier", "hier", "link", "lees meer", "click here", "here", "read more",
    ]
}

/// The columns of a sheet in which most values are numbers.
private struct NumericColumns {
    private var counts: [Int: (numbers: Int, texts: Int)] = [:]

    init(_ sheet: StoredSheet) {
        for row in sheet.rows {
            for cell in row.cells where !cell.text.isEmpty {
                if cell.number != nil {
                    counts[cell.column, default: (0, 0)].numbers += 1
                } else {
                    counts[cell.column, default: (0, 0)].texts += 1
                }
            }
        }
    }

    /// Whether `cell` is a text that reads as a number, in a column with four numbers and more for each text.
    func isNumberAmongNumbers(_ cell: StoredCell) -> Bool {
        guard let count = counts[cell.column], count.numbers >= 4 * count.texts, Self.readsAsNumber(cell.text) else {
            return false
        }
        return true
    }

    private static func readsAsNumber(_ text: String) -> Bool {
        let trimmed = text.utf8.filter { $0 != 0x20 }
        let digits = trimmed.count { (0x30...0x39).contains($0) }
        return digits > 0 && digits <= 15
            && trimmed.allSatisfy {
                (0x30...0x39).contains($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".")
                    || $0 == UInt8(ascii: "-")
            }
    }
}

/// Looks for personal data; each text is looked at once.
private struct PrivacyLook {
    private let scanner = PrivacyScanner(searchesContacts: false, searchesPersons: true)
    private var known: [String: Bool] = [:]
    private var hits: [PrivacyHit] = []

    mutating func holdsPersonalData(_ text: String) -> Bool {
        guard text.utf8.count > 7 else { return false }
        if let answer = known[text] { return answer }
        hits.removeAll(keepingCapacity: true)
        var copy = text
        copy.withUTF8 { scanner.scan($0, in: .freeText, into: &hits) }
        // What other numbers look like as well is no reason to hold a workbook back, and one word is a code sooner than a name.
        let hasWords = text.utf8.contains(0x20)
        let answer = hits.contains {
            $0.certainty != .possible && $0.kind != .oldVATNumber && ($0.kind != .name || hasWords)
        }
        known[text] = answer
        return answer
    }
}
