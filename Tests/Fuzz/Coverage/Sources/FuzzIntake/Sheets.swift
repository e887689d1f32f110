import Archives
import DelimitedText
import Fuzzing
import Intake
import WorksheetReading

private let head = #"<?xml version="1.0" encoding="UTF-8"?>"#
private let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
private let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let package = "http://schemas.openxmlformats.org/package/2006/relationships"

/// The parts of a workbook of Office with sheets of these names and these bytes.
private func officeParts(_ sheets: [(name: String, xml: [UInt8])]) -> [PackedArchive.Part] {
    func part(_ name: String, _ text: String) -> PackedArchive.Part {
        PackedArchive.Part(name, Array((head + text).utf8), isPacked: false)
    }
    let listed = sheets.enumerated().map { index, sheet in
        #"<sheet name="\#(escaped(sheet.name))" sheetId="\#(index + 1)" r:id="rId\#(index + 1)"/>"#
    }
    let targets = sheets.indices.map { index in
        #"<Relationship Id="rId\#(index + 1)" Type="\#(relations)/worksheet" Target="worksheets/sheet\#(index + 1).xml"/>"#
    }
    return [
        part(
            "[Content_Types].xml",
            #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
        part(
            "_rels/.rels",
            #"<Relationships xmlns="\#(package)"><Relationship Id="rId1" Type="\#(relations)/officeDocument" "#
                + #"Target="xl/workbook.xml"/></Relationships>"#),
        part(
            "xl/workbook.xml",
            #"<workbook xmlns="\#(main)" xmlns:r="\#(relations)"><sheets>\#(listed.joined())</sheets></workbook>"#),
        part(
            "xl/_rels/workbook.xml.rels",
            #"<Relationships xmlns="\#(package)">\#(targets.joined())"#
                + #"<Relationship Id="rId900" Type="\#(relations)/styles" Target="styles.xml"/>"#
                + #"<Relationship Id="rId901" Type="\#(relations)/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
        ),
        part(
            "xl/styles.xml",
            #"<styleSheet xmlns="\#(main)"><numFmts count="2"><numFmt numFmtId="164" formatCode="mmm\-yy"/>"#
                + #"<numFmt numFmtId="165" formatCode="00000000"/></numFmts><cellXfs count="7"><xf/><xf numFmtId="14"/>"#
                + #"<xf numFmtId="20"/><xf numFmtId="10"/><xf numFmtId="46"/><xf numFmtId="164"/><xf numFmtId="165"/>"#
                + "</cellXfs></styleSheet>"),
        part("xl/sharedStrings.xml", #"<sst xmlns="\#(main)"><si><t>a</t></si><si><t>inzet_id</t></si></sst>"#),
    ]
        + sheets.enumerated().map {
            PackedArchive.Part("xl/worksheets/sheet\($0 + 1).xml", $1.xml, isPacked: false)
        }
}

/// Text between tags or quotes, without what XML cannot hold.
private func escaped(_ text: some StringProtocol) -> String {
    var written = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": written += "&amp;"
        case "<": written += "&lt;"
        case "\"": written += "&quot;"
        case "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
            written.unicodeScalars.append(scalar)
        default: break
        }
    }
    return written
}

/// Reads `xml` as the sheet of a workbook of Office.
func checkSheet(inOffice xml: [UInt8]) { checkSheets(officeParts([("Inzet", xml)])) }

/// Reads `xml` as the contents of an OpenDocument workbook.
func checkSheet(inOpenDocument xml: [UInt8]) {
    let kind = "application/vnd.oasis.opendocument.spreadsheet"
    checkSheets([
        PackedArchive.Part("mimetype", Array(kind.utf8), isPacked: false),
        PackedArchive.Part("content.xml", xml, isPacked: false),
    ])
}

/// Reads all sheets, twice: the second time in one go, as they were read the first time.
private func checkSheets(_ parts: [PackedArchive.Part]) {
    guard let bytes = try? PackedArchive.bytes(parts) else { return require(false, "parts can be packed") }
    guard let first = sheets(in: bytes) else { return refused() }
    guard let second = sheets(in: bytes) else { return require(false, "a sheet is read twice") }
    require(first.count == second.count, "the sheets are the same")
    for (one, other) in zip(first, second) {
        guard let one, let other else {
            require(one == nil && other == nil, "the sheets are the same")
            continue
        }
        require(one.cells.hasSameCells(as: other.cells), "the cells are the same")
        check(one)
    }
}

private func sheets(in bytes: [UInt8]) -> [Worksheet?]? {
    guard let archive = try? Archive(bytes), let workbook = try? WorkbookFile(archive) else { return nil }
    return try? workbook.read(Set(workbook.sheets.indices))
}

/// Rows go up, cells are UTF-8, and what is said of a cell is said of one that is there.
private func check(_ sheet: Worksheet) {
    var row = 0
    for record in 0..<sheet.cells.recordCount {
        require(sheet.cells.row(of: record) > row, "rows go up")
        row = sheet.cells.row(of: record)
        for field in 0..<sheet.cells.fieldCount(of: record) {
            let isText = sheet.cells.withCell(record, field) { String(validating: $0, as: UTF8.self) != nil }
            require(isText, "cells are UTF-8")
        }
    }
    for position in sheet.uncomputed + sheet.monthCells + sheet.filledFromMerge {
        require(
            (0..<sheet.cells.recordCount).contains(position.record)
                && (0..<sheet.cells.fieldCount(of: position.record)).contains(position.field),
            "what is said of a cell is said of one that is there")
    }
}

/// Reads the sheets of a workbook as they are stored, with formulas and styles.
func readStored(_ bytes: [UInt8]) {
    guard let workbook = try? StoredWorkbook(bytes) else { return refused() }
    for position in workbook.sheets.indices where (try? workbook.sheet(at: position)) == nil { refused() }
}

/// Reads a workbook that comes back, for corrections and for decisions. In `bytes` a line is a row, with tabs between its cells; one that begins
/// with `#` is the name of the sheet that follows.
func readCorrections(_ bytes: [UInt8]) {
    var sheets: [(name: String, xml: [UInt8])] = []
    var (name, rows, row) = ("", "", 0)
    func end() {
        if row > 0 || !name.isEmpty {
            sheets.append(
                (name, Array(#"\#(head)<worksheet xmlns="\#(main)"><sheetData>\#(rows)</sheetData></worksheet>"#.utf8)))
        }
        (name, rows, row) = ("", "", 0)
    }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
        if line.first == "#" {
            end()
            name = String(line.dropFirst())
            continue
        }
        row += 1
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
            $0.isEmpty ? "<c/>" : #"<c t="inlineStr"><is><t xml:space="preserve">\#(escaped($0))</t></is></c>"#
        }
        rows += #"<row r="\#(row)">\#(cells.joined())</row>"#
    }
    end()
    guard let workbook = try? PackedArchive.bytes(officeParts(sheets)) else {
        return require(false, "parts can be packed")
    }
    let isDelivery = isRead("terugkoppeling.xlsx", workbook)
    guard
        let filled = try? FilledDecisions(
            SourceFile(name: "rapport.xlsx", bytes: workbook), origin: "rapport.xlsx", nil)
    else { return refused() }
    if !isDelivery, filled.isEmpty { refused() }
    for decision in filled.decisions {
        require(!decision.topic.text.isEmpty && !decision.period.isEmpty, "a decision is about something")
    }
}
