import TestSupport

/// A workbook with one sheet for an example: lines of cells, in which `~98~` is struck through, `98^` has a note beside it and `98`` is not shown.
enum ExampleWorkbook {
    private static let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// The workbook whose sheet is called `name` and holds `text`.
    static func bytes(_ name: String, _ text: String) -> [UInt8] {
        var (rows, notes) = ("", "")
        for (row, line) in text.split(separator: "\n").enumerated() {
            rows += "<row r=\"\(row + 1)\">"
            for (column, cell) in line.split(separator: ";", omittingEmptySubsequences: false).enumerated() {
                let reference = "\(Character(UnicodeScalar(UInt8(0x41 + column))))\(row + 1)"
                if cell.hasSuffix("^") {
                    notes += "<comment ref=\"\(reference)\" authorId=\"0\"><text><t>zie mail</t></text></comment>"
                }
                let value = cell.filter { !"~^`".contains($0) }
                rows +=
                    "<c r=\"\(reference)\" s=\"\(cell.hasPrefix("~") ? 1 : cell.hasSuffix("`") ? 2 : 0)\" t=\"inlineStr\"><is><t>\(value)</t></is></c>"
            }
            rows += "</row>"
        }
        func relations(_ targets: (String, String)...) -> String {
            let all = targets.enumerated().map {
                "<Relationship Id=\"r\($0)\" Type=\"\(kinds)/\($1.0)\" Target=\"\($1.1)\"/>"
            }
            return "<Relationships>\(all.joined())</Relationships>"
        }
        let parts = [
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", relations(("officeDocument", "xl/workbook.xml"))),
            (
                "xl/workbook.xml",
                "<workbook xmlns:r=\"\(kinds)\"><sheets><sheet name=\"\(name)\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>"
            ),
            ("xl/_rels/workbook.xml.rels", relations(("worksheet", "sheet.xml"), ("styles", "styles.xml"))),
            ("xl/sheet.xml", "<worksheet><sheetData>\(rows)</sheetData><legacyDrawing/></worksheet>"),
            ("xl/_rels/sheet.xml.rels", relations(("comments", "comments.xml"))),
            (
                "xl/comments.xml",
                "<comments><authors><author>Inkoop</author></authors><commentList>\(notes)</commentList></comments>"
            ),
            (
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\";;;\"/></numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
            ),
        ]
        return TestZip(parts.map { TestZip.Entry($0, $1) }).bytes
    }
}
